import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';

/** Returns the SHA-256 of all files that an article was made from: former originals first, then the present one. */
export const originalsOf = ({ own }: Pick<ArticleSummary, 'own'>): readonly string[] =>
  own ? [...own.formerOriginals, own.original.sha256] : [];

/** Finds articles by their originals and by their text. */
export interface OwnLookup {
  put(summary: ArticleSummary): void;
  drop(summary: ArticleSummary | undefined): void;
  /** @param sha256 hash of a present or former original */
  byOriginal(sha256: string): ArticleId | undefined;
  byContent(contentHash: string): ArticleId | undefined;
}

export function createOwnLookup(): OwnLookup {
  const originals = new Map<string, ArticleId>();
  const contents = new Map<string, ArticleId>();
  return {
    put(summary) {
      for (const sha256 of originalsOf(summary)) originals.set(sha256, summary.id);
      contents.set(summary.contentHash, summary.id);
    },
    drop(summary) {
      if (!summary) return;
      for (const sha256 of originalsOf(summary))
        if (originals.get(sha256) === summary.id) originals.delete(sha256);
      if (contents.get(summary.contentHash) === summary.id) contents.delete(summary.contentHash);
    },
    byOriginal: (sha256) => originals.get(sha256),
    byContent: (contentHash) => contents.get(contentHash),
  };
}
