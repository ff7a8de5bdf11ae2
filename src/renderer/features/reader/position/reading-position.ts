import type { Reading } from '#shared/domain/annotation.ts';
import { firstVisibleOffset, scrollToOffset } from './first-visible.ts';
import type { OpenPage } from '../text/page.ts';
import { stretchBelow, stretchElements } from '../text/stretches/elements.ts';

/** The part of the reading position that is measured in the page. */
export type Position = Pick<Reading, 'offset' | 'progress'>;

export interface PositionFollower {
  readonly position: () => Position;
  /** Measures the position now. */
  readonly look: () => void;
  /** Scrolls back to the position. */
  readonly restore: () => void;
  /**
   * Keeps the same words in the first line when size, typeface or column change.
   *
   * @returns a function that ends this
   */
  readonly hold: () => () => void;
}

/** Follows the first visible character, and the reader's progress in the text. */
export function followPosition(page: OpenPage, stored: Position): PositionFollower {
  let { offset, progress } = stored;
  /** The scroll offset that `restore` set, CSS pixels. While it is unchanged, the reader has not scrolled. */
  let putAt = -1;
  const restore = (): void => {
    if (offset === 0) return;
    scrollToOffset(page, offset);
    putAt = page.scroller.current?.scrollTop ?? -1;
  };
  return {
    position: () => ({ offset, progress }),
    look() {
      progress = shareBehind(page);
      if (page.scroller.current?.scrollTop !== putAt) offset = firstVisibleOffset(page) ?? offset;
    },
    restore,
    hold() {
      const body = page.body.current;
      if (!body) return () => undefined;
      // The height of a long article is not used, because it changes while the text is scrolled and laid out.
      const sizeNow = (): string =>
        page.stretches.length > 1
          ? `${body.offsetWidth} ${getComputedStyle(body).font}`
          : `${body.offsetWidth} ${body.offsetHeight}`;
      let size = '';
      const observer = new ResizeObserver(() => {
        const now = sizeNow();
        if (size !== '' && now !== size) restore();
        size = now;
      });
      observer.observe(body, { box: 'border-box' });
      return () => observer.disconnect();
    },
  };
}

/**
 * Returns the progress in the text, 0 at its top and 1 at its end. In between, the measuring point moves from the upper
 * to the lower edge of the window, so that the value never jumps.
 */
function shareBehind(page: OpenPage): number {
  const scroller = page.scroller.current;
  if (!scroller) return 0;
  const room = scroller.scrollHeight - scroller.clientHeight;
  const turned = room > 0 ? Math.min(1, scroller.scrollTop / room) : 0;
  const { top, bottom } = scroller.getBoundingClientRect();
  const [above, seen] = [shareAbove(page, top), shareAbove(page, bottom)];
  return above + (seen - above) * turned;
}

/** Returns the share of the text above a height of the window (CSS pixels), 0 to 1. */
function shareAbove({ body, stretches }: OpenPage, y: number): number {
  const elements = body.current ? stretchElements(body.current) : [];
  const element = stretchBelow(elements, y);
  const stretch = stretches[elements.findIndex((each) => each === element)];
  const length = stretches.at(-1)?.end ?? 0;
  if (!element || !stretch || length === 0) return 0;
  const { top, height } = element.getBoundingClientRect();
  const share = height > 0 ? Math.max(0, Math.min(1, (y - top) / height)) : 0;
  return (stretch.start + share * (stretch.end - stretch.start)) / length;
}
