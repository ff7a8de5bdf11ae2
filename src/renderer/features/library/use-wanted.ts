import { useEffect, useRef } from 'react';
import { useWanted } from '#renderer/undo/wanted.ts';
import type { ArticleId } from '#shared/domain/article.ts';

/** The article whose row undo wants to show; `null` when there is none. */
export function useWantedArticle(): ArticleId | null {
  const target = useWanted();
  return target?.kind === 'articles' ? (target.articleIds[0] ?? null) : null;
}

/** Calls `showAll` when undo wants to show an article that the filters of the list hide. */
export function useWantedInList(isShown: (id: ArticleId) => boolean, showAll: () => void): void {
  const wanted = useWantedArticle();
  const latest = useRef({ isShown, showAll });
  latest.current = { isShown, showAll };
  useEffect(() => {
    if (wanted !== null && !latest.current.isShown(wanted)) latest.current.showAll();
  }, [wanted]);
}
