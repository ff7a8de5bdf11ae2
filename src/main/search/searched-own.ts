import type { ArticleSummary } from '#shared/domain/article.ts';
import type { OwnSource } from './own-index.ts';

/** Parts what the library lists into what can be searched and what cannot be read. */
export function searchedOf(
  listed: readonly ArticleSummary[],
): Pick<OwnSource, 'articles' | 'troubled'> {
  // What a newer version wrote is searched as far as it is understood.
  const isRead = ({ trouble }: ArticleSummary) => !trouble || trouble.kind === 'newer';
  return {
    articles: listed
      .filter(isRead)
      .map(({ id, contentHash, title }) => ({ id, contentHash, title })),
    troubled: listed.filter((summary) => !isRead(summary)).map(({ id }) => id),
  };
}
