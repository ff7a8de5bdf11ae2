import type {
  AnchoredAnnotation,
  AnchoredBookmark,
  AnchoredMarks,
} from '#shared/domain/anchored-marks.ts';
import type { Annotation, Bookmark } from '#shared/domain/annotation.ts';
import type { Span } from '#shared/domain/span.ts';
import type { CONFIDENCES, ORPHAN_REASONS } from '#shared/domain/choices.ts';

type Confidence = (typeof CONFIDENCES)[number];

/** A highlight with its `span` in the present text. */
export interface PlacedAnnotation extends Annotation {
  readonly confidence: Confidence;
  /** 0 to 1. */
  readonly score: number;
  /** What is kept of it: undo puts this back. */
  readonly record: Annotation;
}

/** A highlight whose passage was not found: its quote and note are shown, no place. */
export interface OrphanAnnotation {
  readonly record: Annotation;
  readonly reason: (typeof ORPHAN_REASONS)[number];
}

/** A bookmark on a block of the present text. */
export interface PlacedBookmark {
  readonly blockId: string;
  /** Of the words that it was put on, in the present text. */
  readonly span: Span;
  readonly confidence: Confidence;
  readonly record: Bookmark;
}

/** The marks of one article as the window shows them. */
export interface ReaderMarks {
  /** In the order of the present text. */
  readonly annotations: readonly PlacedAnnotation[];
  readonly orphans: readonly OrphanAnnotation[];
  readonly bookmarks: readonly PlacedBookmark[];
  readonly orphanBookmarks: readonly Bookmark[];
}

export const NO_READER_MARKS: ReaderMarks = {
  annotations: [],
  orphans: [],
  bookmarks: [],
  orphanBookmarks: [],
};

/** What was made of each answer, so that the same answer is taken apart once. */
const parted = new WeakMap<AnchoredMarks, ReaderMarks>();

/** Separates the marks with an anchor from those without one. */
export function toReaderMarks(marks: AnchoredMarks): ReaderMarks {
  const known = parted.get(marks) ?? partMarks(marks);
  parted.set(marks, known);
  return known;
}

function partMarks({ annotations, bookmarks }: AnchoredMarks): ReaderMarks {
  const marked = bookmarks.map((bookmark) => ({
    anchor: bookmark.anchor,
    placedOn: bookmark.placedOn,
    record: bookmarkRecordOf(bookmark),
  }));
  return {
    annotations: annotations
      .flatMap((annotation) => placeAnnotation(annotation) ?? [])
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    orphans: annotations.flatMap(({ anchor, ...record }) =>
      anchor.confidence === 'orphan' ? [{ record, reason: anchor.reason }] : [],
    ),
    bookmarks: marked.flatMap(({ anchor, placedOn, record }) =>
      anchor.confidence === 'orphan' || placedOn === null
        ? []
        : [{ blockId: placedOn, span: anchor.span, confidence: anchor.confidence, record }],
    ),
    orphanBookmarks: marked.flatMap(({ placedOn, record }) => (placedOn === null ? [record] : [])),
  };
}

/** What was made of each answer: an annotation that is the same in the next one is not drawn again. */
const placed = new WeakMap<AnchoredAnnotation, PlacedAnnotation>();

/** A highlight at its present span; `null` when its passage was not found. */
export function placeAnnotation(annotation: AnchoredAnnotation): PlacedAnnotation | null {
  const known = placed.get(annotation);
  if (known) return known;
  const { anchor } = annotation;
  if (anchor.confidence === 'orphan') return null;
  const record = recordOf(annotation);
  const { span, confidence, score } = anchor;
  const made = { ...record, span, confidence, score, record };
  placed.set(annotation, made);
  return made;
}

/** What is kept of a highlight, without its place now. */
export function recordOf({ anchor: _anchor, ...record }: AnchoredAnnotation): Annotation {
  return record;
}

/** What is kept of a bookmark, without its place now. */
export function bookmarkRecordOf(bookmark: AnchoredBookmark): Bookmark {
  const { anchor: _anchor, placedOn: _placedOn, ...record } = bookmark;
  return record;
}
