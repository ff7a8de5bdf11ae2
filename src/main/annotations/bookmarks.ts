import type { BookmarksChanged } from '#shared/domain/anchored-marks.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { bookmarkChanges } from './bookmark-changes.ts';
import { describeBlock } from './describe-place.ts';
import { type MarksError, type MarksParts, commit } from './marks-parts.ts';

/** Adds a bookmark to a block that has none, or removes all bookmarks of a block. */
export function setBookmark(
  parts: MarksParts,
  articleId: ArticleId,
  blockId: string,
  present: boolean,
): Result<BookmarksChanged, MarksError> {
  const { library, store, anchors } = parts;
  const article = library.get(articleId);
  if (!article.ok) return article;
  const place = describeBlock(anchors.text(article.value), article.value, blockId);
  if (!place) return fail({ code: 'bookmark/no-such-block' });
  const there = store
    .read(articleId)
    .bookmarks.filter((each) => anchors.bookmark(article.value, each).placedOn === blockId);
  const at = parts.now().toISOString();
  const bookmark = { id: parts.newId(), blockId, createdAt: at, place };
  const changed = {
    removed: present ? [] : there,
    added: present && there.length === 0 ? [bookmark] : [],
  };
  const saved = commit(parts, articleId, bookmarkChanges(articleId, at, changed));
  if (!saved.ok) return saved;
  const added = changed.added.map((each) => anchors.bookmark(article.value, each));
  return succeed({ removed: changed.removed, added, revision: parts.revisionOf(articleId) });
}
