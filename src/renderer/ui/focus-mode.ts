import { useSyncExternalStore } from 'react';

let on = false;
const listeners = new Set<() => void>();

/** Leaves nothing on the screen but the text, or brings the rest back. */
export function setFocusMode(next: boolean): void {
  on = next;
  for (const listener of listeners) listener();
}

export const isFocusModeOn = (): boolean => on;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useFocusMode = (): boolean => useSyncExternalStore(subscribe, isFocusModeOn);
