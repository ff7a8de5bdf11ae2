import { useEffect } from 'react';
import { useCommands } from '#renderer/commands/registry.ts';
import { announce } from '#renderer/ui/live.ts';
import { translate } from '#shared/i18n/translate.ts';
import { focusNeighbour, focusOther, focusedArticle } from './focused-item.ts';
import type { Selection } from './use-selection.ts';

interface Options {
  /** True while a dialog is open. */
  readonly isBusy: boolean;
  /** Removes the selected articles; `null` when none of them can be removed. */
  readonly onRemove: (() => void) | null;
}

/** Registers the commands for selecting articles of a list, and announces the selection to screen readers. */
export function useSelectCommands(selection: Selection, { isBusy, onRemove }: Options): void {
  const { ids, select, selectAll, end } = selection;
  const isInRow = (): boolean => !isBusy && focusedArticle() !== null;

  function extend(by: 1 | -1): void {
    const from = focusedArticle();
    if (from === null) return;
    if (ids === null) select(from, 'one');
    const to = focusNeighbour(by);
    if (to !== null) select(to, 'to');
  }

  useCommands({
    'list.select': {
      isEnabled: isInRow,
      run: () => {
        const id = focusedArticle();
        if (id !== null) select(id, 'one');
      },
    },
    'list.extendNext': { isEnabled: isInRow, run: () => extend(1) },
    'list.extendPrevious': { isEnabled: isInRow, run: () => extend(-1) },
    'list.selectAll': { isEnabled: () => !isBusy, run: selectAll },
    'list.remove': {
      isEnabled: () => !isBusy && onRemove !== null,
      run: () => {
        focusOther(ids ?? new Set());
        onRemove?.();
      },
    },
    escape: { isEnabled: () => ids !== null, run: end },
  });

  const count = ids?.size ?? 0;
  useEffect(() => {
    if (count > 0) announce(translate('library.selected', { n: count }));
  }, [count]);
}
