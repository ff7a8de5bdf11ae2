import { useRef } from 'react';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { ReaderSession } from '../session/session.ts';
import { highlightInSight } from './highlight-in-sight.ts';
import type { OpenPage, Sight } from '../text/page.ts';
import { stretchElements } from '../text/stretches/elements.ts';
import { useLookWhileScrolling } from '../position/use-look-while-scrolling.ts';

/**
 * Tells the session which highlight is at the reading position while the text is scrolled. After a jump to a passage that
 * had no layout yet, the last look finds no highlight there, so the returned function looks again; it is called when more
 * of the text is measured.
 */
export function useHighlightInSight(session: ReaderSession, page: OpenPage): () => void {
  const foundNone = useRef(false);
  const look = (): void => {
    const [scroller, body] = [page.scroller.current, page.body.current];
    if (!scroller || !body) return;
    const { scrollTop, clientHeight } = scroller;
    const tops = topsInArticle(body, page.sight.current);
    const found = highlightInSight(tops, scrollTop, clientHeight);
    foundNone.current = found === null;
    session.scrolledTo(found, (id) => {
      const top = tops.get(id);
      // A highlight that was just created or jumped to is not measured yet, so it counts as visible.
      if (top === undefined) return !isMeasured(id, page.sight.current);
      return top >= scrollTop && top <= scrollTop + clientHeight;
    });
  };
  useLookWhileScrolling(page.scroller, look);
  return () => {
    if (foundNone.current) look();
  };
}

/** Returns the middle of the first line of each highlight near the window, CSS pixels from the article's upper edge. */
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
