import { useCommands } from '#renderer/commands/registry.ts';
import type { LibraryItem } from './reading-state.ts';
import type { ShelfActions } from './shelf.ts';

/** The keys for the item of a list that has the focus, or that holds it. */
export function useListCommands(
  items: readonly LibraryItem[],
  { setSaved, setFinished }: ShelfActions,
): void {
  const focused = (): LibraryItem | undefined => {
    const row = document.activeElement?.closest<HTMLElement>('[data-article]');
    return items.find(({ article }) => article.id === row?.dataset['article']);
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

export const isSaved = ({ marks }: LibraryItem): boolean =>
  (marks?.shelf?.savedAt ?? null) !== null;
