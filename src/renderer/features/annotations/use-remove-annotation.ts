import { useCallback } from 'react';
import type { Annotation } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { useRemoveAnnotation, useSaveAnnotation } from '#renderer/bridge/queries.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { reportFailure } from './failure-code.ts';
import { unsavedNotes } from './unsaved-notes.ts';

/** Removes a highlight with its note; a toast brings both back for some seconds. */
export function useRemoveWithUndo(): (annotation: Annotation) => void {
  const { mutateAsync: remove } = useRemoveAnnotation();
  const { mutateAsync: save } = useSaveAnnotation();

  return useCallback(
    ({ id, articleId, meaning, span, note: savedNote }) => {
      const note = unsavedNotes.get(id) ?? savedNote;
      focusNeighbour();
      const work = remove({ articleId, id }).then(() => {
        unsavedNotes.drop(id);
        const restore = () => reportFailure(save({ id, articleId, meaning, span, note }));
        const action = { label: translate('toast.undo'), run: restore };
        showToast({ text: translate('ann.deleted'), action });
      });
      reportFailure(work);
    },
    [remove, save],
  );
}

/** Moves the focus from a card that will go to the next one, else to the one before. */
function focusNeighbour(): void {
  const item = document.activeElement?.closest('li');
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  neighbour?.querySelector<HTMLElement>('blockquote button')?.focus({ preventScroll: true });
}
