import { useViewState, viewState } from '#renderer/view-state/view-state.ts';
import type { Place } from './place.ts';

/** Asks the page to draw what undo wants to show, such as a row far down in a list. `null` ends this. */
export const setWanted = (place: Place | null): void => viewState.set('undoTarget', place);

export const useWanted = (): Place | null => useViewState('undoTarget');
