import type { Annotation, AnnotationId, Meaning } from '#shared/domain/annotation.ts';
import { blockElement, rangeOfSpan, seenRects, shiftOfHead, textRects } from '../text/dom-text.ts';
import type { OpenPage } from '../text/page.ts';
import { type Stretch, clipTo } from '../text/stretches/cut-stretches.ts';
import { coveredHighlights, highlightLanes } from './lanes.ts';
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
  /** The upper edge of the mark of each bookmarked block, CSS pixels from the upper edge of the stretch. */
  readonly bookmarkTops: ReadonlyMap<string, number>;
}

/** Distance between the lines of two covered highlights, CSS pixels. */
const LANE_PX = 4;

/** Height of a bookmark in the margin, CSS pixels. */
const BOOKMARK_PX = 24;

export const NOT_LAID_OUT: MarkLayout = { lines: [], tops: new Map(), bookmarkTops: new Map() };

interface MeasuredStretch {
  readonly body: HTMLElement;
  readonly element: HTMLElement;
  readonly page: OpenPage;
  readonly stretch: Stretch;
  readonly everyLine: boolean;
}

/** Measures where the marks of a stretch are. */
export function measureMarks(
  { body, element, page, stretch, everyLine }: MeasuredStretch,
  { annotations, bookmarked }: StretchMarks,
): MarkLayout {
  const origin = element.getBoundingClientRect();
  const ranges = new Map<AnnotationId, Range>();
  for (const { id, span } of annotations) {
    const range = rangeOfSpan(body, page.blockSpans, clipTo(stretch, span));
    if (range) ranges.set(id, range);
  }
  const rectsOf = ({ id }: Annotation, measure: typeof textRects): readonly DOMRect[] => {
    const range = ranges.get(id);
    return range ? unshifted(range, measure(range)) : [];
  };
  const tops = new Map<AnnotationId, number>();
  for (const annotation of annotations) {
    const first = rectsOf(annotation, textRects)[0];
    if (first && annotation.span.start >= stretch.start)
      tops.set(annotation.id, first.top + first.height / 2 - origin.top);
  }
  const lines = (everyLine ? highlightLanes : coveredHighlights)(annotations).flatMap(
    ({ annotation, lane }) =>
      rectsOf(annotation, seenRects).map((rect, index) => ({
        key: `${annotation.id} ${index}`,
        meaning: annotation.meaning,
        left: rect.left - origin.left,
        top: rect.bottom - origin.top + lane * LANE_PX,
        width: rect.width,
      })),
  );
  const bookmarkTops = bookmarked.flatMap((id): [string, number][] => {
    const block = blockElement(body, id);
    const range = block && rangeOf(block);
    const first = range && unshifted(range, textRects(range))[0];
    return first ? [[id, first.top + (first.height - BOOKMARK_PX) / 2 - origin.top]] : [];
  });
  return { lines, tops, bookmarkTops: new Map(bookmarkTops) };
}

function rangeOf(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

/** Returns the boxes of a range at their place in the text, when they are in the head of a table. */
function unshifted({ startContainer }: Range, rects: readonly DOMRect[]): readonly DOMRect[] {
  const by = shiftOfHead(startContainer.parentElement);
  if (by === 0) return rects;
  return rects.map(({ x, y, width, height }) => new DOMRect(x, y - by, width, height));
}
