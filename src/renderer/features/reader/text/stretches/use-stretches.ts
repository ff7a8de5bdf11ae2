import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { OpenPage } from '../page.ts';
import { type Stretch, stretchAt } from './cut-stretches.ts';
import { stretchElements } from './elements.ts';

/** Which stretches of the text are in the page, and which of them are seen or about to be. */
export interface ShownStretches {
  /** Their words are in the page; the others are empty and as high as they are guessed to be. */
  readonly mounted: ReadonlySet<number>;
  /** In sight, or at most a window away from it: only here highlights are painted and marks have places. */
  readonly near: ReadonlySet<number>;
  /** Puts the words around an offset of the canonical text into the page now. */
  readonly reach: (offset: number) => void;
}

/** How far beyond the window a stretch is made ready. */
const NEAR_MARGIN = '100% 0px';

/**
 * Puts a long article into the page piece by piece: first what is seen, then, while nothing else is to be done,
 * the rest in order.
 *
 * @param startOffset  where the article is entered, in the canonical text
 * @param mayFill      what is seen is complete, so that the rest may follow
 */
export function useStretches(
  { stretches, scroller, body }: Pick<OpenPage, 'stretches' | 'scroller' | 'body'>,
  startOffset: number,
  mayFill: boolean,
): ShownStretches {
  const [mounted, setMounted] = useState(() => firstSeen(stretches, startOffset));
  const [near, setNear] = useState<ReadonlySet<number>>(mounted);
  const present = useRef(mounted);
  present.current = mounted;
  const add = useCallback((indexes: Iterable<number>): void => {
    setMounted((before) => union(before, indexes));
  }, []);

  useEffect(() => {
    const [root, article] = [scroller.current, body.current];
    if (!root || !article || stretches.length === 1) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        add(entries.flatMap((entry) => (entry.isIntersecting ? indexOf(entry) : [])));
        setNear((before) => follow(before, entries));
      },
      { root, rootMargin: NEAR_MARGIN },
    );
    for (const element of stretchElements(article)) observer.observe(element);
    return () => observer.disconnect();
  }, [stretches, scroller, body, add]);

  useEffect(() => {
    if (!mayFill || mounted.size >= stretches.length) return undefined;
    const handle = requestIdleCallback(() => {
      const missing = stretches.find(({ index }) => !mounted.has(index));
      if (missing) add([missing.index]);
    });
    return () => cancelIdleCallback(handle);
  }, [mayFill, mounted, stretches, add]);

  const reach = useCallback(
    (offset: number): void => {
      const index = stretchAt(stretches, offset);
      if (!present.current.has(index)) flushSync(() => add([index]));
    },
    [stretches, add],
  );
  return { mounted, near, reach };
}

/** What the first frame shows: the words where one goes on, and those below when they may be in sight, too. */
function firstSeen(stretches: readonly Stretch[], offset: number): ReadonlySet<number> {
  const at = stretchAt(stretches, offset);
  const isAtStart = offset === (stretches[at]?.start ?? 0);
  return new Set([at, isAtStart ? at : at + 1].filter((index) => index in stretches));
}

function union(before: ReadonlySet<number>, more: Iterable<number>): ReadonlySet<number> {
  const all = new Set([...before, ...more]);
  return all.size === before.size ? before : all;
}

function follow(
  before: ReadonlySet<number>,
  entries: readonly IntersectionObserverEntry[],
): ReadonlySet<number> {
  const now = new Set(before);
  for (const entry of entries) {
    if (entry.isIntersecting) now.add(indexOf(entry));
    else now.delete(indexOf(entry));
  }
  return now;
}

const indexOf = ({ target }: IntersectionObserverEntry): number =>
  Number(target.getAttribute('data-stretch'));
