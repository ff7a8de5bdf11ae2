import { useViewState, viewState } from '#renderer/view-state/view-state.ts';

/** Shows only the text of the open article, or brings everything else back. */
export const setFocusMode = (isOn: boolean): void => viewState.set('focusMode', isOn);

export const isFocusModeOn = (): boolean => viewState.get('focusMode');

export const useFocusMode = (): boolean => useViewState('focusMode');
