import type { Reading } from '#shared/domain/annotation.ts';
import { firstVisibleOffset, scrollToOffset } from './first-visible.ts';
import type { OpenPage } from '../text/page.ts';
import { stretchBelow, stretchElements } from '../text/stretches/elements.ts';

/** Where the reader is: what is saved of it. */
export type Place = Pick<Reading, 'offset' | 'progress'>;

export interface PlaceKeeper {
  readonly place: () => Place;
  /** Looks where the text stands now. */
  readonly look: () => void;
  /** Brings the place back into the first line. */
  readonly restore: () => void;
  /** Keeps the same words in the first line in another size, typeface or column; returns what stops it. */
  readonly hold: () => () => void;
}

/** Follows the first visible character, and how far into the text one is. */
export function keepPlace(page: OpenPage, stored: Place): PlaceKeeper {
  let { offset, progress } = stored;
  /** Where the text was put by us, CSS pixels: that scrolling is no reading. */
  let putAt = -1;
  const restore = (): void => {
    if (offset === 0) return;
    scrollToOffset(page, offset);
    putAt = page.scroller.current?.scrollTop ?? -1;
  };
  return {
    place: () => ({ offset, progress }),
    look() {
      progress = shareBehind(page);
      if (page.scroller.current?.scrollTop !== putAt) offset = firstVisibleOffset(page) ?? offset;
    },
    restore,
    hold() {
      const body = page.body.current;
      if (!body) return () => undefined;
      // A long article becomes higher or lower while it is scrolled: guesses become true.
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
 * How far into the text one is, 0 to 1: nothing at its top and everything at its end. In between it moves from what
 * lies above the window to what lies above its lower edge, so that it never jumps.
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

/** How much of the text stands above a height of the window, CSS pixels; 0 to 1. */
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
