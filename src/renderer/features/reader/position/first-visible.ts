import type { Span } from '#shared/domain/span.ts';
import { offsetAtPoint, rangeOfSpan } from '../text/dom-text.ts';
import { scrollRange } from './scroll-range.ts';
import type { OpenPage } from '../text/page.ts';

/** Distance from the window's edges at which a line is searched, about half a line, CSS pixels. */
const PROBE_PX = 12;

/** Returns the offset of the first visible character (UTF-16 units), or `null` when none is visible. */
export function firstVisibleOffset(page: OpenPage): number | null {
  const column = columnOf(page);
  if (!column) return null;
  if (column.scrollTop === 0) return 0;
  for (let y = column.top + PROBE_PX; y < column.bottom; y += 2 * PROBE_PX) {
    const offset = offsetAtPoint(column.body, page.blockSpans, column.lineStart, y);
    if (offset !== null) return offset;
  }
  return null;
}

/** Returns the span of the visible words (UTF-16 units), or `null` when there are none or something covers them. */
export function visibleSpan(page: OpenPage): Span | null {
  const column = columnOf(page);
  const start = firstVisibleOffset(page);
  if (!column || start === null) return null;
  for (let y = column.bottom - PROBE_PX; y > column.top; y -= 2 * PROBE_PX) {
    const end = offsetAtPoint(column.body, page.blockSpans, column.lineEnd, y);
    if (end !== null) return start < end ? { start, end } : null;
  }
  return null;
}

/** Scrolls so that a character is in the first visible line. */
export function scrollToOffset(page: OpenPage, offset: number): void {
  const scroller = page.scroller.current;
  const body = page.body.current;
  page.sight.current.reach(offset);
  const range = body && rangeOfSpan(body, page.blockSpans, { start: offset, end: offset + 1 });
  if (!scroller || !range) return;
  scrollRange(page, range, PROBE_PX);
}

/** Returns the column of the text in the window, CSS pixels. Its lines start on the side of the text's own direction. */
function columnOf({ scroller, body }: OpenPage) {
  const [frame, article] = [scroller.current, body.current];
  const column = article?.querySelector('header')?.getBoundingClientRect();
  if (!frame || !article || !column) return null;
  const { top, bottom } = frame.getBoundingClientRect();
  const [left, right] = [column.left + 2, column.right - 2];
  const [lineStart, lineEnd] = article.dir === 'ltr' ? [left, right] : [right, left];
  return { body: article, scrollTop: frame.scrollTop, top, bottom, lineStart, lineEnd };
}
