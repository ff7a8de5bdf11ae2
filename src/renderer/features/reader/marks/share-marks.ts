import type { PlacedAnnotation, ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import { type Stretch, stretchAt } from '../text/stretches/cut-stretches.ts';

/** The marks of one stretch. The object stays the same while nothing in it has changed. */
export interface StretchMarks {
  /** Highlights with words in the stretch, in text order; some may begin before it. */
  readonly annotations: readonly PlacedAnnotation[];
  /** Ids of the stretch's blocks that have a bookmark. */
  readonly bookmarked: readonly string[];
}

export const NO_STRETCH_MARKS: StretchMarks = { annotations: [], bookmarked: [] };

/**
 * Gives each stretch of the text the marks that have words or blocks in it.
 *
 * @param before  the last result; equal parts of it are reused
 */
export function shareMarks(
  stretches: readonly Stretch[],
  { annotations, bookmarks }: Pick<ReaderMarks, 'annotations' | 'bookmarks'>,
  before: readonly StretchMarks[],
): readonly StretchMarks[] {
  const inside: PlacedAnnotation[][] = stretches.map(() => []);
  for (const annotation of annotations) {
    const { start, end } = annotation.span;
    const last = stretchAt(stretches, Math.max(start, end - 1));
    for (let at = stretchAt(stretches, start); at <= last; at += 1) inside[at]?.push(annotation);
  }
  const marked = new Set(bookmarks.map(({ blockId }) => blockId));
  return stretches.map(({ blocks }, at) => {
    const now = {
      annotations: inside[at] ?? [],
      bookmarked: marked.size === 0 ? [] : blocks.flatMap(({ id }) => (marked.has(id) ? id : [])),
    };
    const known = before[at];
    return known && isSame(known, now) ? known : now;
  });
}

function isSame(a: StretchMarks, b: StretchMarks): boolean {
  return isEqual(a.annotations, b.annotations) && isEqual(a.bookmarked, b.bookmarked);
}

const isEqual = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at]);
