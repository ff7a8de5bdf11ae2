import type { OpenPage } from '../text/page.ts';

/** After this many frames the browser has laid out what has become visible, and estimated heights are replaced. */
const SETTLING_FRAMES = 6;

/** The target of each page's latest scrolling. An earlier scrolling that has not settled stops. */
const latest = new WeakMap<Element, Range>();

/**
 * Scrolls at once so that a range begins `fromTop` CSS pixels below the upper edge of the window. A long article is laid
 * out only where it is visible, so the range is measured again in the next frames.
 */
export function scrollRange(page: OpenPage, range: Range, fromTop: number): void {
  const scroller = page.scroller.current;
  if (!scroller) return;
  latest.set(scroller, range);
  const step = (frames: number): void => {
    if (latest.get(scroller) !== range || !scroller.isConnected) return;
    const by = range.getBoundingClientRect().top - scroller.getBoundingClientRect().top - fromTop;
    if (Math.abs(by) >= 1) scroller.scrollBy({ top: by, behavior: 'instant' });
    if (frames > 0) requestAnimationFrame(() => step(frames - 1));
  };
  step(page.stretches.length > 1 ? SETTLING_FRAMES : 0);
}
