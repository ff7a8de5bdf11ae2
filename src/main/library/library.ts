import {
  type Article,
  type ArticleId,
  type ArticleSummary,
  summarize,
} from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';

export type LibraryError = { readonly code: 'library/not-found' };

/** The articles that can be read now. */
export interface Library {
  list(): readonly ArticleSummary[];
  get(id: ArticleId): Result<Article, LibraryError>;
}

/** A library held in memory, in the order given. */
export function createLibrary(articles: readonly Article[]): Library {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const summaries = articles.map(summarize);
  return {
    list: () => summaries,
    get(id) {
      const article = byId.get(id);
      return article ? succeed(article) : fail({ code: 'library/not-found' });
    },
  };
}
