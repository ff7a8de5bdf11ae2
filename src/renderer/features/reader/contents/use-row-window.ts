import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type RowWindow, ROW_PX, rowsInSight, scrollTopFor } from './window-of-rows.ts';

/** As much of a list as is drawn before its height is known, CSS pixels. */
const FIRST_HEIGHT_PX = 600;

interface ShownRows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: RowWindow;
  /** Scrolls to a row. */
  readonly show: (row: number) => void;
}

/**
 * Draws only the rows in sight of a list whose rows all have the same height.
 *
 * @param followed  the row that the list scrolls to when it changes, unless the list has the focus; -1 for none
 */
export function useRowWindow(count: number, followed: number): ShownRows {
  const scroller = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState(() =>
    rowsInSight(count, Math.max(0, followed) * ROW_PX, FIRST_HEIGHT_PX),
  );
  const look = useCallback((): void => {
    const { scrollTop = 0, clientHeight = FIRST_HEIGHT_PX } = scroller.current ?? {};
    const next = rowsInSight(count, scrollTop, clientHeight);
    setRows((now) => (now.from === next.from && now.to === next.to ? now : next));
  }, [count]);
  const show = useCallback(
    (row: number): void => {
      const list = scroller.current;
      if (list) list.scrollTop = scrollTopFor(row, list.scrollTop, list.clientHeight);
      look();
    },
    [look],
  );

  useLayoutEffect(() => {
    if (followed !== -1 && !scroller.current?.contains(document.activeElement)) show(followed);
    else look();
  }, [followed, show, look]);

  useEffect(() => {
    const list = scroller.current;
    if (!list) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(list);
    list.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      list.removeEventListener('scroll', look);
    };
  }, [look]);
  return { scroller, rows, show };
}
