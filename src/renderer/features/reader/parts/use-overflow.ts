import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * Tells whether the contents of a box are wider than the box, and marks the box with `data-wide` then. The mark is taken
 * away while the contents are measured, so that the style of a wide box does not hide how wide they are.
 */
export function useOverflow(box: RefObject<HTMLElement | null>): boolean {
  const [isWide, setWide] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let width = -1;
    const measure = (): void => {
      width = element.clientWidth;
      element.removeAttribute('data-wide');
      const wide = element.scrollWidth > element.clientWidth + 1;
      element.toggleAttribute('data-wide', wide);
      setWide(wide);
    };
    measure();
    let frame = 0;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      cancelAnimationFrame(frame);
      // Measuring changes the height of the box, which an observer may not do while it reports.
      frame = requestAnimationFrame(measure);
    });
    observer.observe(element);
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', measure);
    };
  }, [box]);
  return isWide;
}
