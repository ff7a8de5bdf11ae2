import { useEffect, useRef, useState } from 'react';
import { useSaveReading } from '#renderer/bridge/queries.ts';
import type { Reading } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { offsetAtPoint, rangeOfSpan } from './dom-text.ts';
import type { OpenPage } from './page.ts';

/** The place is saved when scrolling has paused for so long, ms. */
const SAVE_AFTER_MS = 500;

interface ReadingPlace {
  /** Furthest share read, 0 to 1. */
  readonly progress: number;
  /** The headline has scrolled away: the bar shows it. */
  readonly headlineHidden: boolean;
}

/**
 * Goes back to where the reader stopped, and keeps the place: the first visible character and the
 * furthest share read.
 */
export function useReadingPlace(
  articleId: ArticleId,
  page: OpenPage,
  stored: Reading | null,
  opensElsewhere: boolean,
): ReadingPlace {
  const { mutate: save } = useSaveReading();
  const [progress, setProgress] = useState(stored?.progress ?? 0);
  const [headlineHidden, setHeadlineHidden] = useState(false);
  const first = useRef({ stored, opensElsewhere });

  useEffect(() => {
    const scroller = page.scroller.current;
    const body = page.body.current;
    if (!scroller || !body) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    let furthest = first.current.stored?.progress ?? 0;
    let offset = first.current.stored?.offset ?? 0;

    const look = (): void => {
      const share = (scroller.scrollTop + scroller.clientHeight) / scroller.scrollHeight;
      furthest = Math.max(furthest, Math.min(1, share));
      offset = firstVisibleOffset(page, scroller, body) ?? offset;
      setProgress(furthest);
      const headline = body.querySelector('h1');
      setHeadlineHidden(
        (headline?.getBoundingClientRect().bottom ?? 0) < scroller.getBoundingClientRect().top,
      );
    };
    const flush = (): void => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      save({ articleId, offset, progress: furthest });
    };
    const schedule = (): void => {
      clearTimeout(timer);
      timer = setTimeout(flush, SAVE_AFTER_MS);
    };
    const handleScroll = (): void => {
      look();
      schedule();
    };
    // Fonts change where every line is: the place is found after they are there.
    void document.fonts.ready.then(() => {
      if (stopped) return;
      if (!first.current.opensElsewhere && offset > 0) scrollToOffset(page, scroller, body, offset);
      look();
      schedule();
      scroller.addEventListener('scroll', handleScroll, { passive: true });
    });
    window.addEventListener('pagehide', flush);
    return () => {
      stopped = true;
      scroller.removeEventListener('scroll', handleScroll);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [articleId, page, save]);

  return { progress, headlineHidden };
}

/** Half a line, CSS pixels: where the first line is looked for below the upper edge. */
const PROBE_PX = 12;

function firstVisibleOffset(page: OpenPage, scroller: Element, body: Element): number | null {
  if (scroller.scrollTop === 0) return 0;
  const frame = scroller.getBoundingClientRect();
  const column = body.querySelector('[data-block]')?.getBoundingClientRect();
  if (!column) return null;
  // The start of the line: right to left, its right end.
  const x = document.dir === 'rtl' ? column.right - 2 : column.left + 2;
  for (let y = frame.top + PROBE_PX; y < frame.bottom; y += 2 * PROBE_PX) {
    const offset = offsetAtPoint(body, page.places, x, y);
    if (offset !== null) return offset;
  }
  return null;
}

function scrollToOffset(page: OpenPage, scroller: Element, body: Element, offset: number): void {
  const range = rangeOfSpan(body, page.places, { start: offset, end: offset + 1 });
  if (!range) return;
  const { top } = range.getBoundingClientRect();
  scroller.scrollTop += top - scroller.getBoundingClientRect().top - PROBE_PX;
}
