import { readPattern } from '#shared/anchoring/pattern.ts';
import { splitWords } from '#shared/anchoring/words.ts';
import type { Quote } from '#shared/domain/annotation.ts';

/** Tells which texts contain a word, so that a passage need not be searched for in every text. */
export interface PassageIndex {
  add(text: string): void;
  /** Returns the numbers of the texts that contain every word of a passage, in the order of their addition. */
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
