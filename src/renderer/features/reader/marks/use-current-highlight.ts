import { startTransition, useState } from 'react';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import { highlightInSight } from './highlight-in-sight.ts';
import type { OpenPage, Sight } from '../text/page.ts';
import { stretchElements } from '../text/stretches/elements.ts';
import { useLookWhileScrolling } from '../position/use-look-while-scrolling.ts';

interface CurrentHighlight {
  /** Chosen by a key, a click or the focus, and in sight: what keys act on. */
  readonly chosenId: AnnotationId | null;
  /** The chosen one, else the one at the reading place: what the panel follows. */
  readonly currentId: AnnotationId | null;
  readonly choose: (id: AnnotationId | null) => void;
}

/** Follows which highlight one is at. */
export function useCurrentHighlight(page: OpenPage): CurrentHighlight {
  const [chosenId, choose] = useState<AnnotationId | null>(null);
  const [followedId, setFollowedId] = useState<AnnotationId | null>(null);

  useLookWhileScrolling(page.scroller, () => {
    const [scroller, body] = [page.scroller.current, page.body.current];
    if (!scroller || !body) return;
    const { scrollTop, clientHeight } = scroller;
    const tops = topsInArticle(body, page.sight.current);
    // The list beside the text follows when there is time.
    startTransition(() => setFollowedId(highlightInSight(tops, scrollTop, clientHeight)));
    choose((id) => {
      if (id === null) return null;
      const top = tops.get(id);
      // One that was made just now, or jumped to, has not been measured yet.
      if (top === undefined) return isMeasured(id, page.sight.current) ? null : id;
      return top >= scrollTop && top <= scrollTop + clientHeight ? id : null;
    });
  });

  return { chosenId, currentId: chosenId ?? followedId, choose };
}

/** Of the highlights near the window: the middle of the first line, CSS pixels from the article's upper edge. */
function topsInArticle(body: Element, { near, layouts }: Sight): ReadonlyMap<AnnotationId, number> {
  const elements = stretchElements(body);
  const tops = new Map<AnnotationId, number>();
  for (const index of near) {
    const offset = elements[index]?.offsetTop ?? 0;
    for (const [id, top] of layouts.get(index)?.tops ?? []) tops.set(id, offset + top);
  }
  return tops;
}

const isMeasured = (id: AnnotationId, { layouts }: Sight): boolean =>
  [...layouts.values()].some(({ tops }) => tops.has(id));
