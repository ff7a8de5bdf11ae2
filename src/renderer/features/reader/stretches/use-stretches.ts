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

/** Stretches that are put into the page in one idle moment. */
const FILLED_AT_ONCE = 2;

/**
 * Puts a long article into the page piece by piece: first what is seen, then, while nothing else is to be done,
 * the rest in order.
 *
 * @param startOffset  where the article is entered, in the canonical text
 */
export function useStretches(
  { stretches, scroller, body }: Pick<OpenPage, 'stretches' | 'scroller' | 'body'>,
  startOffset: number,
): ShownStretches {
  const [mounted, setMounted] = useState(() => around(stretches, startOffset));
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
    if (mounted.size >= stretches.length) return undefined;
    const handle = requestIdleCallback(() => {
      const missing = stretches.filter(({ index }) => !mounted.has(index));
      add(missing.slice(0, FILLED_AT_ONCE).map(({ index }) => index));
    });
    return () => cancelIdleCallback(handle);
  }, [mounted, stretches, add]);

  const reach = useCallback(
    (offset: number): void => {
      const index = stretchAt(stretches, offset);
      if (!present.current.has(index)) flushSync(() => add([index]));
    },
    [stretches, add],
  );
  return { mounted, near, reach };
}

/** The beginning, which is painted first, and what stands around the place where one goes on. */
function around(stretches: readonly Stretch[], offset: number): ReadonlySet<number> {
  const at = stretchAt(stretches, offset);
  return new Set([0, at - 1, at, at + 1].filter((index) => index in stretches));
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
