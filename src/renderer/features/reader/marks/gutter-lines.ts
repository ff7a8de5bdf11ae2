import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';

/** Height of one mark in the margin, CSS pixels. */
const MARK_PX = 24;

/**
 * Returns the upper edge of each mark in the margin, CSS pixels. A mark is beside its first line, and marks that would
 * overlap are moved below each other.
 *
 * @param tops  the middle of each highlight's first line; a highlight without one is left out
 */
export function placeMarks(
  annotations: readonly Annotation[],
  tops: ReadonlyMap<AnnotationId, number>,
): ReadonlyMap<AnnotationId, number> {
  const places = new Map<AnnotationId, number>();
  const known = annotations.flatMap(({ id }) => {
    const top = tops.get(id);
    return top === undefined ? [] : [{ id, top: top - MARK_PX / 2 }];
  });
  let free = Number.NEGATIVE_INFINITY;
  for (const { id, top } of known.sort((a, b) => a.top - b.top)) {
    const place = Math.max(top, free);
    places.set(id, place);
    free = place + MARK_PX;
  }
  return places;
}
