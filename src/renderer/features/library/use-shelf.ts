import { useCallback } from 'react';
import { describeFailure } from '#renderer/bridge/save-failure.ts';
import { usePutShelf } from '#renderer/bridge/queries.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import type { Shelf } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { NO_SHELF } from '#shared/domain/defaults.ts';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';

/** An article and what was said of it before. */
export interface Shelved {
  readonly articleId: ArticleId;
  readonly shelf: Shelf | null | undefined;
}

export interface ShelfActions {
  readonly setSaved: (item: Shelved, saved: boolean) => void;
  readonly setFinished: (item: Shelved, finished: boolean) => void;
}

/** Saves articles and marks them as read; each can be taken back for some seconds. */
export function useShelf(): ShelfActions {
  const { mutateAsync } = usePutShelf();

  const put = useCallback(
    async ({ articleId, shelf }: Shelved, change: Partial<Shelf>, done: MessageKey) => {
      const before = shelf ?? NO_SHELF;
      const write = (next: Shelf): Promise<boolean> =>
        mutateAsync({ articleId, shelf: next }).then(
          () => true,
          (error: unknown) => {
            showToast({ text: describeFailure(error) });
            return false;
          },
        );
      if (!(await write({ ...before, ...change }))) return;
      const action = { label: translate('toast.undo'), run: () => void write(before) };
      showToast({ text: translate(done), action });
    },
    [mutateAsync],
  );

  const setSaved = useCallback(
    (item: Shelved, saved: boolean) =>
      void put(
        item,
        { savedAt: saved ? new Date().toISOString() : null },
        saved ? 'library.item.saved' : 'library.item.unsaved',
      ),
    [put],
  );
  const setFinished = useCallback(
    (item: Shelved, finished: boolean) =>
      void put(
        item,
        { finished: { is: finished, at: new Date().toISOString() } },
        finished ? 'library.item.markedRead' : 'library.item.markedUnread',
      ),
    [put],
  );
  return { setSaved, setFinished };
}
