import { useEffect } from 'react';
import { useCommands } from '#renderer/commands/registry.ts';
import { announce } from '#renderer/ui/live.ts';
import { translate } from '#shared/i18n/translate.ts';
import { focusNeighbour, focusedArticle } from './focused-item.ts';
import type { Selection } from './use-selection.ts';

/** Registers the commands that select articles of a list, and announces the selection to screen readers. */
export function useSelectCommands(selection: Selection, isBusy: boolean): void {
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
    escape: { isEnabled: () => ids !== null, run: end },
  });

  const count = ids?.size ?? 0;
  useEffect(() => {
    if (count > 0) announce(translate('library.selected', { n: count }));
  }, [count]);
}
