import { type Words, splitWords } from './words.ts';

/** A text with its words, and where each word stands: made once, used for every quote. */
export interface TextIndex {
  readonly text: string;
  readonly words: Words;
  /** Word numbers in order, by key. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

const NOWHERE: readonly number[] = [];

export function indexText(text: string): TextIndex {
  const words = splitWords(text);
  const places = new Map<string, number[]>();
  words.keys.forEach((key, index) => {
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  });
  return { text, words, places };
}

export function placesOf(index: TextIndex, key: string): readonly number[] {
  return index.places.get(key) ?? NOWHERE;
}

/** At most `limit` places of a word, those nearest to the word number `near`. */
export function nearestPlaces(
  places: readonly number[],
  near: number,
  limit: number,
): readonly number[] {
  if (places.length <= limit) return places;
  const middle = firstAtLeast(places, near);
  const from = Math.min(Math.max(0, middle - Math.floor(limit / 2)), places.length - limit);
  return places.slice(from, from + limit);
}

/** The first position in an ascending list whose value is not below `value`. */
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
