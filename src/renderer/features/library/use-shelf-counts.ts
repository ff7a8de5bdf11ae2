import { useMemo } from 'react';
import { type LibraryItem, isSaved } from './reading-state.ts';
import { useItems } from './use-items.ts';

/** The number of articles of each list. */
export interface ShelfCounts {
  readonly all: number;
  /** The number of articles that were begun and not finished. */
  readonly reading: number;
  readonly saved: number;
  readonly highlights: number;
}

/** The numbers that the navigation shows beside its links; `null` until they are read. */
export function useShelfCounts(): ShelfCounts | null {
  const items = useItems();
  return useMemo(() => (items ? countShelves(items) : null), [items]);
}

function countShelves(items: readonly LibraryItem[]): ShelfCounts {
  let [reading, saved, highlights] = [0, 0, 0];
  for (const item of items) {
    if (item.state === 'reading') reading += 1;
    if (isSaved(item)) saved += 1;
    highlights += item.marks?.highlights ?? 0;
  }
  return { all: items.length, reading, saved, highlights };
}
