import * as v from 'valibot';
import { articleIdSchema } from './article.ts';
import { MEANINGS } from './choices.ts';
import {
  MAX_BOOKMARK_NAME_UTF16,
  MAX_CONTEXT_UTF16,
  MAX_DETAIL_UTF16,
  MAX_NOTE_UTF16,
  MAX_QUOTE_UTF16,
  MAX_RECORDS,
  MAX_TAGS,
  MAX_TAG_UTF16,
} from './limits.ts';
import { countSchema, shareSchema, timeSchema, uuidSchema } from './primitives.ts';
import { seenTextSchema } from './seen-text.ts';
import { spanSchema } from './span.ts';

export const meaningSchema = v.picklist(MEANINGS);
export type Meaning = v.InferOutput<typeof meaningSchema>;

/** Our own random ids (UUIDs): never taken from outside, so never `__proto__`. */
export const annotationIdSchema = v.pipe(uuidSchema, v.brand('AnnotationId'));
export type AnnotationId = v.InferOutput<typeof annotationIdSchema>;

/** W3C Text Quote Selector: the passage itself and what stands around it. */
export const quoteSchema = v.strictObject({
  exact: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_QUOTE_UTF16)),
  prefix: v.pipe(v.string(), v.maxLength(MAX_CONTEXT_UTF16)),
  suffix: v.pipe(v.string(), v.maxLength(MAX_CONTEXT_UTF16)),
});
export type Quote = v.InferOutput<typeof quoteSchema>;

const place = {
  /** W3C Text Position Selector, valid for `contentHash`. */
  span: spanSchema,
  contentHash: v.pipe(v.string(), v.maxLength(MAX_DETAIL_UTF16)),
  quote: quoteSchema,
};

/** What a mark remembers of its place, so that it is found again in another version of the text. */
export const storedPlaceSchema = v.strictObject(place);
export type StoredPlace = v.InferOutput<typeof storedPlaceSchema>;

/** The reader's own words for it; `tidyTags` makes them unique by fold. */
const tagsSchema = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_TAG_UTF16))),
  v.maxLength(MAX_TAGS),
);

/** A highlight, with or without a note (`note` is empty then). */
export const annotationSchema = v.strictObject({
  id: annotationIdSchema,
  articleId: articleIdSchema,
  meaning: meaningSchema,
  ...place,
  note: v.pipe(v.string(), v.maxLength(MAX_NOTE_UTF16)),
  /** None in records that were written before there were tags. */
  tags: v.optional(tagsSchema, []),
  /** ISO 8601, UTC. */
  createdAt: timeSchema,
  updatedAt: timeSchema,
});
export type Annotation = v.InferOutput<typeof annotationSchema>;

/** What the renderer sends: the main process adds quote, hash and times. */
export const annotationDraftSchema = v.strictObject({
  id: annotationIdSchema,
  articleId: articleIdSchema,
  meaning: meaningSchema,
  /** In the text as it is now. */
  span: spanSchema,
  note: v.pipe(v.string(), v.maxLength(MAX_NOTE_UTF16)),
  /** Without them the tags stay as they are. */
  tags: v.optional(tagsSchema),
  /** Highlights that become one with it: removed in the same step. */
  absorbs: v.optional(v.pipe(v.array(annotationIdSchema), v.maxLength(1000))),
});
export type AnnotationDraft = v.InferOutput<typeof annotationDraftSchema>;

/** A mark on one block of an article. */
export const bookmarkSchema = v.strictObject({
  /** Its own random id; the first version had none (see `bookmarkKey`). */
  id: v.optional(uuidSchema),
  /** The block that it was put on; ids of blocks count them, so they move with every correction. */
  blockId: v.pipe(v.string(), v.regex(/^b\d{1,6}$/)),
  createdAt: timeSchema,
  /** The opening words of the block; the first version kept none. */
  place: v.optional(storedPlaceSchema),
  /** What the reader has called it; without it the first words of the block stand for it. */
  name: v.optional(
    v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_BOOKMARK_NAME_UTF16)),
  ),
});
export type Bookmark = v.InferOutput<typeof bookmarkSchema>;

/** How far the reader has come in one article. */
export const readingSchema = v.strictObject({
  /** UTF-16 offset of the first character on the screen. */
  offset: countSchema,
  /** Where that is, as a share of the text, 0 to 1; records without `seen` have the furthest share instead. */
  progress: shareSchema,
  openedAt: timeSchema,
  /** What stood on the screen long enough to be read; earlier records did not measure it. */
  seen: v.optional(seenTextSchema),
  /** The words at `offset`; the first version kept none. */
  place: v.optional(storedPlaceSchema),
});
export type Reading = v.InferOutput<typeof readingSchema>;

/** Where the reader has put an article, apart from how far it was read. */
export const shelfSchema = v.strictObject({
  /** Since when it is among the saved ones; `null` when it is not. */
  savedAt: v.nullable(timeSchema),
  /** What the reader said of it, which counts more than the progress; `null` when nothing was said. */
  finished: v.nullable(v.strictObject({ is: v.boolean(), at: timeSchema })),
});
export type Shelf = v.InferOutput<typeof shelfSchema>;

/** What the reader changes of it; the rest stays as it is stored. */
export const shelfChangeSchema = v.partial(shelfSchema);
export type ShelfChange = v.InferOutput<typeof shelfChangeSchema>;

/** Records of one article to put or to take away in one step: what undo, redo and restore are made of. */
export const recordChangeSchema = v.strictObject({
  articleId: articleIdSchema,
  annotations: v.pipe(v.array(annotationSchema), v.maxLength(MAX_RECORDS)),
  removedAnnotations: v.pipe(v.array(annotationIdSchema), v.maxLength(MAX_RECORDS)),
  bookmarks: v.pipe(v.array(bookmarkSchema), v.maxLength(MAX_RECORDS)),
  /** Keys (`bookmarkKey`). */
  removedBookmarks: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(MAX_RECORDS)),
});
export type RecordChange = v.InferOutput<typeof recordChangeSchema>;

/** A note as it stands in an editor, not yet saved. */
export const noteDraftSchema = v.strictObject({
  articleId: articleIdSchema,
  id: annotationIdSchema,
  text: v.pipe(v.string(), v.maxLength(MAX_NOTE_UTF16)),
});
export type NoteDraft = v.InferOutput<typeof noteDraftSchema>;
