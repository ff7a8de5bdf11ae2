import { useCallback } from 'react';
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
import type { ImportJobState } from '#shared/domain/import-progress.ts';
import type { Settings, SettingsPatch } from '#shared/domain/settings.ts';
import { call, listen } from './bridge.ts';
import { followOwnChanges } from './change-marks.ts';
import { LIBRARY, renewLibrary } from './library-list.ts';
import { marksCacheOf, marksQuery } from './marks-cache.ts';
import { NO_READER_MARKS, type ReaderMarks, toReaderMarks } from './reader-marks.ts';
import { followSearch, renewSearches } from './search-queries.ts';

/**
 * A client for data that all comes from the main process on this machine. It is never offline, and time alone makes
 * nothing stale.
 */
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

/** Reads again what the events of the main process say has changed. @returns the function that stops this */
export function followEvents(client: QueryClient): () => void {
  const marks = marksCacheOf(client);
  const stops = [
    followOwnChanges(marks),
    listen('marks/changed', (change) => {
      marks.changed(change);
      void client.invalidateQueries({ queryKey: ['marks/summaries'] });
      void client.invalidateQueries({ queryKey: ['annotations'] });
      void client.invalidateQueries({ queryKey: ['tags'] });
      void renewSearches(client, ['search', 'annotations']);
      void renewSearches(client, ['search', 'all']);
    }),
    listen('reading/changed', () => {
      void client.invalidateQueries({ queryKey: ['marks/summaries'] });
    }),
    listen('tags/changed', () => {
      for (const key of ['marks', 'marks/summaries', 'annotations', 'tags'])
        void client.invalidateQueries({ queryKey: [key] });
      void renewSearches(client, ['search']);
    }),
    listen('library/changed', ({ articleIds }) => {
      void renewLibrary(client, articleIds);
      // A damaged article may have been made again, which changes the notices.
      void client.invalidateQueries({ queryKey: ['app/info'] });
      void client.invalidateQueries({ queryKey: ['marks/summaries'] });
      void client.invalidateQueries({ queryKey: ['tags'] });
      void client.invalidateQueries({ queryKey: REMOVED.queryKey });
      void renewSearches(client, ['search']);
      if (articleIds.length === 0) void client.invalidateQueries({ queryKey: ['article'] });
      for (const id of articleIds) {
        void client.invalidateQueries({ queryKey: ['article', id] });
        // A new text changes the anchors of its marks.
        void client.invalidateQueries({ queryKey: ['marks', id] });
      }
    }),
    listen('import/progress', (state) => {
      const before = client.getQueryData<ImportJobState>(['import/state']);
      client.setQueryData(['import/state'], state);
      // The list may be long, so it is read again only when it has a new failure or update, or is complete.
      const isUrgent = before?.failed !== state.failed || before.updates !== state.updates;
      if (isUrgent || state.state !== 'running')
        void client.invalidateQueries({ queryKey: ['import/items'] });
    }),
    listen('search/state', (status) => followSearch(client, status)),
  ];
  return () => stops.forEach((stop) => stop());
}

const SETTINGS = { queryKey: ['settings'], queryFn: () => call('settings/get', {}) };

/** Asks for the data that the first screen shows. */
export async function prefetchFirstScreen(client: QueryClient): Promise<void> {
  await Promise.all([
    client.prefetchQuery(LIBRARY),
    prefetchMarksAndNotices(client),
    client.prefetchQuery(SETTINGS),
  ]);
}

/** Asks for the notices after the answer about the marks, because reading the marks of many articles adds notices. */
async function prefetchMarksAndNotices(client: QueryClient): Promise<void> {
  await client.prefetchQuery({
    queryKey: ['marks/summaries'],
    queryFn: () => call('marks/summaries', {}),
  });
  await client.prefetchQuery({ queryKey: ['app/info'], queryFn: () => call('app/info', {}) });
}

const REMOVED = { queryKey: ['bin'], queryFn: () => call('bin/list', {}) };

/** The items that were removed from the library, the latest first. */
export const useRemovedItems = () => useQuery(REMOVED);

export const useAppInfo = () =>
  useQuery({ queryKey: ['app/info'], queryFn: () => call('app/info', {}) });

/** True when nothing can be saved in this run. Controls that change marks are then disabled. */
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
  const client = useQueryClient();
  const { data, isSuccess } = useQuery({
    ...marksQuery(client, articleId),
    select: toReaderMarks,
    enabled: wanted,
  });
  return { marks: data ?? NO_READER_MARKS, loaded: isSuccess };
}

/** A function that returns the marks of one article as the last change has left them, or `null` until they are read. */
export function useKnownMarks(articleId: ArticleId): () => ReaderMarks | null {
  const client = useQueryClient();
  return useCallback(() => {
    const marks = client.getQueryData(marksQuery(client, articleId).queryKey);
    return marks ? toReaderMarks(marks) : null;
  }, [client, articleId]);
}

/** The reading position of an article, read again each time it is opened; `undefined` until it is known. */
export const useReading = (articleId: ArticleId) =>
  useQuery({
    queryKey: ['reading', articleId],
    queryFn: () => call('reading/get', { articleId }),
    gcTime: 0,
  }).data;

/** The highlights and bookmarks of every article that has any. */
export const useAllMarks = () =>
  useQuery({
    queryKey: ['annotations', 'list'],
    queryFn: () => call('annotations/list', {}),
    select: byArticle,
  });

function byArticle(all: Output<'annotations/list'>): ReadonlyMap<ArticleId, ReaderMarks> {
  return new Map(all.map(({ articleId, ...marks }) => [articleId, toReaderMarks(marks)]));
}

/** All tags of the library, the most used first. */
export const useTags = () =>
  useQuery({ queryKey: ['tags'], queryFn: () => call('tags/list', {}) }).data;

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

/** The settings to change. A function receives the settings as the change before has left them. */
export type SettingsChange = SettingsPatch | ((now: Settings) => SettingsPatch);

/** Changes settings one after the other, so that two quick clicks are two steps. */
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
  useMutation({ mutationFn: (position: Input<'reading/save'>) => call('reading/save', position) });

/** The progress of the import. The main process reports every change of it. */
export const useImportState = () =>
  useQuery({ queryKey: ['import/state'], queryFn: () => call('import/state', {}) }).data;

/** The result of each file of the last import. */
export const useImportItems = (enabled: boolean) =>
  useQuery({
    queryKey: ['import/items'],
    queryFn: () => call('import/items', {}),
    enabled,
    placeholderData: keepPreviousData,
  }).data;
