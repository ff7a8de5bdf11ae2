import { setFinished, setSaved } from '#renderer/undo/article-changes.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import type { ArticleId } from '#shared/domain/article.ts';

export interface ShelfActions {
  readonly setSaved: (articleId: ArticleId, saved: boolean) => void;
  readonly setFinished: (articleId: ArticleId, finished: boolean) => void;
}

/** Saves articles and marks them as read; a toast offers to take it back, and so does undo on any page. */
export const shelfActions: ShelfActions = {
  setSaved: (articleId, saved) => void attempt(() => setSaved([articleId], saved)),
  setFinished: (articleId, finished) => void attempt(() => setFinished([articleId], finished)),
};
