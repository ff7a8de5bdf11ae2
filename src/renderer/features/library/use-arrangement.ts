import { useEffect, useState } from 'react';
import {
  ANY_LABEL,
  type LabelFilter,
  type LibraryFilter,
  type LibraryOrder,
} from './reading-state.ts';

interface Arrangement {
  readonly filter: LibraryFilter;
  readonly order: LibraryOrder;
  readonly labels: LabelFilter;
}

/** How the list was left, while the window is open. */
let left: Arrangement = { filter: 'all', order: 'published', labels: ANY_LABEL };

/** Which articles are listed and in what order; coming back finds the same list. */
export function useArrangement() {
  const [arrangement, setArrangement] = useState(left);
  useEffect(() => {
    left = arrangement;
  }, [arrangement]);
  const change = (part: Partial<Arrangement>): void =>
    setArrangement((now) => ({ ...now, ...part }));
  return {
    ...arrangement,
    setFilter: (filter: LibraryFilter) => change({ filter }),
    setLabels: (labels: LabelFilter) => change({ labels }),
    setOrder: (order: LibraryOrder) => change({ order }),
  };
}
