import { useEffect } from 'react';
import type { Meaning } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { rangeOfSpan } from '../text/dom-text.ts';
import { priorityOf } from './lanes.ts';
import type { OpenPage } from '../text/page.ts';
import { clipTo } from '../text/stretches/cut-stretches.ts';
import type { StretchMarks } from './share-marks.ts';
import { useStretchEffect } from '../text/stretches/use-stretch-effect.ts';

const nameOf = (meaning: Meaning): string => `hl-${meaning}`;

/**
 * Paints the highlights with the CSS Custom Highlight API, so that the text's DOM does not change. Only highlights near
 * the window are registered, because the browser checks every registered range at each change of the page.
 */
export function usePaintedHighlights(
  page: OpenPage,
  marks: readonly StretchMarks[],
  near: ReadonlySet<number>,
): void {
  useEffect(() => {
    for (const meaning of MEANINGS) {
      const painted = new Highlight();
      painted.priority = priorityOf(meaning);
      CSS.highlights.set(nameOf(meaning), painted);
    }
    return () => {
      for (const meaning of MEANINGS) CSS.highlights.delete(nameOf(meaning));
    };
  }, []);
  useStretchEffect(page, near, marks, (index) => {
    const [body, stretch] = [page.body.current, page.stretches[index]];
    if (!body || !stretch) return () => undefined;
    const ranges = (marks[index]?.annotations ?? []).flatMap(({ meaning, span }) => {
      const range = rangeOfSpan(body, page.blockSpans, clipTo(stretch, span));
      return range ? [[nameOf(meaning), range] as const] : [];
    });
    for (const [name, range] of ranges) CSS.highlights.get(name)?.add(range);
    return () => {
      for (const [name, range] of ranges) CSS.highlights.get(name)?.delete(range);
    };
  });
}
