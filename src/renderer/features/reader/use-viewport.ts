import { useCallback, useMemo } from 'react';
import { isMotionReduced } from '#renderer/ui/motion.ts';
import type { Span } from '#shared/domain/span.ts';
import { blockElement, rangeOfSpan } from './dom-text.ts';
import type { OpenPage } from './page.ts';

/** How far down the window a passage is put that one jumps to. */
const JUMP_TO_SHARE = 0.35;

/** How long a passage is shown after a jump, ms. */
const FLASH_MS = 1_200;

const FLASH = 'flash';

export interface Viewport {
  /** Scrolls a passage to 35 % of the height and shows it for a moment. */
  readonly jumpTo: (span: Span) => void;
  readonly jumpToBlock: (blockId: string) => void;
  /** Scrolls a range into the same place, without showing it. */
  readonly bring: (range: Range) => void;
}

export function useViewport(page: OpenPage): Viewport {
  const bring = useCallback(
    (range: Range) => {
      const scroller = page.scroller.current;
      if (!scroller) return;
      const { top } = range.getBoundingClientRect();
      const frame = scroller.getBoundingClientRect();
      scroller.scrollBy({
        top: top - frame.top - frame.height * JUMP_TO_SHARE,
        behavior: 'instant',
      });
    },
    [page],
  );
  return useMemo(
    () => ({
      bring,
      jumpTo(span) {
        const body = page.body.current;
        const range = body && rangeOfSpan(body, page.places, span);
        if (!range) return;
        bring(range);
        if (!isMotionReduced()) flash(range);
      },
      jumpToBlock(blockId) {
        const element = page.body.current && blockElement(page.body.current, blockId);
        if (!element) return;
        const range = document.createRange();
        range.selectNodeContents(element);
        bring(range);
      },
    }),
    [page, bring],
  );
}

function flash(range: Range): void {
  const painted = new Highlight(range);
  painted.priority = 70;
  CSS.highlights.set(FLASH, painted);
  setTimeout(() => {
    if (CSS.highlights.get(FLASH) === painted) CSS.highlights.delete(FLASH);
  }, FLASH_MS);
}
