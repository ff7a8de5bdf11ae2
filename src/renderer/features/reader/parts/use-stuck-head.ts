import { type RefObject, useEffect } from 'react';

/**
 * Keeps the head of a table in sight that scrolls by itself. The head of any other table is kept there by its style, but
 * a box that scrolls across is the frame for it in both directions.
 */
export function useStuckHead(box: RefObject<HTMLElement | null>, isWide: boolean): void {
  useEffect(() => {
    const element = box.current;
    const head = element?.querySelector<HTMLTableSectionElement>('thead:not([data-long])');
    const scroller = element?.closest('[data-skip-target]');
    if (!isWide || !element || !head || !scroller) return undefined;
    const follow = (): void => {
      const { top, bottom } = element.getBoundingClientRect();
      const rows = head.rows;
      const most = bottom - top - head.offsetHeight - (rows[0]?.offsetHeight ?? 0);
      const shift = Math.min(scroller.getBoundingClientRect().top - top, most);
      element.style.setProperty('--shift', `${Math.max(0, shift)}px`);
    };
    const stop = (): void => scroller.removeEventListener('scroll', follow);
    // A table out of sight is not measured, because the browser would have to lay it out.
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return stop();
      follow();
      scroller.addEventListener('scroll', follow, { passive: true });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      stop();
      element.style.removeProperty('--shift');
    };
  }, [box, isWide]);
}
