import { useEffect, useState } from 'react';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { OpenPage } from './page.ts';
import { highlightInSight } from './highlight-in-sight.ts';

interface CurrentHighlight {
  /** Chosen by a key, a click or the focus, and in sight: what keys act on. */
  readonly chosenId: AnnotationId | null;
  /** The chosen one, else the one at the reading place: what the panel follows. */
  readonly currentId: AnnotationId | null;
  readonly choose: (id: AnnotationId | null) => void;
}

/**
 * Follows which highlight one is at.
 *
 * @param tops  the middle of each highlight's first line, CSS pixels from the article's upper edge
 */
export function useCurrentHighlight(
  page: OpenPage,
  tops: ReadonlyMap<AnnotationId, number>,
): CurrentHighlight {
  const [chosenId, choose] = useState<AnnotationId | null>(null);
  const [followedId, setFollowedId] = useState<AnnotationId | null>(null);

  useEffect(() => {
    const scroller = page.scroller.current;
    if (!scroller) return undefined;
    const look = (): void => {
      const { scrollTop, clientHeight } = scroller;
      setFollowedId(highlightInSight(tops, scrollTop, clientHeight));
      choose((id) => {
        const top = (id && tops.get(id)) ?? -1;
        // One that was made just now has not been measured yet.
        if (id && !tops.has(id)) return id;
        return top >= scrollTop && top <= scrollTop + clientHeight ? id : null;
      });
    };
    scroller.addEventListener('scroll', look, { passive: true });
    return () => scroller.removeEventListener('scroll', look);
  }, [page, tops]);

  return { chosenId, currentId: chosenId ?? followedId, choose };
}
