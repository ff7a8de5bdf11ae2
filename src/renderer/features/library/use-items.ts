import { useMemo } from 'react';
import { useLibrary, useMarksSummaries } from '#renderer/bridge/queries.ts';
import { type LibraryItem, joinMarks } from './reading-state.ts';

/** Every article with what its reader has done in it; `null` until they are read. */
export function useItems(): readonly LibraryItem[] | null {
  const { data: articles } = useLibrary();
  const { data: summaries } = useMarksSummaries();
  return useMemo(
    () => (articles && summaries ? joinMarks(articles, summaries) : null),
    [articles, summaries],
  );
}
