import type { Span } from '#shared/domain/span.ts';
import { lengthWithout } from '#shared/domain/text.ts';

const words = new Intl.Segmenter('ar', { granularity: 'word' });

/** Spaces, punctuation and separators of cells at the start of a selection, which do not belong to the passage. */
const LOOSE_BEFORE = /^[\s،,.:؛;|]+/u;
/** The same at its end, except the full stop, which belongs to a sentence. */
const LOOSE_AFTER = /[\s،,:؛;|]/u;

/** How far words are searched on both sides of an edge, UTF-16 units. Longer words do not occur. */
const REACH_UTF16 = 128;

/**
 * Widens a span to whole words, so that half of a joined word is never coloured, then trims spaces and punctuation on
 * both sides. The full stop of a sentence that was selected to its end stays.
 *
 * @param text  canonical text
 * @returns     the snapped span, or `null` when only spaces and punctuation were selected
 */
export function snapToWords(text: string, span: Span): Span | null {
  const trimmed = trim(text, span);
  if (!trimmed) return null;
  const first = wordAround(text, trimmed.start);
  const last = wordAround(text, trimmed.end - 1);
  return trim(text, {
    start: Math.min(trimmed.start, first?.start ?? trimmed.start),
    end: Math.max(trimmed.end, last?.end ?? trimmed.end),
  });
}

function trim(text: string, { start, end }: Span): Span | null {
  const slice = text.slice(start, end);
  const before = LOOSE_BEFORE.exec(slice)?.[0].length ?? 0;
  const rest = slice.slice(before);
  const after = rest.length - lengthWithout(rest, LOOSE_AFTER);
  return rest.length > after ? { start: start + before, end: end - after } : null;
}

/** Returns the word at an offset, or `undefined` for a space or punctuation. */
function wordAround(text: string, offset: number): Span | undefined {
  const from = Math.max(0, offset - REACH_UTF16);
  const found = words.segment(text.slice(from, offset + REACH_UTF16)).containing(offset - from);
  if (!found?.isWordLike) return undefined;
  return { start: from + found.index, end: from + found.index + found.segment.length };
}
