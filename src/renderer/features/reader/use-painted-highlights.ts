import { useEffect } from 'react';
import type { Annotation } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { rangeOfSpan } from './dom-text.ts';
import { priorityOf } from './layers.ts';
import type { OpenPage } from './page.ts';

/** Paints the highlights with the CSS Custom Highlight API: the text's DOM stays as it is. */
export function usePaintedHighlights(page: OpenPage, annotations: readonly Annotation[]): void {
  useEffect(() => {
    const body = page.body.current;
    if (!body) return undefined;
    for (const meaning of MEANINGS) {
      const ranges = annotations
        .filter((annotation) => annotation.meaning === meaning)
        .flatMap(({ span }) => rangeOfSpan(body, page.places, span) ?? []);
      const painted = new Highlight(...ranges);
      painted.priority = priorityOf(meaning);
      CSS.highlights.set(`hl-${meaning}`, painted);
    }
    return () => {
      for (const meaning of MEANINGS) CSS.highlights.delete(`hl-${meaning}`);
    };
  }, [page, annotations]);
}
