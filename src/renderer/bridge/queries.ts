import {
  QueryClient,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { EventPayload, Input } from '#shared/contract/contract.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { ImportState } from '#shared/domain/import.ts';
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
      void client.invalidateQueries({ queryKey: ['search', 'annotations'] });
    }),
    listen('library/changed', ({ articleIds }) => {
      void client.invalidateQueries({ queryKey: ['library'] });
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

/**
 * Annotations whose note or quote a query finds; of one article, or of all.
 *
 * @public
 */
export const useSearchAnnotations = (query: AnnotationQuery) =>
  useQuery({
    queryKey: ['search', 'annotations', query],
    queryFn: () => call('search/annotations', query),
    enabled: query.text.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
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

/** Saves a highlight, new or changed; resolves when it is on the disk. */
export const useSaveAnnotation = () =>
  useMutation({
    mutationFn: (draft: Input<'annotations/save'>) => call('annotations/save', draft),
  });

export const useRemoveAnnotation = () =>
  useMutation({
    mutationFn: (which: Input<'annotations/remove'>) => call('annotations/remove', which),
  });

/** The reader says where a highlight belongs. */
export const usePinAnnotation = () =>
  useMutation({
    mutationFn: (chosen: Input<'annotations/pin'>) => call('annotations/pin', chosen),
  });

/** Puts records back as they were, or takes them away. */
export const useApplyRecords = () =>
  useMutation({ mutationFn: (change: Input<'marks/apply'>) => call('marks/apply', change) });

export const useSetBookmark = () =>
  useMutation({ mutationFn: (which: Input<'bookmarks/set'>) => call('bookmarks/set', which) });

export const useSaveReading = () =>
  useMutation({ mutationFn: (place: Input<'reading/save'>) => call('reading/save', place) });

/** How the search worker is; `undefined` before it has said anything. */
export const useSearchState = () =>
  useQuery<EventPayload<'search/state'>['state']>({
    queryKey: ['search/state'],
    queryFn: () => 'preparing',
    enabled: false,
  }).data;

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

export const useEditDetails = () =>
  useMutation({ mutationFn: (edit: Input<'library/edit'>) => call('library/edit', edit) });

export const useRemoveArticle = () =>
  useMutation({ mutationFn: (which: Input<'library/remove'>) => call('library/remove', which) });

export const useRestoreArticle = () =>
  useMutation({ mutationFn: (which: Input<'library/restore'>) => call('library/restore', which) });
