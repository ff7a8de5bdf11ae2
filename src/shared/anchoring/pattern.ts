import type { Quote } from '../domain/annotation.ts';
import { splitWords, weigh } from './words.ts';

/** The words to look for: the passage and its context on both sides, in one list. */
export interface Pattern {
  readonly keys: readonly string[];
  /** The passage is `keys[from]` up to, but not including, `keys[to]`; the rest is context. */
  readonly from: number;
  readonly to: number;
  /**
   * UTF-16 units from the start of the first word to the start of the passage; negative when the passage begins with
   * a sign before that word.
   */
  readonly lead: number;
  /** Number of letters in the passage. */
  readonly weight: number;
}

/**
 * Splits a quote into words.
 *
 * Passage and context are split together, so a passage that begins inside a word keeps that whole word. The outermost
 * words of the context are left out, because the limit on the context's length may have cut them.
 */
export function readPattern(quote: Quote): Pattern {
  const passageStart = quote.prefix.length;
  const passageEnd = passageStart + quote.exact.length;
  const joined = quote.prefix + quote.exact + quote.suffix;
  const { keys, starts, ends } = splitWords(joined);

  let from = 0;
  while (from < keys.length && (ends[from] ?? 0) <= passageStart) from += 1;
  let to = from;
  while (to < keys.length && (starts[to] ?? 0) < passageEnd) to += 1;
  const first = from > 0 && starts[0] === 0 ? 1 : 0;
  const isLastCut = to < keys.length && ends[keys.length - 1] === joined.length;
  const last = keys.length - (isLastCut ? 1 : 0);

  return {
    keys: keys.slice(first, last),
    from: from - first,
    to: to - first,
    lead: passageStart - (starts[from] ?? passageStart),
    weight: weigh(keys, from, to),
  };
}
