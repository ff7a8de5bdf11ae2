import type { OpenPage } from '../text/page.ts';

/** Frames after which heights that were guessed have become true: those around the place it was brought to. */
const SETTLING_FRAMES = 6;

/** The latest scrolling of each page; an earlier one that still settles gives way to it. */
const latest = new WeakMap<Element, Range>();

/**
 * Scrolls at once so that a range begins so far below the upper edge of the window, CSS pixels. In a long article
 * what comes into sight is laid out only then, so that the place is looked for again in the next frames.
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
