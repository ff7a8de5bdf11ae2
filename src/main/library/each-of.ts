import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, succeed } from '#shared/domain/result.ts';
import { createPace } from '../turns.ts';

/**
 * Does the same with many articles, in turns. Articles that are not there are left out; the first that the disk refuses ends
 * it. Answers those that it was done with, or why it was done with none.
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
