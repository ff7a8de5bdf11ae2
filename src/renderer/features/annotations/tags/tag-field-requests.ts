import { viewState } from '#renderer/view-state/view-state.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';

/** The functions that focus the tags of the highlights on the screen, by the id of the highlight. */
const shown = new Map<AnnotationId, () => void>();

/** Focuses the tags of a highlight, now or when its editor has opened. */
export function goToTags(id: AnnotationId): void {
  const go = shown.get(id);
  if (go) go();
  else viewState.set('tagsToFocus', id);
}

/** Registers the function that focuses the tags of a highlight on the screen. @returns the function that removes it */
export function offerTags(id: AnnotationId, go: () => void): () => void {
  shown.set(id, go);
  if (viewState.get('tagsToFocus') === id) go();
  viewState.set('tagsToFocus', null);
  return () => {
    if (shown.get(id) === go) shown.delete(id);
  };
}
