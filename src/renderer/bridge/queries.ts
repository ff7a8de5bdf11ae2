import {
  QueryClient,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { EventPayload, Input, Output } from '#shared/contract/contract.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { AnnotationQuery, Dial, SearchQuery } from '#shared/domain/search.ts';
import type { SettingsPatch } from '#shared/domain/settings.ts';
import { call, listen } from './bridge.ts';
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
    }),
    listen('search/state', ({ state }) => {
      client.setQueryData(['search/state'], state);
      if (state === 'ready') void client.invalidateQueries({ queryKey: ['search'] });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Asks for what the first screen shows. */
export async function prefetchFirstScreen(client: QueryClient): Promise<void> {
  await Promise.all([
    client.prefetchQuery({ queryKey: ['library'], queryFn: () => call('library/list', {}) }),
    client.prefetchQuery({ queryKey: ['app/info'], queryFn: () => call('app/info', {}) }),
    client.prefetchQuery({ queryKey: ['settings'], queryFn: () => call('settings/get', {}) }),
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

export const useLibrary = () =>
  useQuery({ queryKey: ['library'], queryFn: () => call('library/list', {}) });

export const useArticle = (articleId: ArticleId) =>
  useQuery({
    queryKey: ['article', articleId],
    queryFn: () => call('library/get', { articleId }),
  });

export const useMarksSummaries = () =>
  useQuery({ queryKey: ['marks/summaries'], queryFn: () => call('marks/summaries', {}) });

/** The marks of one article; empty until they are read. */
export function useMarks(articleId: ArticleId): { marks: ReaderMarks; loaded: boolean } {
  const { data, isSuccess } = useQuery({
    queryKey: ['marks', articleId],
    queryFn: () => call('marks/get', { articleId }),
    select: toReaderMarks,
  });
  return { marks: data ?? NO_READER_MARKS, loaded: isSuccess };
}

export const useSearch = (query: SearchQuery) =>
  useQuery({
    queryKey: ['search', query],
    queryFn: () => call('search/query', query),
    enabled: query.text.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });

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
      toReaderMarks({ annotations, bookmarks: [], reading: null }),
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

export const useSettings = () =>
  useQuery({ queryKey: ['settings'], queryFn: () => call('settings/get', {}) });

export function useChangeSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (patch: SettingsPatch) => call('settings/set', patch),
    onSuccess: (settings) => client.setQueryData(['settings'], settings),
  });
}

export const useSaveReading = () =>
  useMutation({ mutationFn: (place: Input<'reading/save'>) => call('reading/save', place) });

/** How the search worker is; `undefined` before it has said anything. */
export const useSearchState = () =>
  useQuery<EventPayload<'search/state'>['state']>({
    queryKey: ['search/state'],
    queryFn: () => 'preparing',
    enabled: false,
  }).data;
