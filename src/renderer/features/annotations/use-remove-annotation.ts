import { useCallback } from 'react';
import type { Annotation } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { useApplyRecords, useRemoveAnnotation } from '#renderer/bridge/queries.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { reportFailure } from './failure-code.ts';
import { unsavedNotes } from './unsaved-notes.ts';

const NOTHING_ELSE = { removedAnnotations: [], bookmarks: [], removedBookmarks: [] };

/** Removes a highlight with its note; a toast brings both back for some seconds. */
export function useRemoveWithUndo(): (annotation: Annotation) => void {
  const { mutateAsync: remove } = useRemoveAnnotation();
  const { mutateAsync: apply } = useApplyRecords();

  return useCallback(
    (record) => {
      const { id, articleId } = record;
      const note = unsavedNotes.get(id) ?? record.note;
      const back = { articleId, annotations: [{ ...record, note }], ...NOTHING_ELSE };
      focusNeighbour();
      const work = remove({ articleId, id }).then(() => {
        unsavedNotes.drop(id);
        const restore = () => reportFailure(apply(back));
        const action = { label: translate('toast.undo'), run: restore };
        showToast({ text: translate('ann.deleted'), action });
      });
      reportFailure(work);
    },
    [remove, apply],
  );
}

/** Moves the focus from a card that will go to the next one, else to the one before. */
function focusNeighbour(): void {
  const item = document.activeElement?.closest('li');
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  neighbour?.querySelector<HTMLElement>('blockquote button')?.focus({ preventScroll: true });
}
