import { useEffect } from 'react';
import { useCommands } from '#renderer/commands/registry.ts';
import { isSaved, shelfActions, useNeighbours } from '#renderer/features/library/index.ts';
import { articleRoute } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { isFocusModeOn, setFocusMode } from '#renderer/ui/focus-mode.ts';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';

export interface OpenArticle {
  /** True when the list knows highlights or bookmarks of the article. */
  readonly marked: boolean;
  readonly saved: boolean;
  readonly finished: boolean;
  readonly next: ArticleSummary | null;
  readonly toggleSaved: () => void;
  readonly toggleFinished: () => void;
}

/** Registers the commands for the open article as a whole, with their keys. */
export function useArticleCommands(articleId: ArticleId): OpenArticle {
  const { item, next, previous } = useNeighbours(articleId);
  const [saved, finished] = [item !== null && isSaved(item), item?.state === 'read'];
  const toggleSaved = (): void => void (item && shelfActions.setSaved(item.article.id, !saved));
  const toggleFinished = (): void =>
    void (item && shelfActions.setFinished(item.article.id, !finished));
  const open = (to: typeof next) => ({
    isEnabled: () => to !== null,
    run: () => void (to && navigate(articleRoute(to.article.id))),
  });
  useCommands({
    'article.next': open(next),
    'article.previous': open(previous),
    'saved.toggle': toggleSaved,
    'read.toggle': toggleFinished,
    'focus.toggle': () => setFocusMode(!isFocusModeOn()),
  });
  // The focus mode ends with the article, because lists do not have it.
  useEffect(() => () => setFocusMode(false), []);
  const { highlights = 0, bookmarks = 0 } = item?.marks ?? {};
  return {
    marked: highlights + bookmarks > 0,
    saved,
    finished,
    next: next?.article ?? null,
    toggleSaved,
    toggleFinished,
  };
}
