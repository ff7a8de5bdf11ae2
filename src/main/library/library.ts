import {
  type Article,
  type ArticleId,
  type ArticleSummary,
  summarize,
} from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import type { OwnArticles } from './own-articles.ts';
import type { NotShown } from './own-errors.ts';

export type LibraryError = NotShown;

/** All articles that can be opened: the bundled ones and the reader's own. */
export interface Library {
  list(): readonly ArticleSummary[];
  summary(id: ArticleId): ArticleSummary | undefined;
  get(id: ArticleId): Result<Article, LibraryError>;
}

/** Combines the bundled articles, in the given order, with the own articles after them. */
export function createLibrary(
  bundled: readonly Article[],
  own?: Pick<OwnArticles, 'list' | 'read' | 'summary'>,
): Library {
  const byId = new Map(bundled.map((article) => [article.id, article]));
  const summaries = bundled.map(summarize);
  const summaryById = new Map(summaries.map((summary) => [summary.id, summary]));
  return {
    list: () => (own ? [...summaries, ...own.list()] : summaries),
    summary: (id) => summaryById.get(id) ?? own?.summary(id),
    get(id) {
      const article = byId.get(id);
      if (article) return succeed(article);
      return own?.read(id) ?? fail({ code: 'library/not-found' });
    },
  };
}
