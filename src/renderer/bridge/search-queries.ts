import {
  type Query,
  type QueryClient,
  keepPreviousData,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { EventPayload, Output } from '#shared/contract/contract.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { AnnotationQuery, Matching, SearchQuery } from '#shared/domain/search.ts';
import type { CoveredResult } from '#shared/domain/search-result.ts';
import { call } from './bridge.ts';
import { createNewestQuestion } from './newest-question.ts';

/** What a query finds in the articles, and in the notes and highlights with their anchors. */
export interface SearchAnswer {
  readonly result: CoveredResult;
  readonly annotations: Output<'search/annotations'>;
  /** The time from the question to the answer, ms. */
  readonly tookMs: number;
}

/** The shortest and the longest pause before an incomplete answer is renewed, ms. */
const RENEWAL_MS = { least: 1_000, most: 15_000 };
/** The pause is this many times the time that the answer took, so that indexing gets the larger part of the time. */
const REST_PER_ANSWER = 2;

const newestSearch = createNewestQuestion();
const newestLocate = createNewestQuestion();

/**
 * Searches articles, notes and highlights in one query, so that the page is drawn once for every letter. The answer
 * to a blank text is `null`, so that the next letter does not show what an earlier text had found. An answer that
 * does not cover the whole library is renewed until it does.
 *
 * @param isNewest  true when the text is the one in the field; an earlier text is shown if it was answered, but not
 *   asked again
 */
export function useSearch(query: SearchQuery, isNewest: boolean) {
  const client = useQueryClient();
  const isBlank = isBlankText(query.text);
  return useQuery({
    ...searchOptions(client, query),
    enabled: isNewest && !isBlank,
    ...(isBlank && { initialData: null }),
    placeholderData: keepPreviousData,
    refetchInterval: restBeforeRenewal,
  });
}

/** Asks at once what `useSearch` asks at the next rendering, so that the answer is found while the page is drawn. */
export function useSearchAhead(): (query: SearchQuery) => void {
  const client = useQueryClient();
  return (query) => {
    if (isBlankText(query.text)) return;
    const options = searchOptions(client, query);
    newestSearch.want(options.queryKey);
    void client.prefetchQuery(options);
  };
}

const isBlankText = (text: string): boolean => text.trim() === '';

const searchOptions = (client: QueryClient, query: SearchQuery) => {
  const queryKey = ['search', 'all', query] as const;
  return {
    queryKey,
    // A blank text has the answer `null`, see `useSearch`.
    queryFn: (): Promise<SearchAnswer | null> =>
      newestSearch.ask(client, queryKey, () => search(query)),
    gcTime: 60_000,
    // An answer that does not cover the whole library is stale at once.
    staleTime: (asked: SearchQueryState) => (isIncomplete(asked.state.data) ? 0 : Infinity),
    // Answers are new each time, so that comparing them part by part would only take time.
    structuralSharing: false,
  };
};

type SearchQueryState = Query<
  SearchAnswer | null,
  Error,
  SearchAnswer | null,
  readonly ['search', 'all', SearchQuery]
>;

const isIncomplete = (answer: SearchAnswer | null | undefined): boolean =>
  (answer?.result.coverage.waiting ?? 0) > 0;

function restBeforeRenewal({ state: { data } }: SearchQueryState): number | false {
  if (!data || !isIncomplete(data)) return false;
  const { least, most } = RENEWAL_MS;
  return Math.min(most, Math.max(least, REST_PER_ANSWER * data.tookMs));
}

/** Asks for articles, and for notes and highlights, in two calls, however much is found. */
export async function search(query: SearchQuery): Promise<SearchAnswer> {
  const askedMs = performance.now();
  const [result, annotations] = await Promise.all([
    call('search/query', query),
    call('search/annotations', { ...query, articleId: null, withHighlights: true }),
  ]);
  return { result, annotations, tookMs: performance.now() - askedMs };
}

/** The matches of a query inside one article, in text order. */
export function useLocate(articleId: ArticleId, text: string, matching: Matching) {
  const client = useQueryClient();
  const queryKey = ['search', 'locate', articleId, text, matching] as const;
  const isBlank = isBlankText(text);
  useEffect(() => {
    if (!isBlank) newestLocate.want(['search', 'locate', articleId, text, matching]);
  }, [articleId, text, matching, isBlank]);
  return useQuery({
    queryKey,
    queryFn: () =>
      newestLocate.ask(client, queryKey, () =>
        call('search/locate', { articleId, text, matching }),
      ),
    enabled: !isBlank,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}

/** The highlights whose note, quote or tags contain a query, of one article or of all. */
export const useSearchAnnotations = (query: AnnotationQuery) =>
  useQuery({
    queryKey: ['search', 'annotations', query],
    queryFn: () => call('search/annotations', { ...query, withHighlights: false }),
    enabled: !isBlankText(query.text),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });

type SearchStatus = EventPayload<'search/state'>;

const SEARCH_STATUS = { queryKey: ['search/status'], queryFn: () => call('search/status', {}) };

/** The state of the search worker, and how much of the library it covers. The main process reports every change. */
export const useSearchStatus = (): SearchStatus | undefined => useQuery(SEARCH_STATUS).data;

/** Stores a new state of the search, and repeats searches that it could not answer before or not as a whole. */
export function followSearch(client: QueryClient, status: SearchStatus): void {
  const before = client.getQueryData<SearchStatus>(SEARCH_STATUS.queryKey);
  client.setQueryData(SEARCH_STATUS.queryKey, status);
  if (status.state === 'ready' && before?.state !== 'ready') void renewSearches(client, ['search']);
  const isCompleted = status.coverage?.waiting === 0 && before?.coverage?.waiting !== 0;
  if (isCompleted) void renewSearches(client, ['search', 'all']);
}

const waiting = new Map<string, () => void>();

/**
 * Repeats searches, because the searched data has changed. A search that is running is not cancelled but repeated
 * when it is answered: otherwise many changes in a row, as in an import, would leave a slow search without any
 * answer.
 */
export async function renewSearches(
  client: QueryClient,
  queryKey: readonly string[],
): Promise<void> {
  const name = queryKey.join(' ');
  if (client.isFetching({ queryKey }) === 0) return client.invalidateQueries({ queryKey });
  if (waiting.has(name)) return;
  const stop = client.getQueryCache().subscribe(() => {
    if (client.isFetching({ queryKey }) > 0) return;
    stop();
    waiting.delete(name);
    void client.invalidateQueries({ queryKey });
  });
  waiting.set(name, stop);
}
