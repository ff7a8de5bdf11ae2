import { useCallback } from 'react';
import { describeFailure } from '#renderer/bridge/save-failure.ts';
import { usePutShelf } from '#renderer/bridge/queries.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import type { Shelf, ShelfChange } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';

export interface ShelfActions {
  readonly setSaved: (articleId: ArticleId, saved: boolean) => void;
  readonly setFinished: (articleId: ArticleId, finished: boolean) => void;
}

/** Saves articles and marks them as read; each can be taken back for some seconds. */
export function useShelf(): ShelfActions {
  const { mutateAsync } = usePutShelf();

  const put = useCallback(
    async (articleId: ArticleId, change: ShelfChange, done: MessageKey) => {
      const write = (next: ShelfChange): Promise<Shelf | null> =>
        mutateAsync({ articleId, change: next }).catch((error: unknown) => {
          showToast({ text: describeFailure(error) });
          return null;
        });
      const before = await write(change);
      if (!before) return;
      // Only what was changed goes back: another change may have come between.
      const back =
        'savedAt' in change ? { savedAt: before.savedAt } : { finished: before.finished };
      const action = { label: translate('toast.undo'), run: () => void write(back) };
      showToast({ text: translate(done), action });
    },
    [mutateAsync],
  );

  const setSaved = useCallback(
    (articleId: ArticleId, saved: boolean) =>
      void put(
        articleId,
        { savedAt: saved ? new Date().toISOString() : null },
        saved ? 'library.item.saved' : 'library.item.unsaved',
      ),
    [put],
  );
  const setFinished = useCallback(
    (articleId: ArticleId, finished: boolean) =>
      void put(
        articleId,
        { finished: { is: finished, at: new Date().toISOString() } },
        finished ? 'library.item.markedRead' : 'library.item.markedUnread',
      ),
    [put],
  );
  return { setSaved, setFinished };
}
