import { useCommands } from '#renderer/commands/registry.ts';
import { focusedArticle } from './focused-item.ts';
import { type LibraryItem, isSaved } from './reading-state.ts';
import type { ShelfActions } from './shelf.ts';

/** Registers the commands for the focused item of a list. */
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
