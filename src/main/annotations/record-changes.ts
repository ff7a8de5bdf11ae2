import { tidyTags } from '#shared/arabic/tags.ts';
import type { RecordChange } from '#shared/domain/annotation.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';
import type { Change, MarksStore } from '../store/marks-store.ts';

/**
 * What puts records as they are and takes others away. What is not there is not taken away again, and a
 * record of another article is left out.
 *
 * @param at  the time of the change, ISO 8601
 */
export function recordChanges(wanted: RecordChange, store: MarksStore, at: string): Change[] {
  const { articleId } = wanted;
  const removed = new Set(wanted.removedBookmarks);
  return [
    ...wanted.annotations
      .filter((annotation) => annotation.articleId === articleId)
      .map((annotation): Change => ({
        kind: 'put-annotation',
        articleId,
        at,
        annotation: { ...annotation, tags: tidyTags(annotation.tags), updatedAt: at },
      })),
    ...wanted.removedAnnotations
      .filter((id) => store.findAnnotation(articleId, id))
      .map((id): Change => ({ kind: 'remove-annotation', articleId, at, id })),
    ...store
      .read(articleId)
      .bookmarks.filter((bookmark) => removed.has(bookmarkKey(bookmark)))
      .map(({ id, blockId }): Change => ({ kind: 'remove-bookmark', articleId, at, id, blockId })),
    ...wanted.bookmarks.map((bookmark): Change => ({
      kind: 'put-bookmark',
      articleId,
      at,
      bookmark,
    })),
  ];
}
