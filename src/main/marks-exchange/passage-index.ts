import { readPattern } from '#shared/anchoring/pattern.ts';
import { splitWords } from '#shared/anchoring/words.ts';
import type { Quote } from '#shared/domain/annotation.ts';

/** Which texts hold a word: made once, so that a passage is not looked for in every text. */
export interface PassageIndex {
  add(text: string): void;
  /** Numbers of the texts, in the order in which they came, that hold every word of a passage. */
  holding(quote: Quote): readonly number[];
}

export function createPassageIndex(): PassageIndex {
  const textsOf = new Map<string, number[]>();
  let count = 0;
  return {
    add(text) {
      for (const key of new Set(splitWords(text).keys)) {
        const known = textsOf.get(key);
        if (known) known.push(count);
        else textsOf.set(key, [count]);
      }
      count += 1;
    },
    holding(quote) {
      const { keys, from, to } = readPattern(quote);
      const lists = [...new Set(keys.slice(from, to))]
        .map((key) => textsOf.get(key) ?? [])
        .toSorted((a, b) => a.length - b.length);
      const [rarest = [], ...others] = lists;
      const sets = others.map((list) => new Set(list));
      return rarest.filter((text) => sets.every((set) => set.has(text)));
    },
  };
}
