import type { Shelf, ShelfChange } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, succeed } from '#shared/domain/result.ts';
import { createPace } from '../turns.ts';
import type { Marks, MarksError } from './marks.ts';

interface ShelfGroup {
  readonly articleIds: readonly ArticleId[];
  readonly change: ShelfChange;
}

interface ShelfBefore {
  readonly articleId: ArticleId;
  /** What stood there before. */
  readonly shelf: Shelf;
}

/**
 * Puts many articles among the saved or finished ones, or takes them out, in turns. What is gone from the library is left
 * out; the first that the disk refuses ends it. Answers what stood before of those that were changed, or why none was.
 */
export async function putShelves(
  marks: Pick<Marks, 'putShelf'>,
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
