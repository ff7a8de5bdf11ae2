import * as v from 'valibot';
import { annotationSchema, bookmarkSchema, readingSchema, shelfSchema } from './annotation.ts';
import { articleIdSchema } from './article.ts';
import { CONFIDENCES, ORPHAN_REASONS } from './choices.ts';
import { countSchema, shareSchema, timeSchema } from './primitives.ts';
import { spanSchema } from './span.ts';

/** All marks of one article: the content of its store file. */
export const articleMarksSchema = v.strictObject({
  annotations: v.array(annotationSchema),
  bookmarks: v.array(bookmarkSchema),
  reading: v.nullable(readingSchema),
  shelf: v.nullable(shelfSchema),
});
export type ArticleMarks = v.InferOutput<typeof articleMarksSchema>;

/** Where a mark stands in the present text, and how certain that is. */
export const anchorSchema = v.variant('confidence', [
  v.strictObject({
    confidence: v.picklist(CONFIDENCES),
    span: spanSchema,
    /** The mean of the similarity of the passage and the agreement of its surroundings, 0 to 1. */
    score: shareSchema,
  }),
  v.strictObject({ confidence: v.literal('orphan'), reason: v.picklist(ORPHAN_REASONS) }),
]);
export type Anchor = v.InferOutput<typeof anchorSchema>;

/** A stored highlight with its anchor in the present text. */
export const anchoredAnnotationSchema = v.strictObject({
  ...annotationSchema.entries,
  anchor: anchorSchema,
});
export type AnchoredAnnotation = v.InferOutput<typeof anchoredAnnotationSchema>;

/** A stored bookmark with its anchor and the block that it marks now; `null` when no block was found. */
export const anchoredBookmarkSchema = v.strictObject({
  ...bookmarkSchema.entries,
  anchor: anchorSchema,
  placedOn: v.nullable(bookmarkSchema.entries.blockId),
});
export type AnchoredBookmark = v.InferOutput<typeof anchoredBookmarkSchema>;

/** The marks of one article with their anchors in its present text. */
export const anchoredMarksSchema = v.strictObject({
  annotations: v.array(anchoredAnnotationSchema),
  bookmarks: v.array(anchoredBookmarkSchema),
});
export type AnchoredMarks = v.InferOutput<typeof anchoredMarksSchema>;

/**
 * The number of a change of an article's marks: 0 before the first change of this run, then one more for each. An answer
 * with a larger number is newer.
 */
export const marksRevisionSchema = countSchema;

/** All marks of an article after the change with this number. */
export const marksAtRevisionSchema = v.strictObject({
  ...anchoredMarksSchema.entries,
  revision: marksRevisionSchema,
});
export type MarksAtRevision = v.InferOutput<typeof marksAtRevisionSchema>;

/** A highlight as a change has left it. */
export const savedAnnotationSchema = v.strictObject({
  annotation: anchoredAnnotationSchema,
  revision: marksRevisionSchema,
});
export type SavedAnnotation = v.InferOutput<typeof savedAnnotationSchema>;

/** The bookmarks that a change took away and put; both are empty when there was nothing to change. */
export const bookmarksChangedSchema = v.strictObject({
  removed: v.array(bookmarkSchema),
  added: v.array(anchoredBookmarkSchema),
  revision: marksRevisionSchema,
});
export type BookmarksChanged = v.InferOutput<typeof bookmarksChangedSchema>;

/** One version of an annotation: its state when it was saved, or `null` when it was removed. */
export const annotationVersionSchema = v.strictObject({
  at: timeSchema,
  annotation: v.nullable(annotationSchema),
});
export type AnnotationVersion = v.InferOutput<typeof annotationVersionSchema>;

/** The last state of a removed annotation, and when it was removed. */
export const removedAnnotationSchema = v.strictObject({
  removedAt: timeSchema,
  annotation: annotationSchema,
});
export type RemovedAnnotation = v.InferOutput<typeof removedAnnotationSchema>;

/** All annotations and bookmarks of one article, for the list across articles. */
export const articleAnnotationsSchema = v.strictObject({
  articleId: articleIdSchema,
  annotations: v.array(anchoredAnnotationSchema),
  bookmarks: v.array(anchoredBookmarkSchema),
});
export type AnnotationsOfArticle = v.InferOutput<typeof articleAnnotationsSchema>;

/** What a list shows of an article's marks. */
export const marksSummarySchema = v.strictObject({
  articleId: articleIdSchema,
  highlights: countSchema,
  notes: countSchema,
  bookmarks: countSchema,
  /** The reading position without the spans that were read, because a list has thousands of articles. */
  reading: v.nullable(v.omit(readingSchema, ['seen'])),
  /** The share of the text that was read, 0 to 1. */
  read: shareSchema,
  shelf: v.nullable(shelfSchema),
});
export type MarksSummary = v.InferOutput<typeof marksSummarySchema>;
