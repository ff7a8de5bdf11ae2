import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, succeed } from '#shared/domain/result.ts';
import { createPace } from '../disk/turns.ts';

/**
 * Applies an action to many articles in time slices. Unknown articles are skipped; when the disk refuses one, it
 * stops. Returns the ids of the articles that were changed, or the failure when none was.
 */
export async function eachOf(
  articleIds: readonly ArticleId[],
  act: (id: ArticleId) => Result<null>,
  onDone: (id: ArticleId) => void,
): Promise<Result<{ articleIds: ArticleId[] }>> {
  const pace = createPace();
  const done: ArticleId[] = [];
  for (const id of articleIds) {
    const acted = act(id);
    if (acted.ok) {
      done.push(id);
      onDone(id);
    } else if (acted.error.code === 'library/not-saved') {
      return done.length > 0 ? succeed({ articleIds: done }) : acted;
    }
    await pace();
  }
  return succeed({ articleIds: done });
}
