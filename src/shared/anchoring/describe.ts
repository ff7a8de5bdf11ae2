import type { Quote } from '../domain/annotation.ts';
import type { Span } from '../domain/span.ts';
import { isDependent } from './dependent.ts';

/** Length of the context that is kept on each side of a quote, in UTF-16 units. */
const CONTEXT_UTF16 = 32;

/**
 * Describes a span of the canonical text by its words, so that it can be found again in another version of the text.
 *
 * The context on each side has at most `CONTEXT_UTF16` units and never separates a letter from its marks.
 *
 * @see W3C Web Annotation Data Model, 4.2.4 Text Quote Selector
 */
export function describeSpan(text: string, { start, end }: Span): Quote {
  const exact = text.slice(start, end);
  let from = Math.max(0, start - CONTEXT_UTF16);
  while (from < start && isDependent(text, from)) from += 1;
  let to = Math.min(text.length, end + CONTEXT_UTF16);
  while (to > end && to < text.length && isDependent(text, to)) to -= 1;
  return { exact, prefix: text.slice(from, start), suffix: text.slice(end, to) };
}
