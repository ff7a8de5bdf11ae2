import type { Span } from '#shared/domain/span.ts';

/**
 * Converts offsets in UTF-16 units to offsets in code points, which the Web Annotation model uses. The time is linear in
 * `end`.
 */
export function toCodePoints(text: string, { start, end }: Span): Span {
  const before = countCodePoints(text, 0, start);
  return { start: before, end: before + countCodePoints(text, start, end) };
}

/** Converts offsets in code points to UTF-16 units; `null` when they are outside the text. */
export function fromCodePoints(text: string, { start, end }: Span): Span | null {
  const from = skipCodePoints(text, 0, start);
  const to = from === null ? null : skipCodePoints(text, from, end - start);
  return from === null || to === null || from >= to ? null : { start: from, end: to };
}

function countCodePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += widthAt(text, at)) count += 1;
  return count;
}

function skipCodePoints(text: string, from: number, count: number): number | null {
  let at = from;
  for (let done = 0; done < count; done += 1) {
    if (at >= text.length) return null;
    at += widthAt(text, at);
  }
  return at;
}

/** Returns the UTF-16 units of the code point at an offset; half a pair counts as one. */
const widthAt = (text: string, at: number): number =>
  (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
