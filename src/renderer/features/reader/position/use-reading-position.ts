import { useEffect, useRef } from 'react';
import { useSaveReading } from '#renderer/bridge/queries.ts';
import type { Reading } from '#shared/domain/annotation.ts';
import { spansRead } from '#shared/domain/seen-text.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { OpenPage } from '../text/page.ts';
import type { ReaderSession } from '../session/session.ts';
import { followPosition } from './reading-position.ts';
import { useLookWhileScrolling } from './use-look-while-scrolling.ts';
import { watchReading } from './watch-reading.ts';

/** The reading position is saved when scrolling has paused for this long, ms. */
const SAVE_AFTER_MS = 500;

/** Where the text opens. */
interface Start {
  readonly stored: Pick<Reading, 'offset' | 'progress' | 'seen'> | null;
  readonly opensElsewhere: boolean;
}

/**
 * Goes back to where the reader stopped, then saves the reading position: the first visible character, the progress, and
 * the spans that were on the screen long enough to be read.
 */
export function useReadingPosition(
  session: ReaderSession,
  articleId: ArticleId,
  page: OpenPage,
  start: Start,
): void {
  const { mutate: save } = useSaveReading();
  const first = useRef(start);
  const look = useRef<() => void>(() => undefined);
  useLookWhileScrolling(page.scroller, () => look.current());

  useEffect(() => {
    const keeper = followPosition(page, first.current.stored ?? { offset: 0, progress: 0 });
    const record = first.current.stored;
    const readBefore = record ? spansRead(record, page.text.length) : [];
    const watch = watchReading(page, readBefore, () => saveNow());
    const saveNow = (): void => save({ articleId, ...keeper.position(), seen: watch.take() });
    const saving = saveAfterPause(saveNow);
    const leave = (): void => {
      saving.flush();
      if (watch.hasFresh()) saveNow();
    };
    const stops: (() => void)[] = [watch.stop, leave];
    let stopped = false;
    const lookNow = (): void => {
      keeper.look();
      // The progress is rounded to hundredths, so that React does not render at every pixel.
      const progress = Math.round(keeper.position().progress * 100) / 100;
      const { offset } = keeper.position();
      session.setReading({ progress, offset, headlineHidden: isHeadlineHidden(page) });
      saving.schedule();
    };
    // Fonts change the position of every line, so the reading position is restored after they have loaded.
    void document.fonts.ready.then(() => {
      if (stopped) return;
      if (!first.current.opensElsewhere) keeper.restore();
      lookNow();
      stops.push(keeper.hold());
      look.current = lookNow;
    });
    window.addEventListener('pagehide', leave);
    return () => {
      // If the same text is rendered again, it opens where it was left.
      const seen = { of: page.text.length, spans: [...watch.all()] };
      first.current = { stored: { ...keeper.position(), seen }, opensElsewhere: false };
      stopped = true;
      look.current = () => undefined;
      window.removeEventListener('pagehide', leave);
      stops.forEach((stop) => stop());
    };
  }, [session, articleId, page, save]);
}

function saveAfterPause(save: () => void): { schedule: () => void; flush: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    save();
  };
  return {
    flush,
    schedule() {
      clearTimeout(timer);
      timer = setTimeout(flush, SAVE_AFTER_MS);
    },
  };
}

function isHeadlineHidden(page: OpenPage): boolean {
  const headline = page.body.current?.querySelector('h1');
  const frame = page.scroller.current?.getBoundingClientRect();
  return (headline?.getBoundingClientRect().bottom ?? 0) < (frame?.top ?? 0);
}
