import { type Candidate, type Search, judge } from './candidate.ts';
import type { Pattern } from './pattern.ts';
import { nearestOccurrences, occurrencesOf } from './text-index.ts';

/**
 * How many occurrences of the passage's rarest word are tried, the nearest first. This limits the cost of a common
 * word.
 */
const MAX_OCCURRENCES = 1000;

/**
 * How many words are compared in total. This limits the cost of a passage that repeats one word a hundred thousand
 * times.
 */
const MAX_COMPARED = 10_000_000;

/** Finds the ranges that contain the words of the passage in order, by way of its rarest word. */
export function findEqual(search: Search): readonly Candidate[] {
  const { pattern, index, hint } = search;
  const row = rarestRow(search);
  const occurrences = occurrencesOf(index, pattern.keys[row] ?? '');
  const found: Candidate[] = [];
  const limit = Math.min(MAX_OCCURRENCES, Math.ceil(MAX_COMPARED / (pattern.to - pattern.from)));
  for (const occurrence of nearestOccurrences(occurrences, hint, limit)) {
    const first = occurrence - (row - pattern.from);
    if (!standsAt(pattern, index.words.keys, first)) continue;
    const last = first + pattern.to - pattern.from - 1;
    found.push(judge(search, { first, last }, 1));
  }
  return found;
}

function rarestRow({ pattern, index }: Search): number {
  let rarest = pattern.from;
  let fewest = Infinity;
  for (let row = pattern.from; row < pattern.to && fewest > 0; row += 1) {
    const { length } = occurrencesOf(index, pattern.keys[row] ?? '');
    if (length < fewest) [rarest, fewest] = [row, length];
  }
  return rarest;
}

function standsAt({ keys, from, to }: Pattern, found: readonly string[], first: number): boolean {
  for (let row = from; row < to; row += 1) {
    if (keys[row] !== found[first + row - from]) return false;
  }
  return true;
}
