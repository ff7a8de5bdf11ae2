import type { Span } from '#shared/domain/span.ts';
import { visibleSpan } from './first-visible.ts';
import type { OpenPage } from '../text/page.ts';
import { openLedger } from './reading-ledger.ts';

/** How often the words on the screen are checked, ms. */
const LOOK_EVERY_MS = 1_000;

/** A longer time between two checks is cut to this, because the machine slept or the window was not drawn, ms. */
const LONGEST_LOOK_MS = 2_000;

/** How often the read spans are saved without scrolling, because a page is read for about a minute, ms. */
const SAVE_EVERY_MS = 10_000;

export interface ReadingWatch {
  /** Returns what was read since the last call, UTF-16 spans of the canonical text. */
  readonly take: () => Span[];
  readonly hasFresh: () => boolean;
  /** Returns everything that was read, earlier and now. */
  readonly all: () => readonly Span[];
  readonly stop: () => void;
}

/**
 * Records which words are on the screen while the window is visible.
 *
 * @param read    what was read before
 * @param onDue   called when something was read that should be saved
 */
export function watchReading(
  page: OpenPage,
  read: readonly Span[],
  onDue: () => void,
): ReadingWatch {
  const ledger = openLedger(read);
  let [lookedAt, savedAt] = [performance.now(), performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    const isSeen = document.visibilityState === 'visible';
    ledger.tick(isSeen ? visibleSpan(page) : null, Math.min(LONGEST_LOOK_MS, now - lookedAt));
    lookedAt = now;
    if (ledger.hasFresh && now - savedAt >= SAVE_EVERY_MS) onDue();
  }, LOOK_EVERY_MS);
  return {
    take() {
      savedAt = performance.now();
      return ledger.takeFresh();
    },
    hasFresh: () => ledger.hasFresh,
    all: () => ledger.all,
    stop: () => clearInterval(timer),
  };
}
