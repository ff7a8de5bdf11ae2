import { offsetAtPoint, rangeOfSpan } from './dom-text.ts';
import { scrollRange } from './scroll-range.ts';
import type { OpenPage } from './page.ts';

/** Half a line, CSS pixels: where the first line is looked for below the upper edge. */
const PROBE_PX = 12;

/** The offset of the first character in sight; `null` when none is. */
export function firstVisibleOffset(page: OpenPage): number | null {
  const scroller = page.scroller.current;
  const body = page.body.current;
  if (!scroller || !body) return null;
  if (scroller.scrollTop === 0) return 0;
  const frame = scroller.getBoundingClientRect();
  const column = body.querySelector('header')?.getBoundingClientRect();
  if (!column) return null;
  // The start of the line: right to left, its right end.
  const x = document.dir === 'rtl' ? column.right - 2 : column.left + 2;
  for (let y = frame.top + PROBE_PX; y < frame.bottom; y += 2 * PROBE_PX) {
    const offset = offsetAtPoint(body, page.places, x, y);
    if (offset !== null) return offset;
  }
  return null;
}

/** Scrolls so that a character is in the first line in sight. */
export function scrollToOffset(page: OpenPage, offset: number): void {
  const scroller = page.scroller.current;
  const body = page.body.current;
  page.sight.current.reach(offset);
  const range = body && rangeOfSpan(body, page.places, { start: offset, end: offset + 1 });
  if (!scroller || !range) return;
  scrollRange(page, range, PROBE_PX);
}
