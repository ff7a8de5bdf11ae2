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
  revealAcross(range);
  const step = (frames: number): void => {
    if (latest.get(scroller) !== range || !scroller.isConnected) return;
    const by = range.getBoundingClientRect().top - scroller.getBoundingClientRect().top - fromTop;
    if (Math.abs(by) >= 1) scroller.scrollBy({ top: by, behavior: 'instant' });
    if (frames > 0) requestAnimationFrame(() => step(frames - 1));
  };
  step(page.stretches.length > 1 ? SETTLING_FRAMES : 0);
}

/** Scrolls the box of a wide table or listing so that the beginning of a range in it is in sight. */
function revealAcross(range: Range): void {
  const { startContainer } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const box = element?.closest('[data-scrolls][data-wide]');
  const [first] = range.getClientRects();
  if (!box || !first) return;
  const { left, right } = box.getBoundingClientRect();
  if (first.left < left) box.scrollLeft -= left - first.left + EDGE_PX;
  else if (first.right > right) box.scrollLeft += first.right - right + EDGE_PX;
}

/** The space beside a range that was brought into sight, CSS pixels. */
const EDGE_PX = 24;
