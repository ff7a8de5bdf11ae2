import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';

interface Start {
  readonly chosenId: AnnotationId | null;
  readonly by: 1 | -1;
  /** Offset of the first visible character, UTF-16 units. The search starts there when no highlight is chosen. */
  readonly from: number;
}

/** Returns the next or previous highlight in the text, and continues around the ends. */
export function nextHighlight(
  annotations: readonly Pick<Annotation, 'id' | 'span'>[],
  { chosenId, by, from }: Start,
): Pick<Annotation, 'id' | 'span'> | undefined {
  const ordered = annotations.toSorted(
    ({ span: a }, { span: b }) => a.start - b.start || a.end - b.end,
  );
  const at = ordered.findIndex(({ id }) => id === chosenId);
  if (at !== -1) return ordered.at((at + by) % ordered.length);
  return by === 1
    ? (ordered.find(({ span }) => span.end > from) ?? ordered[0])
    : (ordered.findLast(({ span }) => span.start < from) ?? ordered.at(-1));
}
