import { tidyTags } from '#shared/arabic/tags.ts';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { RecordChange } from '#shared/domain/annotation.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';
import { type Change, type MarksStore, removalOf } from '../store/marks-store.ts';
import { bookmarkChanges } from './bookmark-changes.ts';

/**
 * Creates the changes that write records exactly as given and remove others. Records that do not exist are not
 * removed again, and records of another article are skipped.
 *
 * @param at the time of the change, ISO 8601
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
      .flatMap((id) => store.findAnnotation(articleId, id) ?? [])
      .map((annotation) => removalOf(annotation, at)),
    ...bookmarkChanges(articleId, at, {
      removed: store
        .read(articleId)
        .bookmarks.filter((bookmark) => removed.has(bookmarkKey(bookmark))),
      added: wanted.bookmarks,
    }),
  ];
}

/** Returns the records that a change has written, among all marks of an article. */
export function recordsOf(change: RecordChange, marks: ArticleMarks): ArticleMarks {
  const annotations = new Set(change.annotations.map(({ id }) => id));
  const bookmarks = new Set(change.bookmarks.map(bookmarkKey));
  return {
    annotations: marks.annotations.filter(({ id }) => annotations.has(id)),
    bookmarks: marks.bookmarks.filter((bookmark) => bookmarks.has(bookmarkKey(bookmark))),
    reading: null,
    shelf: null,
  };
}
