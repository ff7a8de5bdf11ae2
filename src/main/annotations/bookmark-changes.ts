import type { Bookmark } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Change } from '../store/marks-store.ts';

/**
 * Creates the changes that remove bookmarks and add others.
 *
 * @param at the time of the change, ISO 8601
 */
export function bookmarkChanges(
  articleId: ArticleId,
  at: string,
  { removed, added }: { removed: readonly Bookmark[]; added: readonly Bookmark[] },
): Change[] {
  return [
    ...removed.map(({ id, blockId }): Change => ({
      kind: 'remove-bookmark',
      articleId,
      at,
      id,
      blockId,
    })),
    ...added.map((bookmark): Change => ({ kind: 'put-bookmark', articleId, at, bookmark })),
  ];
}
