import { isMotionReduced } from '#renderer/ui/motion.ts';
import type { Span } from '#shared/domain/span.ts';
import { blockElement, rangeOfSpan } from '../text/dom-text.ts';
import type { OpenPage } from '../text/page.ts';
import { blockAt } from '../text/text-map.ts';
import { firstVisibleOffset, scrollToOffset } from './first-visible.ts';
import { type Jump, JumpHistory } from './jump-history.ts';
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
  /** Scrolls to a passage and paints it for a moment. @param jump  how it is taken back; `null` when it is not */
  readonly jumpTo: (span: Span, jump: Jump | null) => void;
  readonly jumpToBlock: (blockId: string) => void;
  /** Scrolls an offset of the canonical text (UTF-16 units) to the upper edge and paints its block for a moment. */
  readonly openAt: (offset: number) => void;
  /** Records that a jump leaves the present place. */
  readonly leave: (jump: Jump) => void;
  /** Takes back the latest jump; false when there is none. */
  readonly goBack: () => boolean;
  /** Jumps again where the latest jump was taken back; false when there is none. */
  readonly goForward: () => boolean;
  readonly history: Pick<JumpHistory, 'canGoBack' | 'canGoForward'>;
  /** Scrolls to a range without painting it. */
  readonly bring: (range: Range) => void;
}

/** Makes the functions that scroll the page of an open article. */
export function createViewport(page: OpenPage): Viewport {
  const bring = (range: Range): void => {
    const height = page.scroller.current?.clientHeight ?? 0;
    scrollRange(page, range, height * JUMP_TO_SHARE);
  };
  const history = new JumpHistory();
  const here = (): number => firstVisibleOffset(page) ?? 0;
  const leave = (jump: Jump): void => history.leave(here(), jump);
  const turnTo = (offset: number | null): boolean => {
    if (offset !== null) scrollToOffset(page, offset);
    return offset !== null;
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
    leave,
    history,
    goBack: () => turnTo(history.goBack(here())),
    goForward: () => turnTo(history.goForward(here())),
    openAt(offset) {
      leave('own');
      const block = blockAt(page.blockSpans, offset);
      const range = rangeOfBlock(block?.id ?? '');
      if (!range || !page.body.current) return;
      const inBlock = { start: offset, end: offset + 1 };
      const line = rangeOfSpan(page.body.current, page.blockSpans, inBlock);
      scrollRange(page, offset === block?.start || !line ? range : line, OPEN_AT_PX);
      if (!isMotionReduced()) flash(range);
    },
    jumpTo(span, jump) {
      if (jump !== null) leave(jump);
      const body = page.body.current;
      page.sight.current.reach(span.start);
      page.sight.current.reach(span.end);
      const range = body && rangeOfSpan(body, page.blockSpans, span);
      if (!range) return;
      bring(range);
      if (!isMotionReduced()) flash(range);
    },
    jumpToBlock(blockId) {
      leave('own');
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
