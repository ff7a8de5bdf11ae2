import type { Bookmark, StoredPlace } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Change } from '../store/marks-store.ts';

interface Wish {
  readonly articleId: ArticleId;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The bookmarks that stand on the block already. */
  readonly there: readonly Bookmark[];
  /** The bookmark to be there, or none. */
  readonly wanted: {
    readonly blockId: string;
    readonly place: StoredPlace;
    readonly newId: () => string;
  } | null;
}

/** What puts one bookmark on a block, or takes all of them away: merged paragraphs may have several. */
export function bookmarkChanges({ articleId, at, there, wanted }: Wish): Change[] {
  if (!wanted) {
    return there.map(({ id, blockId }) => ({
      kind: 'remove-bookmark',
      articleId,
      at,
      id,
      blockId,
    }));
  }
  if (there.length > 0) return [];
  const { blockId, place, newId } = wanted;
  const bookmark = { id: newId(), blockId, createdAt: at, place };
  return [{ kind: 'put-bookmark', articleId, at, bookmark }];
}
