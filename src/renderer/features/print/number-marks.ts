import type { Annotation } from '#shared/domain/annotation.ts';

/** A highlight with the number of its note; `null` when it has none. */
export interface NumberedMark extends Pick<Annotation, 'id' | 'meaning' | 'span'> {
  readonly number: number | null;
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
