import type { Quote } from '../domain/annotation.ts';
import { splitWords, weigh } from './words.ts';

/** The words to look for: the passage between its context, as one row of words. */
export interface Pattern {
  readonly keys: readonly string[];
  /** The passage is `keys[from]` up to, not including, `keys[to]`; the rest is context. */
  readonly from: number;
  readonly to: number;
  /** UTF-16 units from the first word's start to the passage's start; negative when a sign stands before it. */
  readonly lead: number;
  /** Letters of the passage. */
  readonly weight: number;
}

/**
 * Reads a quote as words.
 *
 * Passage and context are split together, so a passage that begins inside a word keeps that whole word. The
 * outermost words of the context may have been cut by its length, and are left out.
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
