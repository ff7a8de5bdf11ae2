import type { Article } from './article.ts';

/** The separators that the import writes between several authors. */
const BETWEEN_NAMES = /[،؛;]/u;

/** Returns every author of an article by name; empty when none is named. */
export function authorsOf({ author }: Pick<Article, 'author'>): readonly string[] {
  const names = (author ?? '').split(BETWEEN_NAMES).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

/** Returns the year of an article's date in four digits, or `null` when it is unknown. */
export function yearOf({ date }: Pick<Article, 'date'>): string | null {
  return /^\d{4}/u.exec(date ?? '')?.[0] ?? null;
}
