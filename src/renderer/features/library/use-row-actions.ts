import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import { type ShelfActions, shelfActions } from './shelf.ts';

/** The actions for every article of a list. */
export interface RowActions extends ShelfActions {
  /** True when nothing can be saved in this run. */
  readonly readOnly: boolean;
}

/**
 * The actions for the rows of a list. The list calls this once, because each row would otherwise observe the same
 * queries.
 */
export function useRowActions(): RowActions {
  return { ...shelfActions, readOnly: useIsReadOnly() };
}
