import type { Article } from './article.ts';

/** What import writes between the names of several authors. */
const BETWEEN_NAMES = /[،؛;]/u;

/** Every author of an article by name, for lists to choose from; none when nobody is named. */
export function authorsOf({ author }: Pick<Article, 'author'>): readonly string[] {
  const names = (author ?? '').split(BETWEEN_NAMES).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

/** The year of an article's date in four digits; `null` when it is not known. */
export function yearOf({ date }: Pick<Article, 'date'>): string | null {
  return /^\d{4}/u.exec(date ?? '')?.[0] ?? null;
}
