import { type Candidate, type Search, judge } from './candidate.ts';
import { findNear } from './find-near.ts';
import type { Pattern } from './pattern.ts';
import { weigh } from './words.ts';

/** The longest passage, in words, that is aligned as a whole. */
const MAX_ALIGNED_WORDS = 64;

/** A longer passage is found by this many words at each end. */
const END_WORDS = 32;

/**
 * The highest similarity of a long passage: its words are counted without their order, so even all of them do not
 * prove equality.
 */
const MAX_LONG_SIMILARITY = 0.99;

/** A passage may have become this many times shorter or longer. */
const MAX_LENGTH_RATIO = 2;

/**
 * Finds a changed passage of any length. A long one is found by its two ends, and the words between them are then
 * compared.
 */
export function findChanged(search: Search): readonly Candidate[] {
  const { pattern } = search;
  const { from, to } = pattern;
  if (to - from <= MAX_ALIGNED_WORDS) return findNear(search);
  const head: Pattern = {
    ...pattern,
    keys: pattern.keys.slice(0, from + END_WORDS),
    to: from + END_WORDS,
    weight: weigh(pattern.keys, from, from + END_WORDS),
  };
  const cut = to - END_WORDS;
  const tail: Pattern = {
    ...pattern,
    keys: pattern.keys.slice(cut),
    from: 0,
    to: END_WORDS,
    weight: weigh(pattern.keys, cut, to),
  };
  const starts = findNear({ ...search, pattern: head });
  const ends = findNear({ ...search, pattern: tail, hint: search.hint + cut - from });
  return starts.flatMap((start) =>
    ends
      .filter((end) => isPlausible(end.last - start.first + 1, to - from))
      .map((end) => {
        const range = { first: start.first, last: end.last };
        return judge(search, range, compareWhole(search, start, end));
      }),
  );
}

function isPlausible(found: number, remembered: number): boolean {
  return found * MAX_LENGTH_RATIO >= remembered && found <= remembered * MAX_LENGTH_RATIO;
}

/**
 * Returns the lowest of three similarities: both ends, and the share of the passage's words that are still present in
 * any order.
 */
function compareWhole({ pattern, index }: Search, start: Candidate, end: Candidate): number {
  const counts = new Map<string, number>();
  for (let at = start.first; at <= end.last; at += 1) {
    const key = index.words.keys[at] ?? '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let kept = 0;
  for (let row = pattern.from; row < pattern.to; row += 1) {
    const key = pattern.keys[row] ?? '';
    const left = counts.get(key) ?? 0;
    if (left === 0) continue;
    counts.set(key, left - 1);
    kept += key.length;
  }
  const between = Math.min(MAX_LONG_SIMILARITY, kept / pattern.weight);
  return Math.min(start.similarity, end.similarity, between);
}
