import { useMemo } from 'react';
import { useLibrary, useMarksSummaries } from '#renderer/bridge/queries.ts';
import { type LibraryItem, joinMarks } from './reading-state.ts';

/** All articles with their marks and reading states; `null` until they are read. */
export function useItems(): readonly LibraryItem[] | null {
  const { data: articles } = useLibrary();
  const { data: summaries } = useMarksSummaries();
  return useMemo(
    () => (articles && summaries ? joinMarks(articles, summaries) : null),
    [articles, summaries],
  );
}
