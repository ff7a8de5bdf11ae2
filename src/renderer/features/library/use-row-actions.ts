import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import { type ShelfActions, shelfActions } from './shelf.ts';

/** What can be done with every article of a list. */
export interface RowActions extends ShelfActions {
  /** Nothing can be saved in this run. */
  readonly readOnly: boolean;
}

/** Asked for once by a list, not by each of its rows: every one would watch the same answers. */
export function useRowActions(): RowActions {
  return { ...shelfActions, readOnly: useIsReadOnly() };
}
