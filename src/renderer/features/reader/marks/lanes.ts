import type { Annotation, Meaning } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { overlaps } from '#shared/domain/text.ts';

/** Returns the order of painting: later meanings cover earlier ones. */
export const priorityOf = (meaning: Meaning): number => MEANINGS.indexOf(meaning);

/** A highlight with a line below the text, and the lane of the line (0, 1, …). */
export interface Covered {
  readonly annotation: Annotation;
  readonly lane: number;
}

/** Returns the highlights that another one covers, with lanes so that their lines do not overlap. */
export const coveredHighlights = (annotations: readonly Annotation[]): readonly Covered[] =>
  highlightLanes(annotations, ({ meaning, span }) =>
    annotations.some(
      (other) => priorityOf(other.meaning) > priorityOf(meaning) && overlaps(other.span, span),
    ),
  );

/** Assigns a lane to the line of every highlight that has a line. */
export function highlightLanes(
  annotations: readonly Annotation[],
  hasLine: (annotation: Annotation) => boolean = () => true,
): readonly Covered[] {
  const placed: Covered[] = [];
  for (const annotation of annotations.filter(hasLine)) {
    const lanes = placed
      .filter((other) => overlaps(other.annotation.span, annotation.span))
      .map(({ lane }) => lane);
    placed.push({ annotation, lane: lanes.length === 0 ? 0 : Math.max(...lanes) + 1 });
  }
  return placed;
}

/**
 * Returns the highlights that a caret touches, the uppermost first. Both edges count, because a point on the last letter
 * may have its caret behind that letter.
 */
export function highlightsAt(
  annotations: readonly Annotation[],
  offset: number,
): readonly Annotation[] {
  return annotations
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .sort((a, b) => priorityOf(b.meaning) - priorityOf(a.meaning));
}
