import { useCallback } from 'react';
import { BridgeError } from '#renderer/bridge/bridge.ts';
import { useRemoveArticle, useRestoreArticle } from '#renderer/bridge/queries.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';

/** Moves an own article to the bin; a toast brings it back with its marks. */
export function useRemoveWithUndo(): (article: ArticleSummary) => void {
  const { mutateAsync: remove } = useRemoveArticle();
  const { mutateAsync: restore } = useRestoreArticle();
  return useCallback(
    ({ id, title }) => {
      const undo = (): void => void restore({ articleId: id }).catch(tell);
      remove({ articleId: id })
        .then(() =>
          showToast({
            text: translate('library.removed', { title }),
            action: { label: translate('toast.undo'), run: undo },
          }),
        )
        .catch(tell);
    },
    [remove, restore],
  );
}

function tell(error: unknown): void {
  const code = error instanceof BridgeError ? error.failure.code : 'app/unexpected';
  showToast({ text: translate('details.notSaved', { code }) });
}
