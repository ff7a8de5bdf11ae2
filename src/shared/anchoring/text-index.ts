import { type Words, splitWords } from './words.ts';

/** A text, its words, and an index of where each word occurs. It is built once and used for every quote. */
export interface TextIndex {
  readonly text: string;
  readonly words: Words;
  /** For each key, the ascending indexes of the words that have it. */
  readonly occurrences: ReadonlyMap<string, readonly number[]>;
}

const NO_OCCURRENCES: readonly number[] = [];

export function indexText(text: string): TextIndex {
  const words = splitWords(text);
  const occurrences = new Map<string, number[]>();
  words.keys.forEach((key, index) => {
    const known = occurrences.get(key);
    if (known) known.push(index);
    else occurrences.set(key, [index]);
  });
  return { text, words, occurrences };
}

/** Ascending indexes of the words that have this key; empty when there are none. */
export function occurrencesOf(index: TextIndex, key: string): readonly number[] {
  return index.occurrences.get(key) ?? NO_OCCURRENCES;
}

/** Returns at most `limit` of a word's occurrences, those nearest to the word index `near`. */
export function nearestOccurrences(
  occurrences: readonly number[],
  near: number,
  limit: number,
): readonly number[] {
  if (occurrences.length <= limit) return occurrences;
  const middle = firstAtLeast(occurrences, near);
  const from = Math.min(Math.max(0, middle - Math.floor(limit / 2)), occurrences.length - limit);
  return occurrences.slice(from, from + limit);
}

/** Returns the first index in an ascending list whose value is at least `value`. */
export function firstAtLeast(ascending: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
