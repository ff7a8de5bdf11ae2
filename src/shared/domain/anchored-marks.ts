import * as v from 'valibot';
import { annotationSchema, bookmarkSchema, readingSchema, shelfSchema } from './annotation.ts';
import { articleIdSchema } from './article.ts';
import { CONFIDENCES, ORPHAN_REASONS } from './choices.ts';
import { countSchema, shareSchema, timeSchema } from './primitives.ts';
import { spanSchema } from './span.ts';

/** Everything the reader made in one article: the body of one store file. */
export const articleMarksSchema = v.strictObject({
  annotations: v.array(annotationSchema),
  bookmarks: v.array(bookmarkSchema),
  reading: v.nullable(readingSchema),
  shelf: v.nullable(shelfSchema),
});
export type ArticleMarks = v.InferOutput<typeof articleMarksSchema>;

/** Where a mark stands in the text as it is now, and how sure that is. */
export const anchorSchema = v.variant('confidence', [
  v.strictObject({
    confidence: v.picklist(CONFIDENCES),
    span: spanSchema,
    /** 0 to 1; the mean of the passage's likeness and its surroundings'. */
    score: shareSchema,
  }),
  v.strictObject({ confidence: v.literal('orphan'), reason: v.picklist(ORPHAN_REASONS) }),
]);
export type Anchor = v.InferOutput<typeof anchorSchema>;

/** A highlight as it is kept, and where it stands now. */
export const anchoredAnnotationSchema = v.strictObject({
  ...annotationSchema.entries,
  anchor: anchorSchema,
});
export type AnchoredAnnotation = v.InferOutput<typeof anchoredAnnotationSchema>;

/** A bookmark as it is kept, and the block that it marks now; `null` when that was not found. */
export const anchoredBookmarkSchema = v.strictObject({
  ...bookmarkSchema.entries,
  anchor: anchorSchema,
  placedOn: v.nullable(bookmarkSchema.entries.blockId),
});
export type AnchoredBookmark = v.InferOutput<typeof anchoredBookmarkSchema>;

/** What was marked in an article, with the places in its present text. */
export const anchoredMarksSchema = v.strictObject({
  annotations: v.array(anchoredAnnotationSchema),
  bookmarks: v.array(anchoredBookmarkSchema),
});
export type AnchoredMarks = v.InferOutput<typeof anchoredMarksSchema>;

/** One version of an annotation: as it was saved then, or `null` when it was removed. */
export const annotationVersionSchema = v.strictObject({
  at: timeSchema,
  annotation: v.nullable(annotationSchema),
});
export type AnnotationVersion = v.InferOutput<typeof annotationVersionSchema>;

/** What a removed annotation was last, and when it was removed. */
export const removedAnnotationSchema = v.strictObject({
  removedAt: timeSchema,
  annotation: annotationSchema,
});
export type RemovedAnnotation = v.InferOutput<typeof removedAnnotationSchema>;

/** All annotations and bookmarks of one article, for the list of everything. */
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
  /** Without the stretches that were seen: a list has thousands of articles. */
  reading: v.nullable(v.omit(readingSchema, ['seen'])),
  /** How much of it was really read, 0 to 1. */
  read: shareSchema,
  shelf: v.nullable(shelfSchema),
});
export type MarksSummary = v.InferOutput<typeof marksSummarySchema>;
