import type { Span } from '#shared/domain/span.ts';
import type { ExportedAnnotation } from './exported.ts';

/** A mark in the text with the number of its note, or `null` if it has none. */
export interface NumberedMark extends ExportedAnnotation {
  readonly span: Span;
  readonly number: number | null;
}

/** Numbers the marks with a note in the order of the text. Marks without an anchor are left out. */
export function numberMarks(annotations: readonly ExportedAnnotation[]): NumberedMark[] {
  let last = 0;
  return annotations.flatMap(({ span, ...mark }) =>
    span === null
      ? []
      : [{ ...mark, span, number: mark.annotation.note.trim() === '' ? null : ++last }],
  );
}
