import type { Shelf, ShelfChange } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, succeed } from '#shared/domain/result.ts';
import { createPace } from '../disk/turns.ts';
import type { MarksError } from './marks-parts.ts';
import type { MarksService } from './marks-service.ts';

interface ShelfGroup {
  readonly articleIds: readonly ArticleId[];
  readonly change: ShelfChange;
}

interface ShelfBefore {
  readonly articleId: ArticleId;
  /** The record from before the change. */
  readonly shelf: Shelf;
}

/**
 * Changes the reading list and the read state of many articles in time slices. Articles that are no longer in the
 * library are skipped; when the disk refuses one, it stops. Returns the earlier records of the changed articles, or
 * the failure when none was changed.
 */
export async function putShelves(
  marks: Pick<MarksService, 'putShelf'>,
  groups: readonly ShelfGroup[],
): Promise<Result<ShelfBefore[], MarksError>> {
  const pace = createPace();
  const before: ShelfBefore[] = [];
  for (const { articleIds, change } of groups)
    for (const articleId of articleIds) {
      const put = marks.putShelf(articleId, change);
      if (put.ok) before.push({ articleId, shelf: put.value });
      else if (put.error.code === 'store/not-saved')
        return before.length > 0 ? succeed(before) : put;
      await pace();
    }
  return succeed(before);
}
