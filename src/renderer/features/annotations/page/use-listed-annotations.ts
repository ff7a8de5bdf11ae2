import { useMemo } from 'react';
import { useAllAnnotations, useLibrary } from '#renderer/bridge/queries.ts';
import { type ListedAnnotation, listAnnotations } from './arrange-annotations.ts';

/** Every highlight of the library; `null` until it is read. */
export function useListedAnnotations(): readonly ListedAnnotation[] | null {
  const { data: articles } = useLibrary();
  const { data: marks } = useAllAnnotations();
  return useMemo(
    () => (articles && marks ? listAnnotations(articles, marks) : null),
    [articles, marks],
  );
}
