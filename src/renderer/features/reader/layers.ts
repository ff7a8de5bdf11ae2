import type { Annotation, Meaning } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { overlaps } from '#shared/domain/text.ts';

/** Later meanings are painted over earlier ones. */
export const priorityOf = (meaning: Meaning): number => MEANINGS.indexOf(meaning);

/** A highlight that another one covers, and on which lane below the text its line runs (0, 1, …). */
export interface Covered {
  readonly annotation: Annotation;
  readonly lane: number;
}

/** The highlights that lie under another one; each gets a line of its own where lines would meet. */
export function coveredHighlights(annotations: readonly Annotation[]): readonly Covered[] {
  const covered: Covered[] = [];
  for (const annotation of annotations) {
    const isCovered = annotations.some(
      (other) =>
        priorityOf(other.meaning) > priorityOf(annotation.meaning) &&
        overlaps(other.span, annotation.span),
    );
    if (!isCovered) continue;
    const lanes = covered
      .filter((other) => overlaps(other.annotation.span, annotation.span))
      .map(({ lane }) => lane);
    covered.push({ annotation, lane: lanes.length === 0 ? 0 : Math.max(...lanes) + 1 });
  }
  return covered;
}

/**
 * The highlights that a caret touches, the one painted last first. A caret stands between two letters,
 * so the edges count too: a point on the last letter may have its caret behind it.
 */
export function highlightsAt(
  annotations: readonly Annotation[],
  offset: number,
): readonly Annotation[] {
  return annotations
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .sort((a, b) => priorityOf(b.meaning) - priorityOf(a.meaning));
}
