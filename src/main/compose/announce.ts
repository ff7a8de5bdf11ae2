import type { BrowserWindow } from 'electron';
import type { ArticleId } from '#shared/domain/article.ts';
import { MAX_CHANGED_ARTICLES } from '#shared/domain/limits.ts';
import { createRevisions } from '../annotations/revisions.ts';
import { sendEvent } from '../electron/window.ts';
import type { SearchClient } from '../search/client.ts';
import type { MarksStore } from '../store/marks-store.ts';
import { searchableAnnotations } from './wire-search.ts';

/** Tells the search and the window what has changed in the store. */
export interface Announcements {
  /** Highlights or bookmarks of an article have changed: tells both. */
  readonly marksChanged: (articleId: ArticleId) => void;
  /** The number of the last change of an article that `marksChanged` was called for. */
  readonly revisionOf: (articleId: ArticleId) => number;
  /** Highlights of an article have changed: tells the search only. */
  readonly searchMarks: (articleId: ArticleId) => void;
  /** The reading position or the place on the reading list has changed: tells the window. */
  readonly readingChanged: (articleId: ArticleId) => void;
  /** Many articles have changed in one step: tells the window. @param isMarked true when highlights were changed */
  readonly manyChanged: (isMarked: boolean, articleIds: readonly ArticleId[]) => void;
}

export function createAnnouncements(
  store: MarksStore,
  search: SearchClient,
  window: BrowserWindow,
): Announcements {
  const revisions = createRevisions();
  const searchMarks = (articleId: ArticleId): void =>
    search.putAnnotations(searchableAnnotations(articleId, store));
  return {
    marksChanged(articleId) {
      searchMarks(articleId);
      sendEvent(window, 'marks/changed', { articleId, revision: revisions.next(articleId) });
    },
    revisionOf: (articleId) => revisions.of(articleId),
    searchMarks,
    readingChanged: (articleId) => sendEvent(window, 'reading/changed', { articleId }),
    manyChanged(isMarked, changed) {
      if (isMarked) sendEvent(window, 'tags/changed', {});
      const articleIds = changed.length > MAX_CHANGED_ARTICLES ? [] : [...changed];
      if (changed.length > 0) sendEvent(window, 'library/changed', { articleIds });
    },
  };
}
