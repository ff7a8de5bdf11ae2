import { useMemo } from 'react';
import { type LibraryItem, isSaved } from './reading-state.ts';
import { useItems } from './use-items.ts';

/** How much stands on each shelf of the library. */
export interface ShelfCounts {
  readonly all: number;
  /** Begun and not finished. */
  readonly reading: number;
  readonly saved: number;
  readonly highlights: number;
}

/** What the navigation counts beside its links; `null` until it is read. */
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
