import { useLayoutEffect, useRef, useState } from 'react';
import type { Annotation, AnnotationId, Meaning } from '#shared/domain/annotation.ts';
import { rangeOfSpan, textRects } from '../text/dom-text.ts';
import { coveredHighlights, highlightLanes } from './lanes.ts';
import type { OpenPage } from '../text/page.ts';
import { clipTo, type Stretch } from '../text/stretches/cut-stretches.ts';
import { stretchElements } from '../text/stretches/elements.ts';
import type { StretchMarks } from './share-marks.ts';

/** A line below a covered highlight; CSS pixels from the edges of the stretch. */
export interface OverlayLine {
  readonly key: string;
  readonly meaning: Meaning;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** The measured positions of the marks of one stretch. */
export interface MarkLayout {
  readonly lines: readonly OverlayLine[];
  /** The middle of the first line of each highlight that begins in the stretch, CSS pixels from its upper edge. */
  readonly tops: ReadonlyMap<AnnotationId, number>;
}

interface Options {
  /** The marks of each stretch. */
  readonly marks: readonly StretchMarks[];
  /** Indexes of the stretches that are measured. */
  readonly near: ReadonlySet<number>;
  /** Changes whenever the words may have moved. */
  readonly layoutKey: string;
  /** True when every highlight gets a line, not only covered ones. */
  readonly everyLine: boolean;
}

/** Distance between the lines of two covered highlights, CSS pixels. */
const LANE_PX = 4;

export const NOT_LAID_OUT: MarkLayout = { lines: [], tops: new Map() };

/** Measures the positions of gutter marks and overlay lines, and measures again whenever the text has a new layout. */
export function useMarkLayout(page: OpenPage, options: Options): ReadonlyMap<number, MarkLayout> {
  const { marks, near, layoutKey, everyLine } = options;
  const [layouts, setLayouts] = useState<ReadonlyMap<number, MarkLayout>>(new Map());
  /** The inputs of each stretch's last measurement. A stretch with equal inputs is not measured again. */
  const measured = useRef(new Map<number, readonly unknown[]>());
  const [present, setPresent] = useState(false);
  // React sets the ref of an outer element after the effects of inner ones, so the first effect finds no article.
  useLayoutEffect(() => queueMicrotask(() => setPresent(true)), []);
  useLayoutEffect(() => {
    const body = page.body.current;
    if (!present || !body) return undefined;
    const elements = stretchElements(body);
    const measure = (indexes: Iterable<number>, again = false): void => {
      const changed: [number, MarkLayout][] = [];
      for (const index of indexes) {
        const [element, stretch] = [elements[index], page.stretches[index]];
        const { annotations = [] } = marks[index] ?? {};
        if (!element || !stretch) continue;
        const { offsetWidth, offsetHeight } = element;
        const now = [page, marks[index], layoutKey, everyLine, offsetWidth, offsetHeight];
        const before = measured.current.get(index);
        if (!again && before && now.every((each, at) => each === before[at])) continue;
        measured.current.set(index, now);
        const context = { body, element, page, stretch, everyLine };
        changed.push([index, measureMarks(context, annotations)]);
      }
      if (changed.length > 0) setLayouts((known) => new Map([...known, ...changed]));
    };
    measure(near);
    const observer = new ResizeObserver(() => measure(near));
    // The border box is observed, because padding moves the text too.
    for (const index of near) {
      const element = elements[index];
      if (element) observer.observe(element, { box: 'border-box' });
    }
    const measureAgain = (): void => measure(near, true);
    let stopped = false;
    if (document.fonts.status === 'loading')
      void document.fonts.ready.then(() => {
        if (!stopped) measureAgain();
      });
    return () => {
      stopped = true;
      observer.disconnect();
    };
  }, [present, page, marks, near, layoutKey, everyLine]);
  return layouts;
}

interface MeasuredStretch {
  readonly body: HTMLElement;
  readonly element: HTMLElement;
  readonly page: OpenPage;
  readonly stretch: Stretch;
  readonly everyLine: boolean;
}

function measureMarks(
  { body, element, page, stretch, everyLine }: MeasuredStretch,
  annotations: readonly Annotation[],
): MarkLayout {
  const origin = element.getBoundingClientRect();
  const known = new Map<AnnotationId, readonly DOMRect[]>();
  for (const { id, span } of annotations) {
    const range = rangeOfSpan(body, page.blockSpans, clipTo(stretch, span));
    known.set(id, range ? textRects(range) : []);
  }
  const rectsOf = ({ id }: Annotation): readonly DOMRect[] => known.get(id) ?? [];
  const tops = new Map<AnnotationId, number>();
  for (const annotation of annotations) {
    const first = rectsOf(annotation)[0];
    if (first && annotation.span.start >= stretch.start)
      tops.set(annotation.id, first.top + first.height / 2 - origin.top);
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
