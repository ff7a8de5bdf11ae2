import type { Annotation } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import type { Span } from '#shared/domain/span.ts';

/** A highlight with the number of its note; `null` when it has none. */
export interface NumberedMark extends Pick<Annotation, 'id' | 'meaning' | 'span'> {
  readonly number: number | null;
}

/** A part of a block in which all letters have the same highlights. */
export interface Passage {
  /** The span in the canonical text, UTF-16 offsets. */
  readonly span: Span;
  /** The highlights from the outermost one to the one that is drawn on top. */
  readonly marks: readonly NumberedMark[];
  /** The numbers of the notes whose highlights end here. */
  readonly notes: readonly number[];
}

/** Numbers the notes in the order of the text. */
export function numberMarks(
  annotations: readonly Pick<Annotation, 'id' | 'meaning' | 'span' | 'note'>[],
): readonly NumberedMark[] {
  let last = 0;
  return annotations
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ id, meaning, span, note }) => ({
      id,
      meaning,
      span,
      number: note.trim() === '' ? null : ++last,
    }));
}

/** Splits a block where highlights begin and end, because nested elements cannot show highlights that overlap. */
export function splitPassages(block: Span, marks: readonly NumberedMark[]): readonly Passage[] {
  const here = marks.filter(({ span }) => span.start < block.end && span.end > block.start);
  const inside = (offset: number): number => Math.max(block.start, Math.min(block.end, offset));
  const edges = here.flatMap(({ span }) => [inside(span.start), inside(span.end)]);
  const cuts = [...new Set([block.start, ...edges, block.end])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? block.end;
    return {
      span: { start, end },
      marks: here
        .filter(({ span }) => span.start < end && span.end > start)
        .toSorted((a, b) => MEANINGS.indexOf(a.meaning) - MEANINGS.indexOf(b.meaning)),
      notes: here.flatMap(({ span, number }) =>
        number !== null && span.end > start && span.end <= end ? [number] : [],
      ),
    };
  });
}
