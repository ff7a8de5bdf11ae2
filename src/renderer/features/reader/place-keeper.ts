import type { Reading } from '#shared/domain/annotation.ts';
import { firstVisibleOffset, scrollToOffset } from './first-visible.ts';
import type { OpenPage } from './page.ts';

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

/** Follows the first visible character and the furthest share read. */
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
      progress = Math.max(progress, shareInSight(page));
      if (page.scroller.current?.scrollTop !== putAt) offset = firstVisibleOffset(page) ?? offset;
    },
    restore,
    hold() {
      const body = page.body.current;
      if (!body) return () => undefined;
      let size = '';
      const observer = new ResizeObserver(() => {
        const now = `${body.offsetWidth} ${body.offsetHeight}`;
        if (size !== '' && now !== size) restore();
        size = now;
      });
      observer.observe(body, { box: 'border-box' });
      return () => observer.disconnect();
    },
  };
}

/** How much of the text has come into sight, 0 to 1. */
function shareInSight(page: OpenPage): number {
  const bottom = page.scroller.current?.getBoundingClientRect().bottom ?? 0;
  const body = page.body.current;
  const top = body?.getBoundingClientRect().top ?? 0;
  const last = [...(body?.querySelectorAll('[data-block]') ?? [])].at(-1);
  const end = last?.getBoundingClientRect().bottom ?? 0;
  return end > top ? Math.max(0, Math.min(1, (bottom - top) / (end - top))) : 0;
}
