import type { Article, ArticleId } from '#shared/domain/article.ts';

/** Articles that are kept in memory after they were read: the one that is open, and those before it. */
const KEPT = 8;

/** The articles that were read last: every mark asks for its article's text. */
export interface ReadCache {
  get(id: ArticleId): Article | undefined;
  keep(article: Article): void;
  forget(id: ArticleId): void;
}

export function createReadCache(): ReadCache {
  const kept = new Map<ArticleId, Article>();
  return {
    get(id) {
      const article = kept.get(id);
      if (!article) return undefined;
      kept.delete(id);
      kept.set(id, article);
      return article;
    },
    keep(article) {
      kept.delete(article.id);
      kept.set(article.id, article);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    },
    forget: (id) => void kept.delete(id),
  };
}
