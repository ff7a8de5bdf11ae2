import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';

/** Marks that stand together in the margin; `top` is the middle of the first, CSS pixels. */
export interface GutterLine {
  readonly top: number;
  readonly marks: readonly Annotation[];
}

/** Height of one mark in the margin, CSS pixels. */
const MARK_PX = 24;

/** Puts each mark beside its first line; those that would lie on each other stand one below the other. */
export function groupByLine(
  annotations: readonly Annotation[],
  tops: ReadonlyMap<AnnotationId, number>,
): readonly GutterLine[] {
  const lines: { top: number; marks: Annotation[] }[] = [];
  const placed = annotations.flatMap((annotation) => {
    const top = tops.get(annotation.id);
    return top === undefined ? [] : [{ annotation, top }];
  });
  for (const { annotation, top } of placed.sort((a, b) => a.top - b.top)) {
    const line = lines.at(-1);
    if (line && top < line.top + line.marks.length * MARK_PX) line.marks.push(annotation);
    else lines.push({ top, marks: [annotation] });
  }
  return lines;
}
