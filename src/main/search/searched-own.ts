import type { ArticleSummary } from '#shared/domain/article.ts';
import type { OwnSource } from './own-index.ts';

type Listed = Pick<ArticleSummary, 'id' | 'contentHash' | 'title' | 'own' | 'trouble'>;

/** Divides the listed articles into those that can be searched and those that cannot be read. */
export function searchedOf(listed: readonly Listed[]): Pick<OwnSource, 'articles' | 'troubled'> {
  // An article of a newer version is searched as far as this version understands it.
  const isRead = ({ trouble }: Listed) => !trouble || trouble.kind === 'newer';
  return {
    articles: listed.filter(isRead).map(({ id, contentHash, title, own }) => ({
      id,
      contentHash,
      title,
      convertedBy: own?.convertedBy,
    })),
    troubled: listed.filter((summary) => !isRead(summary)).map(({ id }) => id),
  };
}
