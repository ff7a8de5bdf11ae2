import * as z from 'zod';
import { articleIdSchema } from './article.ts';
import { MEANINGS } from './choices.ts';
import { MAX_NOTE_UTF16, MAX_RECORDS, MAX_TAGS, MAX_TAG_UTF16 } from './limits.ts';
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

const place = {
  /** W3C Text Position Selector, valid for `contentHash`. */
  span: spanSchema,
  contentHash: z.string(),
  quote: quoteSchema,
};

/** What a mark remembers of its place, so that it is found again in another version of the text. */
export const storedPlaceSchema = z.strictObject(place);
export type StoredPlace = z.infer<typeof storedPlaceSchema>;

/** The reader's own words for it; `tidyTags` makes them unique by fold. */
const tagsSchema = z.array(z.string().trim().min(1).max(MAX_TAG_UTF16)).max(MAX_TAGS);

/** A highlight, with or without a note (`note` is empty then). */
export const annotationSchema = z.strictObject({
  id: annotationIdSchema,
  articleId: articleIdSchema,
  meaning: meaningSchema,
  ...place,
  note: z.string().max(MAX_NOTE_UTF16),
  /** None in records that were written before there were tags. */
  tags: tagsSchema.default([]),
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
  /** In the text as it is now. */
  span: spanSchema,
  note: z.string().max(MAX_NOTE_UTF16),
  /** Without them the tags stay as they are. */
  tags: tagsSchema.optional(),
  /** Highlights that become one with it: removed in the same step. */
  absorbs: z.array(annotationIdSchema).max(1000).optional(),
});
export type AnnotationDraft = z.infer<typeof annotationDraftSchema>;

/** A mark on one block of an article. */
export const bookmarkSchema = z.strictObject({
  /** Its own random id; the first version had none (see `bookmarkKey`). */
  id: z.uuid().optional(),
  /** The block that it was put on; ids of blocks count them, so they move with every correction. */
  blockId: z.string().regex(/^b\d{1,6}$/),
  createdAt: z.iso.datetime(),
  /** The opening words of the block; the first version kept none. */
  place: storedPlaceSchema.optional(),
});
export type Bookmark = z.infer<typeof bookmarkSchema>;

/** How far the reader has come in one article. */
export const readingSchema = z.strictObject({
  /** UTF-16 offset of the first character on the screen. */
  offset: z.number().int().nonnegative(),
  /** Furthest share read, 0 to 1. */
  progress: z.number().min(0).max(1),
  openedAt: z.iso.datetime(),
  /** The words at `offset`; the first version kept none. */
  place: storedPlaceSchema.optional(),
});
export type Reading = z.infer<typeof readingSchema>;

/** Where the reader has put an article, apart from how far it was read. */
export const shelfSchema = z.strictObject({
  /** Since when it is among the saved ones; `null` when it is not. */
  savedAt: z.iso.datetime().nullable(),
  /** What the reader said of it, which counts more than the progress; `null` when nothing was said. */
  finished: z.strictObject({ is: z.boolean(), at: z.iso.datetime() }).nullable(),
});
export type Shelf = z.infer<typeof shelfSchema>;

/** What the reader changes of it; the rest stays as it is stored. */
export const shelfChangeSchema = shelfSchema.partial();
export type ShelfChange = z.infer<typeof shelfChangeSchema>;

/** Records of one article to put or to take away in one step: what undo, redo and restore are made of. */
export const recordChangeSchema = z.strictObject({
  articleId: articleIdSchema,
  annotations: z.array(annotationSchema).max(MAX_RECORDS),
  removedAnnotations: z.array(annotationIdSchema).max(MAX_RECORDS),
  bookmarks: z.array(bookmarkSchema).max(MAX_RECORDS),
  /** Keys (`bookmarkKey`). */
  removedBookmarks: z.array(z.string().max(64)).max(MAX_RECORDS),
});
export type RecordChange = z.infer<typeof recordChangeSchema>;

/** A note as it stands in an editor, not yet saved. */
export const noteDraftSchema = z.strictObject({
  articleId: articleIdSchema,
  id: annotationIdSchema,
  text: z.string().max(MAX_NOTE_UTF16),
});
export type NoteDraft = z.infer<typeof noteDraftSchema>;
