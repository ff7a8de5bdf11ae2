import * as z from 'zod';
import { articleIdSchema } from './article.ts';
import { MEANINGS } from './choices.ts';
import { MAX_NOTE_UTF16 } from './limits.ts';
import { spanSchema } from './span.ts';

export const meaningSchema = z.enum(MEANINGS);
export type Meaning = z.infer<typeof meaningSchema>;

/** Our own random ids (UUIDs): never taken from outside, so never `__proto__`. */
export const annotationIdSchema = z.uuid().brand('AnnotationId');
export type AnnotationId = z.infer<typeof annotationIdSchema>;

/** W3C Text Quote Selector: the passage itself and what stands around it. */
export const quoteSchema = z.strictObject({
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
});
export type Quote = z.infer<typeof quoteSchema>;

/** A highlight, with or without a note (`note` is empty then). */
export const annotationSchema = z.strictObject({
  id: annotationIdSchema,
  articleId: articleIdSchema,
  meaning: meaningSchema,
  /** W3C Text Position Selector, valid for `contentHash`. */
  span: spanSchema,
  contentHash: z.string(),
  quote: quoteSchema,
  note: z.string().max(MAX_NOTE_UTF16),
  /** ISO 8601, UTC. */
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** What the renderer sends: the main process adds quote, hash and times. */
export const annotationDraftSchema = z.strictObject({
  id: annotationIdSchema,
  articleId: articleIdSchema,
  meaning: meaningSchema,
  span: spanSchema,
  note: z.string().max(MAX_NOTE_UTF16),
});
export type AnnotationDraft = z.infer<typeof annotationDraftSchema>;

/** A mark on one block of an article. */
export const bookmarkSchema = z.strictObject({
  blockId: z.string().regex(/^b\d{1,6}$/),
  createdAt: z.iso.datetime(),
});
export type Bookmark = z.infer<typeof bookmarkSchema>;

/** How far the reader has come in one article. */
export const readingSchema = z.strictObject({
  /** UTF-16 offset of the first character on the screen. */
  offset: z.number().int().nonnegative(),
  /** Furthest share read, 0 to 1. */
  progress: z.number().min(0).max(1),
  openedAt: z.iso.datetime(),
});
export type Reading = z.infer<typeof readingSchema>;

/** Everything the reader made in one article: the body of one store file. */
export const articleMarksSchema = z.strictObject({
  annotations: z.array(annotationSchema),
  bookmarks: z.array(bookmarkSchema),
  reading: readingSchema.nullable(),
});
export type ArticleMarks = z.infer<typeof articleMarksSchema>;

/** What a list shows of an article's marks. */
export const marksSummarySchema = z.strictObject({
  articleId: articleIdSchema,
  highlights: z.number().int().nonnegative(),
  notes: z.number().int().nonnegative(),
  bookmarks: z.number().int().nonnegative(),
  reading: readingSchema.nullable(),
});
export type MarksSummary = z.infer<typeof marksSummarySchema>;
