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
  /** How certain the anchor is, 0 to 1. */
  readonly score: number;
  /** The stored record, which undo restores. */
  readonly record: Annotation;
}

/** A highlight whose passage was not found. Only its quote and note are shown. */
export interface OrphanAnnotation {
  readonly record: Annotation;
  readonly reason: (typeof ORPHAN_REASONS)[number];
}

/** A bookmark at a block of the present text. */
export interface PlacedBookmark {
  readonly blockId: string;
  /** The span of its words in the present text, UTF-16 units. */
  readonly span: Span;
  readonly confidence: Confidence;
  readonly record: Bookmark;
}

/** The marks of one article as the window shows them. */
export interface ReaderMarks {
  /** Sorted by their position in the present text. */
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

/** The separated marks of each answer, so that an answer is separated only once. */
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

/** The highlight made from each annotation, so that an unchanged annotation is not drawn again. */
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

/** Returns the stored record of a highlight, without its present anchor. */
export function recordOf({ anchor: _anchor, ...record }: AnchoredAnnotation): Annotation {
  return record;
}

/** Returns the stored record of a bookmark, without its present anchor. */
export function bookmarkRecordOf(bookmark: AnchoredBookmark): Bookmark {
  const { anchor: _anchor, placedOn: _placedOn, ...record } = bookmark;
  return record;
}
