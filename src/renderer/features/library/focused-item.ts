import type { ArticleId } from '#shared/domain/article.ts';

/** The article of the row that has the focus or contains it; `null` when there is none. */
export function focusedArticle(): ArticleId | null {
  const row = document.activeElement?.closest<HTMLElement>('main [data-article]');
  // The cast is safe, because this attribute is always written from the id of an article.
  return (row?.dataset['article'] as ArticleId | undefined) ?? null;
}

/** Moves the focus to the next or previous item. @returns its article; `null` at the end of the list */
export function focusNeighbour(by: 1 | -1): ArticleId | null {
  const links = [...document.querySelectorAll<HTMLElement>('main [data-list-item]')];
  const row = document.activeElement?.closest('[data-article]');
  const at = links.findIndex((link) => row?.contains(link));
  const next = at === -1 ? undefined : links[at + by];
  next?.focus();
  return next ? focusedArticle() : null;
}
