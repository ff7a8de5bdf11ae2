import type { Annotation } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { useRemoveAnnotation, useSaveAnnotation } from '#renderer/bridge/queries.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { reportFailure } from './failure-code.ts';
import { unsavedNotes } from './unsaved-notes.ts';

/** Removes a highlight with its note; a toast brings both back for some seconds. */
export function useRemoveWithUndo(): (annotation: Annotation) => void {
  const remove = useRemoveAnnotation();
  const save = useSaveAnnotation();

  return ({ id, articleId, meaning, span, note: savedNote }) => {
    const note = unsavedNotes.get(id) ?? savedNote;
    const restore = () => save.mutateAsync({ id, articleId, meaning, span, note });
    const work = remove.mutateAsync({ articleId, id }).then(() => {
      unsavedNotes.drop(id);
      showToast({
        text: translate('ann.deleted'),
        action: { label: translate('toast.undo'), run: () => reportFailure(restore()) },
      });
    });
    reportFailure(work);
  };
}
