import { setFinished, setSaved } from '#renderer/undo/article-changes.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import type { ArticleId } from '#shared/domain/article.ts';

export interface ShelfActions {
  readonly setSaved: (articleId: ArticleId, saved: boolean) => void;
  readonly setFinished: (articleId: ArticleId, finished: boolean) => void;
}

/** The actions that change the reading list and the read mark of articles. A message offers to undo each of them. */
export const shelfActions: ShelfActions = {
  setSaved: (articleId, saved) => void attempt(() => setSaved([articleId], saved)),
  setFinished: (articleId, finished) => void attempt(() => setFinished([articleId], finished)),
};
