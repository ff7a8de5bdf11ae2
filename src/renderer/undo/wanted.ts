import type { Place } from './place.ts';

let wanted: Place | null = null;
const listeners = new Set<() => void>();

/** Asks the page to draw what undo wants to show, such as a row far down in a list. `null` ends this. */
export function setWanted(place: Place | null): void {
  wanted = place;
  for (const listener of listeners) listener();
}

export const wantedPlace = (): Place | null => wanted;

/** Returns what stops it. */
export function onWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
