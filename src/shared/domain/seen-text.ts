import * as v from 'valibot';
import { positiveSchema } from './primitives.ts';
import { type Span, spanSchema } from './span.ts';

/** Most spans of a record; beyond this, the smallest gaps between spans are closed. */
export const MAX_SEEN_SPANS = 200;

/** The parts of a text that were on the screen long enough to be read. */
export const seenTextSchema = v.strictObject({
  /** Length of the canonical text in which the spans were measured, in UTF-16 units. */
  of: positiveSchema,
  /** In text order; no two spans touch. */
  spans: v.pipe(v.array(spanSchema), v.maxLength(MAX_SEEN_SPANS)),
});
export type SeenText = v.InferOutput<typeof seenTextSchema>;

/** Merges two lists of spans; spans that overlap or touch become one. */
export function joinSpans(spans: readonly Span[], added: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans, ...added].toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/**
 * Adds newly read spans to a record. When the text was corrected in the meantime, the earlier spans are scaled to its
 * new length, so that their share is preserved.
 *
 * @param before the record until now; `null` when there is none
 * @param length length of the present canonical text, in UTF-16 units
 * @param added spans in the present text, in UTF-16 units
 */
export function addSeen(before: Read | null, length: number, added: readonly Span[]): SeenText {
  const inside = added.flatMap((span) => clip(span, length));
  const spans = joinSpans(before ? spansRead(before, length) : [], inside);
  return { of: Math.max(1, length), spans: closeGaps(spans) };
}

interface Read {
  readonly seen?: SeenText | undefined;
  readonly progress: number;
}

/**
 * Returns the spans of a text of this length (UTF-16 units) that were read. In older records without `seen`,
 * everything up to the furthest position counts as read.
 */
export function spansRead({ seen, progress }: Read, length: number): Span[] {
  return seen
    ? spansIn(seen, length)
    : clip({ start: 0, end: Math.round(progress * length) }, length);
}

/** The share of the text that was read, 0 to 1; see `spansRead`. */
export const shareRead = ({ seen, progress }: Read): number => (seen ? shareSeen(seen) : progress);

function spansIn(seen: SeenText, length: number): Span[] {
  if (seen.of === length) return seen.spans;
  const scale = (offset: number): number => Math.round((offset / seen.of) * length);
  return seen.spans.flatMap(({ start, end }) =>
    clip({ start: scale(start), end: scale(end) }, length),
  );
}

function shareSeen({ of, spans }: SeenText): number {
  const seen = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return Math.min(1, seen / of);
}

function clip({ start, end }: Span, length: number): Span[] {
  const last = Math.min(end, length);
  return start < last ? [{ start, end: last }] : [];
}

/** Closes the smallest gaps until a record may hold the spans. */
function closeGaps(spans: Span[]): Span[] {
  const excess = spans.length - MAX_SEEN_SPANS;
  if (excess <= 0) return spans;
  const gapBefore = (at: number): number => (spans[at]?.start ?? 0) - (spans[at - 1]?.end ?? 0);
  const smallest = spans
    .map((_, at) => at)
    .slice(1)
    .toSorted((a, b) => gapBefore(a) - gapBefore(b))
    .slice(0, excess);
  const closed = smallest.map((at) => ({
    start: spans[at - 1]?.end ?? 0,
    end: spans[at]?.start ?? 0,
  }));
  return joinSpans(spans, closed);
}
