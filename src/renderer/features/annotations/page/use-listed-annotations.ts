import { useMemo } from 'react';
import { useAllMarks, useLibrary } from '#renderer/bridge/queries.ts';
import { type ListedAnnotation, listAnnotations } from './arrange-annotations.ts';
import { type ListedBookmark, listBookmarks } from './list-bookmarks.ts';

/** All highlights and bookmarks of the library; `null` until they are read. */
export function useMarksList(): {
  readonly items: readonly ListedAnnotation[] | null;
  readonly bookmarks: readonly ListedBookmark[] | null;
} {
  const { data: articles } = useLibrary();
  const { data: marks } = useAllMarks();
  return useMemo(
    () =>
      articles && marks
        ? { items: listAnnotations(articles, marks), bookmarks: listBookmarks(articles, marks) }
        : { items: null, bookmarks: null },
    [articles, marks],
  );
}
