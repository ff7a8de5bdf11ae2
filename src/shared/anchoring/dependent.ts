import type { Span } from '../domain/span.ts';

/** A combining mark, such as tashkeel, which belongs to the letter before it. */
const MARK = /^\p{M}/u;

/**
 * True when the UTF-16 unit at `index` (a mark or a low surrogate) belongs to the letter before it, so that no span
 * may begin or end there.
 */
export function isDependent(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
  return isLowSurrogate || MARK.test(text.slice(index, index + 2));
}

/** True when neither end of the span separates a letter from its marks. */
export function hasWholeLetters(text: string, { start, end }: Span): boolean {
  return !isDependent(text, start) && !isDependent(text, end);
}

/** Returns the smallest span that contains this one and separates no letter from its marks. */
export function coverWholeLetters(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from > 0 && isDependent(text, from)) from -= 1;
  while (to < text.length && isDependent(text, to)) to += 1;
  return { start: from, end: to };
}
