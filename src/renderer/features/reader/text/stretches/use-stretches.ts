import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { OpenPage } from '../page.ts';
import { type Stretch, stretchAt } from './cut-stretches.ts';
import { stretchElements } from './elements.ts';

/** Which stretches of the text are in the page, and which are visible or nearly so. */
export interface ShownStretches {
  /** Indexes of the stretches whose words are in the page. The others are empty and have an estimated height. */
  readonly mounted: ReadonlySet<number>;
  /** Indexes of the stretches in sight or at most a window away. Highlights are painted and measured only here. */
  readonly near: ReadonlySet<number>;
  /** Mounts the words around an offset of the canonical text (UTF-16 units) now. */
  readonly reach: (offset: number) => void;
}

/** A stretch is prepared when it comes this close to the window. */
const NEAR_MARGIN = '100% 0px';

/**
 * Mounts a long article piece by piece: first the visible part, then the rest in order while the window is idle.
 *
 * @param startOffset  where the article opens in the canonical text, UTF-16 units
 * @param mayFill      true when the visible part is complete, so that the rest may follow
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

/** Returns the stretches of the first frame: the one where the article opens, and the next one if it may be visible. */
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
