import {
  type RefObject,
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type Portion, fitPortion, growPortion, holds, portionAround } from './portion.ts';

/** How long a row that is not drawn must be the wanted one until the list follows to it, ms. */
const FOLLOW_AFTER_MS = 150;

/** How far before the end of the drawn rows more rows are drawn. */
const MARGIN = '100% 0px';

interface DrawnPortion {
  readonly portion: Portion;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The elements before the first row and after the last one. */
  readonly start: RefObject<HTMLDivElement | null>;
  readonly end: RefObject<HTMLDivElement | null>;
}

/**
 * Decides which rows of a long list are drawn: those around the wanted row, and those that the reader scrolls to.
 *
 * @param wanted  the row that the list follows; -1 for none
 * @param kept    the row that must stay drawn and that the list goes to at once; -1 for none
 */
export function usePortion(count: number, wanted: number, kept: number): DrawnPortion {
  const [portion, setPortion] = useState(() => portionAround(count, kept === -1 ? wanted : kept));
  const shown = fitPortion(portion, count);
  const scroller = useRef<HTMLDivElement>(null);
  const start = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  if (kept !== -1 && !holds(shown, kept)) setPortion(portionAround(count, kept));

  const isAway = wanted !== -1 && !holds(shown, wanted);
  useEffect(() => {
    if (!isAway || kept !== -1) return undefined;
    // These rows are drawn in a transition, because nobody waits for them.
    const follow = (): void => startTransition(() => setPortion(portionAround(count, wanted)));
    const timer = setTimeout(follow, FOLLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isAway, count, wanted, kept]);

  const { from, to } = shown;
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          const side = target === start.current ? 'start' : 'end';
          setPortion((now) => growPortion(fitPortion(now, count), count, side, kept));
        }
      },
      { root: scroller.current, rootMargin: MARGIN },
    );
    if (start.current && from > 0) observer.observe(start.current);
    if (end.current && to < count) observer.observe(end.current);
    return () => observer.disconnect();
  }, [from, to, count, kept]);

  // The browser keeps visible rows where they are when rows are added before them, but not at the very top of the list.
  const first = useRef<{ row: Element; top: number } | null>(null);
  useLayoutEffect(() => {
    const list = scroller.current;
    const before = first.current;
    if (list && before?.row.isConnected && list.scrollTop === 0)
      list.scrollTop += before.row.getBoundingClientRect().top - before.top;
    const row = list?.querySelector('li');
    first.current = row ? { row, top: row.getBoundingClientRect().top } : null;
  }, [from]);

  return { portion: shown, scroller, start, end };
}
