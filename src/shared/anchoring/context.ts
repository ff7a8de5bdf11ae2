import type { Pattern } from './pattern.ts';
import { type Words, weigh } from './words.ts';

/** This many words may have been inserted between passage and context without losing the context. */
const SLACK_WORDS = 2;

/** The agreement for a quote without context (it was the whole text); it speaks neither for nor against a candidate. */
const UNKNOWN = 0.5;

/** A range of words of the text, by word index; `last` is included. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

/** Measures how much of the stored context surrounds a range of words, by letters: 0 to 1. */
export function agreeContext(pattern: Pattern, words: Words, { first, last }: WordRange): number {
  const before = pattern.keys.slice(0, pattern.from);
  const after = pattern.keys.slice(pattern.to);
  const total = weigh(before) + weigh(after);
  if (total === 0) return UNKNOWN;
  const earlier = Math.max(0, first - before.length - SLACK_WORDS);
  const later = last + 1 + after.length + SLACK_WORDS;
  const agreed =
    commonWeight(before, words.keys.slice(earlier, first)) +
    commonWeight(after, words.keys.slice(last + 1, later));
  return agreed / total;
}

/** Letters of the heaviest common subsequence of words. */
function commonWeight(remembered: readonly string[], found: readonly string[]): number {
  let best = new Float64Array(found.length + 1);
  for (const key of remembered) {
    const next = new Float64Array(found.length + 1);
    for (let at = 1; at <= found.length; at += 1) {
      const joined = found[at - 1] === key ? (best[at - 1] ?? 0) + key.length : 0;
      next[at] = Math.max(joined, best[at] ?? 0, next[at - 1] ?? 0);
    }
    best = next;
  }
  return best[found.length] ?? 0;
}
