import type { ArticleSummary, Own } from './article.ts';
import type { Details } from './import.ts';

/** Returns the present details of an own article that the reader can change. */
export function detailsOf(article: ArticleSummary & { readonly own: Own }): Details {
  const { title, outlet, author, date, address, language, direction, own } = article;
  return {
    title,
    outlet,
    author,
    date,
    address: address ?? null,
    language,
    direction,
    collections: [...own.collections],
    tags: [...own.tags],
  };
}

/** True for an article that the reader added. */
export const isOwn = (article: ArticleSummary): article is ArticleSummary & { own: Own } =>
  article.own !== null;
