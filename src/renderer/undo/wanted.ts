import { useViewState, viewState } from '#renderer/view-state/view-state.ts';
import type { UndoTarget } from './undo-target.ts';

/** Asks the page to draw what undo wants to show, such as a row far down in a list. `null` ends this. */
export const setWanted = (target: UndoTarget | null): void => viewState.set('undoTarget', target);

export const useWanted = (): UndoTarget | null => useViewState('undoTarget');
