import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { ArticleId } from '#shared/domain/article.ts';
import { sendEvent } from '../electron/window.ts';
import type { ArticleAnnotations } from '../search/annotation-index.ts';
import { type SearchClient, createSearchClient } from '../search/client.ts';
import { searchedOf } from '../search/searched-own.ts';
import type { MarksStore } from '../store/marks-store.ts';
import type { OpenedData } from './open-data.ts';

/**
 * Creates the search, which asks for the present articles and annotations whenever a worker starts.
 *
 * @param onUnreadable called for each own article that a worker cannot read
 */
export function wireSearch(
  data: OpenedData,
  window: BrowserWindow,
  onUnreadable: (id: ArticleId) => void,
): SearchClient {
  const { dataFolder, library, log, own, store, workers } = data;
  return createSearchClient({
    fork: () => workers.fork('search-worker'),
    annotations: () =>
      library
        .list()
        .map(({ id }) => searchableAnnotations(id, store))
        .filter(({ annotations }) => annotations.length > 0),
    own: () => ({ dataFolder, mayWrite: own.readOnly === null, ...searchedOf(own.list()) }),
    onUnreadable: (articleId) => {
      log.write({ code: 'search/unreadable', detail: { articleId } });
      onUnreadable(articleId);
    },
    onStatus: (status) => sendEvent(window, 'search/state', status),
  });
}

/** Starts the search. Its process starts while the window draws, and reading never waits for it. */
export async function startSearch(
  search: SearchClient,
  { bundled }: OpenedData,
  outFolder: string,
): Promise<void> {
  const shippedIndex = await readFile(join(outFolder, 'library', 'index.bin')).catch(
    () => null, // The worker builds a missing index.
  );
  search.start({ articles: bundled, shippedIndex });
}

/** What the search needs to know of the highlights of an article. */
export function searchableAnnotations(articleId: ArticleId, store: MarksStore): ArticleAnnotations {
  const { annotations } = store.read(articleId);
  return {
    articleId,
    annotations: annotations.map(({ id, note, quote, updatedAt }) => ({
      id,
      note,
      quote: quote.exact,
      updatedAt,
    })),
  };
}
