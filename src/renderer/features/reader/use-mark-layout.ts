import { useLayoutEffect, useState } from 'react';
import type { Annotation, AnnotationId, Meaning } from '#shared/domain/annotation.ts';
import { rangeOfSpan, textRects } from './dom-text.ts';
import { coveredHighlights, highlightLanes } from './layers.ts';
import type { OpenPage } from './page.ts';

/** A line below a covered highlight; CSS pixels in the article. */
export interface OverlayLine {
  readonly key: string;
  readonly meaning: Meaning;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

export interface MarkLayout {
  readonly lines: readonly OverlayLine[];
  /** The middle of each highlight's first line, CSS pixels from the article's upper edge. */
  readonly tops: ReadonlyMap<AnnotationId, number>;
}

/** Distance between the lines of two covered highlights, CSS pixels. */
const LANE_PX = 4;

const EMPTY: MarkLayout = { lines: [], tops: new Map() };

/** Measures where gutter marks and overlay lines go; again whenever the text is laid out anew. */
export function useMarkLayout(
  page: OpenPage,
  annotations: readonly Annotation[],
  layoutKey: string,
  everyLine: boolean,
): MarkLayout {
  const [layout, setLayout] = useState(EMPTY);
  useLayoutEffect(() => {
    const body = page.body.current;
    if (!body) return undefined;
    const measure = (): void => setLayout(measureMarks(body, page, annotations, everyLine));
    measure();
    const observer = new ResizeObserver(measure);
    // Padding moves the text, too.
    observer.observe(body, { box: 'border-box' });
    let stopped = false;
    void document.fonts.ready.then(() => {
      if (!stopped) measure();
    });
    return () => {
      stopped = true;
      observer.disconnect();
    };
  }, [page, annotations, layoutKey, everyLine]);
  return layout;
}

function measureMarks(
  body: HTMLElement,
  page: OpenPage,
  annotations: readonly Annotation[],
  everyLine: boolean,
): MarkLayout {
  const origin = body.getBoundingClientRect();
  const rectsOf = ({ span }: Annotation): readonly DOMRect[] => {
    const range = rangeOfSpan(body, page.places, span);
    return range ? textRects(range) : [];
  };
  const tops = new Map<AnnotationId, number>();
  for (const annotation of annotations) {
    const first = rectsOf(annotation)[0];
    if (first) tops.set(annotation.id, first.top + first.height / 2 - origin.top);
  }
  const lines = (everyLine ? highlightLanes : coveredHighlights)(annotations).flatMap(
    ({ annotation, lane }) =>
      rectsOf(annotation).map((rect, index) => ({
        key: `${annotation.id} ${index}`,
        meaning: annotation.meaning,
        left: rect.left - origin.left,
        top: rect.bottom - origin.top + lane * LANE_PX,
        width: rect.width,
      })),
  );
  return { lines, tops };
}
