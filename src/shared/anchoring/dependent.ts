import type { Span } from '../domain/span.ts';

/** A mark that belongs to the letter before it, such as tashkeel. */
const MARK = /^\p{M}/u;

/** True when the unit at `index` belongs to the letter before it (a mark, a low surrogate): never cut there. */
export function isDependent(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
  return isLowSurrogate || MARK.test(text.slice(index, index + 2));
}

/** True when the span begins and ends between letters. */
export function hasWholeLetters(text: string, { start, end }: Span): boolean {
  return !isDependent(text, start) && !isDependent(text, end);
}

/** The smallest span around this one that cuts no letter from its marks. */
export function coverWholeLetters(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from > 0 && isDependent(text, from)) from -= 1;
  while (to < text.length && isDependent(text, to)) to += 1;
  return { start: from, end: to };
}
