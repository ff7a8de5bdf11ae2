import type { Span } from '#shared/domain/span.ts';
import { rangeOfSpan, textRects } from '../text/dom-text.ts';
import type { OpenPage } from '../text/page.ts';

/** Distance between the bar and the words, CSS pixels. */
const GAP_PX = 8;

/** With at least this much space the bar is above the words, otherwise below them, CSS pixels. */
const ROOM_ABOVE_PX = 64;

/** Places the bar above the middle of the words and inside the column, in CSS pixels from the article's edges. */
export function placeBar(bar: HTMLElement, page: OpenPage, span: Span) {
  const body = page.body.current;
  const scroller = page.scroller.current;
  const range = body && rangeOfSpan(body, page.blockSpans, span);
  const rects = range ? textRects(range) : [];
  if (!body || !scroller || rects.length === 0) return { left: 0, top: 0 };
  const origin = body.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const top = Math.min(...rects.map((rect) => rect.top));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  const middle =
    (Math.min(...rects.map((rect) => rect.left)) + Math.max(...rects.map((rect) => rect.right))) /
    2;
  const fitsAbove = top - frame.top >= ROOM_ABOVE_PX;
  const wanted = fitsAbove ? top - bar.offsetHeight - GAP_PX : bottom + GAP_PX;
  // Both ends of a passage that is taller than the window may be out of sight, so the bar is kept inside the window.
  const lowest = frame.bottom - bar.offsetHeight - GAP_PX;
  const widest = origin.width - bar.offsetWidth - GAP_PX;
  return {
    left: Math.max(GAP_PX, Math.min(widest, middle - origin.left - bar.offsetWidth / 2)),
    top: Math.max(frame.top + GAP_PX, Math.min(lowest, wanted)) - origin.top,
  };
}
