import { useState } from 'react';
import { useCommands } from '#renderer/commands/registry.ts';

/**
 * The row of a list whose name is being changed, by the key in its `data-renamable`. The shortcut renames the focused
 * row, and the focus goes back to it afterwards.
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
    // The next frame has the name in place of the field. A click elsewhere has moved the focus already, which then
    // stays.
    requestAnimationFrame(() => {
      const free = document.activeElement === null || document.activeElement === document.body;
      const row = document.querySelector(`[data-renamable="${CSS.escape(before)}"]`);
      if (free) row?.querySelector<HTMLElement>('[data-list-item]')?.focus();
    });
  };
  return [renaming, change];
}
