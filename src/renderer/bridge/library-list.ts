import type { QueryClient } from '@tanstack/react-query';
import type { Output } from '#shared/contract/contract.ts';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { call } from './bridge.ts';

/** The query for the summaries of all articles. */
export const LIBRARY = {
  queryKey: ['library'],
  queryFn: readLibrary,
  // The comparison would go through thousands of summaries. `renewLibrary` keeps the unchanged ones anyway.
  structuralSharing: false,
} as const;

async function readLibrary(): Promise<readonly ArticleSummary[]> {
  const all: ArticleSummary[] = [];
  for (let from: number | null = 0; from !== null;) {
    const { articles, next }: Output<'library/list'> = await call('library/list', { from });
    all.push(...articles);
    from = next;
  }
  return all;
}

/** Reads the summaries of changed articles again. @param articleIds an empty list stands for "many", and reads all */
export async function renewLibrary(
  client: QueryClient,
  articleIds: readonly ArticleId[],
): Promise<void> {
  const { queryKey } = LIBRARY;
  // A list that is being read now may be older than the change, so it is read again as a whole.
  const isWhole =
    client.getQueryData(queryKey) !== undefined && client.isFetching({ queryKey }) === 0;
  if (articleIds.length === 0 || !isWhole) return client.invalidateQueries({ queryKey });
  const summaries = await call('library/summaries', { articleIds: [...articleIds] });
  const fresh = new Map(summaries.map((summary) => [summary.id, summary]));
  const isChanged = new Set(articleIds);
  client.setQueryData<readonly ArticleSummary[]>(queryKey, (known = []) => {
    const kept = known.flatMap((summary) => {
      if (!isChanged.has(summary.id)) return [summary];
      const now = fresh.get(summary.id);
      fresh.delete(summary.id);
      return now ? [now] : [];
    });
    return [...kept, ...fresh.values()];
  });
}
