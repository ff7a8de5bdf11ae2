import type { ArticleId } from '#shared/domain/article.ts';

/** Counts the changes of the marks of each article in this run, so that two answers about them can be put in order. */
export interface Revisions {
  /** How many changes there were so far; 0 before the first. */
  of(articleId: ArticleId): number;
  /** Counts one more change and returns its number. */
  next(articleId: ArticleId): number;
}

export function createRevisions(): Revisions {
  const counts = new Map<ArticleId, number>();
  const of = (articleId: ArticleId): number => counts.get(articleId) ?? 0;
  return {
    of,
    next(articleId) {
      const revision = of(articleId) + 1;
      counts.set(articleId, revision);
      return revision;
    },
  };
}
