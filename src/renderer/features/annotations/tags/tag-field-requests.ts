import type { AnnotationId } from '#shared/domain/annotation.ts';

/** What leads to the tags of a highlight that is on the screen, by its id. */
const shown = new Map<AnnotationId, () => void>();

/** The highlight whose tags are to be led to as soon as they are on the screen. */
let wanted: AnnotationId | null = null;

/** Leads to the tags of a highlight, now or when its editor has opened. */
export function goToTags(id: AnnotationId): void {
  const go = shown.get(id);
  if (go) go();
  else wanted = id;
}

/** Says that tags are on the screen, and how to get to them; returns what takes that back. */
export function offerTags(id: AnnotationId, go: () => void): () => void {
  shown.set(id, go);
  if (wanted === id) go();
  wanted = null;
  return () => {
    if (shown.get(id) === go) shown.delete(id);
  };
}
