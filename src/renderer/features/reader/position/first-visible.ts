import type { Span } from '#shared/domain/span.ts';
import { offsetAtPoint, rangeOfSpan } from '../text/dom-text.ts';
import { scrollRange } from './scroll-range.ts';
import type { OpenPage } from '../text/page.ts';

/** Half a line, CSS pixels: where lines are looked for at the edges of the window. */
const PROBE_PX = 12;

/** The offset of the first character in sight; `null` when none is. */
export function firstVisibleOffset(page: OpenPage): number | null {
  const place = columnOf(page);
  if (!place) return null;
  if (place.scrollTop === 0) return 0;
  for (let y = place.top + PROBE_PX; y < place.bottom; y += 2 * PROBE_PX) {
    const offset = offsetAtPoint(place.body, page.places, place.lineStart, y);
    if (offset !== null) return offset;
  }
  return null;
}

/** The words in sight, UTF-16 offsets of the canonical text; `null` when there are none or something lies over them. */
export function visibleSpan(page: OpenPage): Span | null {
  const place = columnOf(page);
  const start = firstVisibleOffset(page);
  if (!place || start === null) return null;
  for (let y = place.bottom - PROBE_PX; y > place.top; y -= 2 * PROBE_PX) {
    const end = offsetAtPoint(place.body, page.places, place.lineEnd, y);
    if (end !== null) return start < end ? { start, end } : null;
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

/** Where the lines of the text stand in the window, CSS pixels; the text has a direction of its own. */
function columnOf({ scroller, body }: OpenPage) {
  const [frame, article] = [scroller.current, body.current];
  const column = article?.querySelector('header')?.getBoundingClientRect();
  if (!frame || !article || !column) return null;
  const { top, bottom } = frame.getBoundingClientRect();
  const [left, right] = [column.left + 2, column.right - 2];
  const [lineStart, lineEnd] = article.dir === 'ltr' ? [left, right] : [right, left];
  return { body: article, scrollTop: frame.scrollTop, top, bottom, lineStart, lineEnd };
}
