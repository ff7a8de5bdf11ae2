import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { EventPayload } from '#shared/contract/contract.ts';
import type { MarksAtRevision } from '#shared/domain/anchored-marks.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';
import { call } from './bridge.ts';
import type { MarksChange, MarksFollower } from './change-marks.ts';

/** The marks of each article, as the main process returns them: one entry of the query cache per article. */
export interface MarksCache extends MarksFollower {
  /** Reads the marks of an article; never returns a state that is older than a change that was announced. */
  read(articleId: ArticleId): Promise<MarksAtRevision>;
  /** Called when the main process has announced a change of this window or from elsewhere. */
  changed(event: EventPayload<'marks/changed'>): void;
}

const keyOf = (articleId: ArticleId) => ['marks', articleId] as const;

const caches = new WeakMap<QueryClient, MarksCache>();

/** Returns the only cache of marks of a query client. */
export function marksCacheOf(client: QueryClient): MarksCache {
  const known = caches.get(client) ?? createMarksCache(client);
  caches.set(client, known);
  return known;
}

/** Returns the query for the marks of one article. */
export const marksQuery = (client: QueryClient, articleId: ArticleId) =>
  queryOptions({
    queryKey: keyOf(articleId),
    queryFn: () => marksCacheOf(client).read(articleId),
  });

/**
 * Puts the answer to every change of this window into the query cache. The main process numbers the changes, and an
 * answer is applied only to the state right before it. When a change between them is missing, because an answer overtook
 * another or the change came from elsewhere, the marks are read again when no own change is running.
 */
function createMarksCache(client: QueryClient): MarksCache {
  /** The highest number of a change that was announced, by article. */
  const newest = new Map<ArticleId, number>();
  /** How many changes of this window have no answer yet, by article. */
  const underWay = new Map<ArticleId, number>();
  const newestOf = (articleId: ArticleId): number => newest.get(articleId) ?? 0;

  function hear(articleId: ArticleId, revision: number): void {
    newest.set(articleId, Math.max(newestOf(articleId), revision));
  }

  function count(articleId: ArticleId, by: 1 | -1): void {
    const left = (underWay.get(articleId) ?? 0) + by;
    if (left > 0) underWay.set(articleId, left);
    else underWay.delete(articleId);
  }

  function put(articleId: ArticleId, change: MarksChange): void {
    hear(articleId, change.revision);
    const state = client.getQueryState<MarksAtRevision>(keyOf(articleId));
    // A change of tags or of the text has no number, so its marks are read again, which includes this answer.
    if (!state?.data || state.isInvalidated) return;
    if (state.data.revision === change.revision - 1)
      client.setQueryData(keyOf(articleId), withChange(state.data, change));
  }

  async function catchUp(articleId: ArticleId): Promise<void> {
    const state = client.getQueryState<MarksAtRevision>(keyOf(articleId));
    if (!state?.data || underWay.has(articleId)) return;
    if (state.isInvalidated || state.data.revision < newestOf(articleId))
      await client.invalidateQueries({ queryKey: keyOf(articleId), exact: true });
  }

  return {
    async read(articleId) {
      for (;;) {
        const marks = await call('marks/get', { articleId });
        if (marks.revision >= newestOf(articleId)) return marks;
      }
    },
    changed({ articleId, revision }) {
      hear(articleId, revision);
      void catchUp(articleId);
    },
    begin: (articleId) => count(articleId, 1),
    end(articleId, change) {
      count(articleId, -1);
      if (change) put(articleId, change);
      return catchUp(articleId);
    },
  };
}

/** Returns the marks after a change, in the order of the store: an existing record keeps its position. */
function withChange(marks: MarksAtRevision, change: MarksChange): MarksAtRevision {
  return {
    annotations: replaced(
      marks.annotations,
      ({ id }) => id,
      change.annotations,
      change.removedAnnotations,
    ),
    bookmarks: replaced(marks.bookmarks, bookmarkKey, change.bookmarks, change.removedBookmarks),
    revision: change.revision,
  };
}

function replaced<Item>(
  items: readonly Item[],
  keyOfItem: (item: Item) => string,
  changed: readonly Item[],
  removed: readonly string[],
): Item[] {
  const gone = new Set<string>(removed);
  const fresh = new Map(changed.map((item) => [keyOfItem(item), item]));
  const kept = items.filter((item) => !gone.has(keyOfItem(item)));
  const now = kept.map((item) => fresh.get(keyOfItem(item)) ?? item);
  for (const item of kept) fresh.delete(keyOfItem(item));
  return [...now, ...fresh.values()];
}
