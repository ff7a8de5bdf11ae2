import { isMotionReduced } from '#renderer/ui/motion.ts';
import type { Span } from '#shared/domain/span.ts';
import { blockElement, rangeOfSpan } from '../text/dom-text.ts';
import type { OpenPage } from '../text/page.ts';
import { blockAt } from '../text/text-map.ts';
import { scrollRange } from './scroll-range.ts';

/** A jump puts a passage at this share of the window's height. */
const JUMP_TO_SHARE = 0.35;

/**
 * A chapter that is opened begins this far below the upper edge, CSS pixels. It is less than what makes the block before
 * it the first one in sight.
 */
const OPEN_AT_PX = 20;

/** A passage is painted for this long after a jump, ms. */
const FLASH_MS = 1_200;

const FLASH = 'flash';

export interface Viewport {
  /** Scrolls to a passage and paints it for a moment. */
  readonly jumpTo: (span: Span) => void;
  readonly jumpToBlock: (blockId: string) => void;
  /** Scrolls to the block at an offset of the canonical text (UTF-16 units), which then begins at the upper edge. */
  readonly openAt: (offset: number) => void;
  /** Scrolls to a range without painting it. */
  readonly bring: (range: Range) => void;
}

/** Makes the functions that scroll the page of an open article. */
export function createViewport(page: OpenPage): Viewport {
  const bring = (range: Range): void => {
    const height = page.scroller.current?.clientHeight ?? 0;
    scrollRange(page, range, height * JUMP_TO_SHARE);
  };
  const rangeOfBlock = (blockId: string): Range | null => {
    page.sight.current.reach(page.blockSpans.find(({ id }) => id === blockId)?.start ?? 0);
    const element = page.body.current && blockElement(page.body.current, blockId);
    if (!element) return null;
    const range = document.createRange();
    range.selectNodeContents(element);
    return range;
  };
  return {
    bring,
    openAt(offset) {
      const range = rangeOfBlock(blockAt(page.blockSpans, offset)?.id ?? '');
      if (!range) return;
      scrollRange(page, range, OPEN_AT_PX);
      if (!isMotionReduced()) flash(range);
    },
    jumpTo(span) {
      const body = page.body.current;
      page.sight.current.reach(span.start);
      page.sight.current.reach(span.end);
      const range = body && rangeOfSpan(body, page.blockSpans, span);
      if (!range) return;
      bring(range);
      if (!isMotionReduced()) flash(range);
    },
    jumpToBlock(blockId) {
      const range = rangeOfBlock(blockId);
      if (range) bring(range);
    },
  };
}

function flash(range: Range): void {
  const painted = new Highlight(range);
  painted.priority = 70;
  CSS.highlights.set(FLASH, painted);
  setTimeout(() => {
    if (CSS.highlights.get(FLASH) === painted) CSS.highlights.delete(FLASH);
  }, FLASH_MS);
}
