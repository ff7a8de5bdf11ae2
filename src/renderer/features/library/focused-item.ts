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

/** Moves the focus out of rows that will be removed, to the nearest one that stays, below it if possible. */
export function focusOther(removed: ReadonlySet<string>): void {
  const row = document.activeElement?.closest('main [data-article]');
  if (!row) return;
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-article]')];
  const at = rows.indexOf(row as HTMLElement);
  const stays = (each: HTMLElement): boolean => !removed.has(each.dataset['article'] ?? '');
  const next = rows.slice(at).find(stays) ?? rows.slice(0, at).findLast(stays);
  next?.querySelector<HTMLElement>('[data-list-item]')?.focus();
}
