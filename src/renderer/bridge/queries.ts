import {
  QueryClient,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Input, Output } from '#shared/contract/contract.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { ImportState } from '#shared/domain/import-progress.ts';
import type { AnnotationQuery, Dial, SearchQuery } from '#shared/domain/search.ts';
import type { AnnotationResult, SearchResult } from '#shared/domain/search-result.ts';
import type { Settings, SettingsPatch } from '#shared/domain/settings.ts';
import { call, listen } from './bridge.ts';
import { LIBRARY, renewLibrary } from './library-list.ts';
import { NO_READER_MARKS, type ReaderMarks, toReaderMarks } from './reader-marks.ts';

/** All data comes from the main process on this machine: never offline, never stale by time. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Re-reads what an event of the main process says has changed. */
export function followEvents(client: QueryClient): () => void {
  const stops = [
    listen('marks/changed', ({ articleId }) => {
      void client.invalidateQueries({ queryKey: ['marks', articleId] });
      void client.invalidateQueries({ queryKey: ['marks/summaries'] });
      void client.invalidateQueries({ queryKey: ['annotations'] });
      void client.invalidateQueries({ queryKey: ['search', 'annotations'] });
      void client.invalidateQueries({ queryKey: ['search', 'all'] });
    }),
    listen('reading/changed', () => {
      void client.invalidateQueries({ queryKey: ['marks/summaries'] });
    }),
    listen('library/changed', ({ articleIds }) => {
      void renewLibrary(client, articleIds);
      void client.invalidateQueries({ queryKey: ['marks/summaries'] });
      void client.invalidateQueries({ queryKey: ['search'] });
      if (articleIds.length === 0) void client.invalidateQueries({ queryKey: ['article'] });
      for (const id of articleIds) {
        void client.invalidateQueries({ queryKey: ['article', id] });
        // A new text moves its marks.
        void client.invalidateQueries({ queryKey: ['marks', id] });
      }
    }),
    listen('import/progress', (state) => {
      const before = client.getQueryData<ImportState>(['import/state']);
      client.setQueryData(['import/state'], state);
      // A long list is read again only when it holds something to be done, or is complete.
      const isUrgent = before?.failed !== state.failed || before.updates !== state.updates;
      if (isUrgent || state.state !== 'running')
        void client.invalidateQueries({ queryKey: ['import/items'] });
    }),
    listen('search/state', ({ state }) => {
      client.setQueryData(['search/state'], state);
      if (state === 'ready') void client.invalidateQueries({ queryKey: ['search'] });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

const SETTINGS = { queryKey: ['settings'], queryFn: () => call('settings/get', {}) };

/** Asks for what the first screen shows. */
export async function prefetchFirstScreen(client: QueryClient): Promise<void> {
  await Promise.all([
    client.prefetchQuery(LIBRARY),
    client.prefetchQuery({ queryKey: ['app/info'], queryFn: () => call('app/info', {}) }),
    client.prefetchQuery(SETTINGS),
    client.prefetchQuery({
      queryKey: ['marks/summaries'],
      queryFn: () => call('marks/summaries', {}),
    }),
  ]);
}

export const useAppInfo = () =>
  useQuery({ queryKey: ['app/info'], queryFn: () => call('app/info', {}) });

/** Nothing can be saved in this run: what changes marks is switched off. */
export const useIsReadOnly = (): boolean =>
  useAppInfo().data?.notices.some(({ code }) => code === 'store/read-only') ?? false;

export const useLibrary = () => useQuery(LIBRARY);

export const useArticle = (articleId: ArticleId) =>
  useQuery({
    queryKey: ['article', articleId],
    queryFn: () => call('library/get', { articleId }),
  });

export const useMarksSummaries = () =>
  useQuery({ queryKey: ['marks/summaries'], queryFn: () => call('marks/summaries', {}) });

/**
 * The marks of one article; empty until they are read.
 *
 * @param wanted  they are read as soon as this is true
 */
export function useMarks(
  articleId: ArticleId,
  wanted: boolean,
): { marks: ReaderMarks; loaded: boolean } {
  const { data, isSuccess } = useQuery({
    queryKey: ['marks', articleId],
    queryFn: () => call('marks/get', { articleId }),
    select: toReaderMarks,
    enabled: wanted,
  });
  return { marks: data ?? NO_READER_MARKS, loaded: isSuccess };
}

/** Where the reader of an article is, read anew each time it is opened; `undefined` until it is known. */
export const useReading = (articleId: ArticleId) =>
  useQuery({
    queryKey: ['reading', articleId],
    queryFn: () => call('reading/get', { articleId }),
    gcTime: 0,
  }).data;

/** What a query finds in the articles, and in the notes and highlights with their places in the text. */
export interface SearchAnswer {
  readonly result: SearchResult;
  readonly annotations: AnnotationResult;
  /** Of the articles with annotations found, at most `MAX_MARKED_ARTICLES`. */
  readonly marks: ReadonlyMap<ArticleId, ReaderMarks>;
}

/** Articles whose notes and highlights are shown with one answer. */
const MAX_MARKED_ARTICLES = 50;

/**
 * Articles, notes and highlights in one answer, so that the page is drawn once for every letter. `null` for a blank
 * text, so that the letter after it is not answered with what an earlier text had found.
 */
export function useSearch(query: SearchQuery) {
  const client = useQueryClient();
  const isBlank = isBlankText(query.text);
  return useQuery({
    ...searchOptions(client, query),
    enabled: !isBlank,
    ...(isBlank && { initialData: null }),
    placeholderData: keepPreviousData,
  });
}

/** Asks at once what `useSearch` will ask when the page is drawn next: the answer comes while it is drawn. */
export function useSearchAhead(): (query: SearchQuery) => void {
  const client = useQueryClient();
  return (query) => {
    if (!isBlankText(query.text)) void client.prefetchQuery(searchOptions(client, query));
  };
}

const isBlankText = (text: string): boolean => text.trim() === '';

const searchOptions = (client: QueryClient, query: SearchQuery) => ({
  queryKey: ['search', 'all', query],
  queryFn: () => search(client, query),
  gcTime: 60_000,
  // A `Map` is compared by what it is, and answers are new each time.
  structuralSharing: false,
});

async function search(client: QueryClient, query: SearchQuery): Promise<SearchAnswer | null> {
  const [result, annotations] = await Promise.all([
    call('search/query', query),
    call('search/annotations', { ...query, articleId: null }),
  ]);
  const found = new Set(annotations.matches.map(({ articleId }) => articleId));
  const read = [...found].slice(0, MAX_MARKED_ARTICLES).map(async (articleId) => {
    const marks = await client.fetchQuery({
      queryKey: ['marks', articleId],
      queryFn: () => call('marks/get', { articleId }),
    });
    return [articleId, toReaderMarks(marks)] as const;
  });
  return { result, annotations, marks: new Map(await Promise.all(read)) };
}

/** Places of a query inside one article, in text order. */
export const useLocate = (articleId: ArticleId, text: string, dial: Dial) =>
  useQuery({
    queryKey: ['search', 'locate', articleId, text, dial],
    queryFn: () => call('search/locate', { articleId, text, dial }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });

/** Annotations whose note or quote a query finds; of one article, or of all. */
export const useSearchAnnotations = (query: AnnotationQuery) =>
  useQuery({
    queryKey: ['search', 'annotations', query],
    queryFn: () => call('search/annotations', query),
    enabled: query.text.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });

/** The marks of every article that has annotations. */
export const useAllAnnotations = () =>
  useQuery({
    queryKey: ['annotations', 'list'],
    queryFn: () => call('annotations/list', {}),
    select: byArticle,
  });

function byArticle(all: Output<'annotations/list'>): ReadonlyMap<ArticleId, ReaderMarks> {
  return new Map(
    all.map(({ articleId, annotations }) => [
      articleId,
      toReaderMarks({ annotations, bookmarks: [] }),
    ]),
  );
}

/** Every known version of an annotation, oldest first. */
export const useHistory = (articleId: ArticleId, id: AnnotationId) =>
  useQuery({
    queryKey: ['annotations', 'history', articleId, id],
    queryFn: () => call('annotations/history', { articleId, id }),
  });

export const useRemovedAnnotations = () =>
  useQuery({
    queryKey: ['annotations', 'removed'],
    queryFn: () => call('annotations/removed', {}),
  });

export const useSettings = () => useQuery(SETTINGS);

/** What is to change; a function gets the settings as the change before has left them. */
export type SettingsChange = SettingsPatch | ((now: Settings) => SettingsPatch);

/** Changes settings, one change after the other: two quick clicks are two steps. */
export function useChangeSettings() {
  const client = useQueryClient();
  return useMutation({
    scope: { id: 'settings' },
    mutationFn: async (change: SettingsChange) => {
      if (typeof change !== 'function') return call('settings/set', change);
      const now = await client.ensureQueryData(SETTINGS);
      return call('settings/set', change(now));
    },
    onSuccess: (settings) => client.setQueryData(SETTINGS.queryKey, settings),
  });
}

export const useSaveReading = () =>
  useMutation({ mutationFn: (place: Input<'reading/save'>) => call('reading/save', place) });

const SEARCH_STATE = { queryKey: ['search/state'], queryFn: () => call('search/status', {}) };

/** How the search worker is; the main process tells of every change. */
export const useSearchState = () => useQuery(SEARCH_STATE).data;

/** Has the search started, which begins when its state is first asked for. */
export const wakeSearch = (client: QueryClient): Promise<void> =>
  client.prefetchQuery(SEARCH_STATE);

/** How far the import is; the main process reports it while something happens. */
export const useImportState = () =>
  useQuery({ queryKey: ['import/state'], queryFn: () => call('import/state', {}) }).data;

/** What became of each file of the last import. */
export const useImportItems = (enabled: boolean) =>
  useQuery({
    queryKey: ['import/items'],
    queryFn: () => call('import/items', {}),
    enabled,
    placeholderData: keepPreviousData,
  }).data;
