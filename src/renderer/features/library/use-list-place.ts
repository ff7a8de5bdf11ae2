import { type RefObject, useEffect, useRef, useState } from 'react';
import type { LibraryFilter, LibraryOrder } from './reading-state.ts';

interface ListPlace {
  filter: LibraryFilter;
  order: LibraryOrder;
  scrollTop: number;
  /** Address of the link that had the focus. */
  focused: string | null;
}

/** How the list was left: coming back finds the same list, scroll and focus. */
const left: ListPlace = { filter: 'all', order: 'published', scrollTop: 0, focused: null };

interface UseListPlace {
  readonly filter: LibraryFilter;
  readonly order: LibraryOrder;
  readonly setFilter: (filter: LibraryFilter) => void;
  readonly setOrder: (order: LibraryOrder) => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

export function useListPlace(listed: boolean): UseListPlace {
  const scroller = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState(left.filter);
  const [order, setOrder] = useState(left.order);

  useEffect(() => {
    const element = scroller.current;
    if (!listed || !element) return undefined;
    element.scrollTop = left.scrollTop;
    if (left.focused) {
      element
        .querySelector<HTMLElement>(`a[href="${CSS.escape(left.focused)}"]`)
        ?.focus({ preventScroll: true });
    }
    const keepScroll = (): void => {
      left.scrollTop = element.scrollTop;
    };
    const keepFocus = (event: FocusEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      left.focused = link?.getAttribute('href') ?? null;
    };
    element.addEventListener('scroll', keepScroll, { passive: true });
    element.addEventListener('focusin', keepFocus);
    return () => {
      element.removeEventListener('scroll', keepScroll);
      element.removeEventListener('focusin', keepFocus);
    };
  }, [listed]);

  useEffect(() => {
    left.filter = filter;
    left.order = order;
  }, [filter, order]);

  return { filter, order, setFilter, setOrder, scroller };
}
