import type { ArticleId } from '#shared/domain/article.ts';
import { type LibraryItem, sortItems } from './reading-state.ts';
import { useArrangement } from './use-arrangement.ts';
import { useItems } from './use-items.ts';

interface Neighbours {
  readonly item: LibraryItem | null;
  readonly next: LibraryItem | null;
  readonly previous: LibraryItem | null;
}

/** The articles before and after an article, in the order that the library's list was left in. */
export function useNeighbours(articleId: ArticleId): Neighbours {
  const items = useItems() ?? [];
  const { order } = useArrangement();
  const list = sortItems(items, order);
  const at = list.findIndex(({ article }) => article.id === articleId);
  return {
    item: list[at] ?? null,
    next: (at === -1 ? null : list[at + 1]) ?? null,
    previous: list[at - 1] ?? null,
  };
}
