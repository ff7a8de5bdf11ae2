import type { ReaderSession } from '../session/session.ts';
import { blockElement, shiftOfHead } from '../text/dom-text.ts';
import type { OpenPage } from '../text/page.ts';
import { stretchBelow, stretchElements } from '../text/stretches/elements.ts';
import { useLookWhileScrolling } from './use-look-while-scrolling.ts';

/** A paragraph counts as seen when so much of it is below the window's upper edge, CSS pixels. */
const FIRST_LINE_PX = 24;

/** Reports the first visible paragraph to the session while the text is scrolled. */
export function useBlockInSight(session: ReaderSession, page: OpenPage): void {
  useLookWhileScrolling(page.scroller, () => {
    const [scroller, body] = [page.scroller.current, page.body.current];
    if (!scroller || !body) return;
    const frame = scroller.getBoundingClientRect();
    const isInFrame = (element: Element | null | undefined): boolean => {
      const rect = element?.getBoundingClientRect();
      return rect !== undefined && rect.bottom > frame.top && rect.top < frame.bottom;
    };
    const under = frame.top + FIRST_LINE_PX;
    const stretch = stretchBelow(stretchElements(body), under);
    const blocks = [...(stretch?.querySelectorAll<HTMLElement>('[data-block]') ?? [])];
    const first = blocks.find(
      (block) => block.getBoundingClientRect().bottom - shiftOfHead(block) > under,
    );
    session.scrolledToBlock(first?.dataset['block'], (blockId) => {
      const block = blockElement(body, blockId);
      // A block in an invisible stretch has no layout, so its stretch is checked first.
      return block !== null && isInFrame(block.closest('[data-stretch]')) && isInFrame(block);
    });
  });
}
