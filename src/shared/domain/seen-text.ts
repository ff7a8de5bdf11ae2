import * as v from 'valibot';
import { positiveSchema } from './primitives.ts';
import { type Span, spanSchema } from './span.ts';

/** More stretches than this are not kept apart: the smallest gaps between them are closed. */
export const MAX_SEEN_SPANS = 200;

/** What of a text stood on the screen long enough to be read. */
export const seenTextSchema = v.strictObject({
  /** Length of the canonical text that the spans were measured in, UTF-16 units. */
  of: positiveSchema,
  /** In text order; none touches another. */
  spans: v.pipe(v.array(spanSchema), v.maxLength(MAX_SEEN_SPANS)),
});
export type SeenText = v.InferOutput<typeof seenTextSchema>;

/** Adds spans to others; what overlaps or touches becomes one. */
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
 * What was seen of a text that is so long now, with more added. A text that was corrected keeps its shares: the spans
 * are stretched to the new length.
 *
 * @param before  the record until now; `null` when there is none
 * @param length  of the canonical text now, UTF-16 units
 * @param added   spans in the text as it is now
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
 * What was read of a text that is so long now, UTF-16 units. Before it was measured, everything up to the furthest
 * place that was ever in sight counted as read.
 */
export function spansRead({ seen, progress }: Read, length: number): Span[] {
  return seen
    ? spansIn(seen, length)
    : clip({ start: 0, end: Math.round(progress * length) }, length);
}

/** How much of the text was read, 0 to 1; see `spansRead`. */
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

/** Keeps no more spans than a record may have. */
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
