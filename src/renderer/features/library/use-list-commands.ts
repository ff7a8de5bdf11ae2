import { useCommands } from '#renderer/commands/registry.ts';
import { focusedArticle } from './focused-item.ts';
import { type LibraryItem, isSaved } from './reading-state.ts';
import type { ShelfActions } from './shelf.ts';

/** The keys for the item of a list that has the focus, or that holds it. */
export function useListCommands(
  items: readonly LibraryItem[],
  { setSaved, setFinished }: ShelfActions,
): void {
  const focused = (): LibraryItem | undefined => {
    const id = focusedArticle();
    return items.find(({ article }) => article.id === id);
  };
  const onFocused = (act: (item: LibraryItem) => void) => ({
    isEnabled: () => focused() !== undefined,
    run: () => {
      const item = focused();
      if (item) act(item);
    },
  });
  useCommands({
    'saved.toggle': onFocused((item) => setSaved(item.article.id, !isSaved(item))),
    'read.toggle': onFocused((item) => setFinished(item.article.id, item.state !== 'read')),
  });
}
