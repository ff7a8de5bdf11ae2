import type { Span } from '../domain/span.ts';
import { lengthWithout } from '../domain/text.ts';
import type { WordRange } from './context.ts';
import { coverWholeLetters, hasWholeLetters } from './dependent.ts';
import type { Pattern } from './pattern.ts';
import type { Words } from './words.ts';

/** A character that belongs to no word. */
const SIGN = /[^\p{L}\p{N}\p{M}]/u;

/** Returns the span if the passage is there letter for letter at these words; otherwise `null`. */
export function matchExactly(
  text: string,
  exact: string,
  { words, range, pattern }: { words: Words; range: WordRange; pattern: Pattern },
): Span | null {
  const start = (words.starts[range.first] ?? 0) + pattern.lead;
  const span = { start, end: start + exact.length };
  return start >= 0 && text.startsWith(exact, start) && hasWholeLetters(text, span) ? span : null;
}

/**
 * Returns the span of these words with the signs at the edges of the passage (quotation marks, a full stop) that are
 * still there.
 */
export function coverWords(text: string, exact: string, words: Words, range: WordRange): Span {
  let start = words.starts[range.first] ?? 0;
  let end = words.ends[range.last] ?? start + 1;
  const opening = /^[^\p{L}\p{N}]*/u.exec(exact)?.[0] ?? '';
  const closing = exact.slice(lengthWithout(exact, SIGN));
  for (let at = opening.length - 1; at >= 0 && text[start - 1] === opening[at]; at -= 1) start -= 1;
  for (let at = 0; at < closing.length && text[end] === closing[at]; at += 1) end += 1;
  return coverWholeLetters(text, { start, end });
}
