import { useState } from 'react';
import { useCommands } from '#renderer/commands/registry.ts';

/**
 * The row of a list whose name is under the hand, by the key in its `data-renamable`; the key of the command begins with
 * the row that has the focus, which gets it back.
 */
export function useRenaming(
  readOnly: boolean,
): readonly [string | null, (key: string | null) => void] {
  const [renaming, setRenaming] = useState<string | null>(null);
  const focused = (): string | null =>
    document.activeElement?.closest<HTMLElement>('[data-renamable]')?.dataset['renamable'] ?? null;
  useCommands({
    'item.rename': {
      isEnabled: () => focused() !== null && !readOnly,
      run: () => setRenaming(focused()),
    },
  });
  const change = (key: string | null): void => {
    const before = renaming;
    setRenaming(key);
    if (key !== null || before === null) return;
    // When the name stands there again; a click that has led elsewhere keeps the focus.
    requestAnimationFrame(() => {
      const free = document.activeElement === null || document.activeElement === document.body;
      const row = document.querySelector(`[data-renamable="${CSS.escape(before)}"]`);
      if (free) row?.querySelector<HTMLElement>('[data-list-item]')?.focus();
    });
  };
  return [renaming, change];
}
