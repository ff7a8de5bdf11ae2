import * as z from 'zod';
import { annotationSchema, bookmarkSchema, readingSchema, shelfSchema } from './annotation.ts';
import { articleIdSchema } from './article.ts';
import { CONFIDENCES, ORPHAN_REASONS } from './choices.ts';
import { spanSchema } from './span.ts';

/** Everything the reader made in one article: the body of one store file. */
export const articleMarksSchema = z.strictObject({
  annotations: z.array(annotationSchema),
  bookmarks: z.array(bookmarkSchema),
  reading: readingSchema.nullable(),
  shelf: shelfSchema.nullable(),
});
export type ArticleMarks = z.infer<typeof articleMarksSchema>;

/** Where a mark stands in the text as it is now, and how sure that is. */
export const anchorSchema = z.discriminatedUnion('confidence', [
  z.strictObject({
    confidence: z.enum(CONFIDENCES),
    span: spanSchema,
    /** 0 to 1; the mean of the passage's likeness and its surroundings'. */
    score: z.number().min(0).max(1),
  }),
  z.strictObject({ confidence: z.literal('orphan'), reason: z.enum(ORPHAN_REASONS) }),
]);
export type Anchor = z.infer<typeof anchorSchema>;

/** A highlight as it is kept, and where it stands now. */
export const anchoredAnnotationSchema = annotationSchema.extend({ anchor: anchorSchema });
export type AnchoredAnnotation = z.infer<typeof anchoredAnnotationSchema>;

/** A bookmark as it is kept, and the block that it marks now; `null` when that was not found. */
export const anchoredBookmarkSchema = bookmarkSchema.extend({
  anchor: anchorSchema,
  placedOn: bookmarkSchema.shape.blockId.nullable(),
});
export type AnchoredBookmark = z.infer<typeof anchoredBookmarkSchema>;

/** What was marked in an article, with the places in its present text. */
export const anchoredMarksSchema = z.strictObject({
  annotations: z.array(anchoredAnnotationSchema),
  bookmarks: z.array(anchoredBookmarkSchema),
});
export type AnchoredMarks = z.infer<typeof anchoredMarksSchema>;

/** One version of an annotation: as it was saved then, or `null` when it was removed. */
export const annotationVersionSchema = z.strictObject({
  at: z.iso.datetime(),
  annotation: annotationSchema.nullable(),
});
export type AnnotationVersion = z.infer<typeof annotationVersionSchema>;

/** What a removed annotation was last, and when it was removed. */
export const removedAnnotationSchema = z.strictObject({
  removedAt: z.iso.datetime(),
  annotation: annotationSchema,
});
export type RemovedAnnotation = z.infer<typeof removedAnnotationSchema>;

/** All annotations of one article, for the list of everything. */
export const articleAnnotationsSchema = z.strictObject({
  articleId: articleIdSchema,
  annotations: z.array(anchoredAnnotationSchema),
});
export type AnnotationsOfArticle = z.infer<typeof articleAnnotationsSchema>;

/** What a list shows of an article's marks. */
export const marksSummarySchema = z.strictObject({
  articleId: articleIdSchema,
  highlights: z.number().int().nonnegative(),
  notes: z.number().int().nonnegative(),
  bookmarks: z.number().int().nonnegative(),
  reading: readingSchema.nullable(),
  shelf: shelfSchema.nullable(),
});
export type MarksSummary = z.infer<typeof marksSummarySchema>;
