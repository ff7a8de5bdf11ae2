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

/** The app creates these random ids (UUIDs) itself, so that none can be `__proto__`. */
export const annotationIdSchema = v.pipe(uuidSchema, v.brand('AnnotationId'));
export type AnnotationId = v.InferOutput<typeof annotationIdSchema>;

/** W3C Text Quote Selector: the passage and the text around it. */
export const quoteSchema = v.strictObject({
  exact: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_QUOTE_UTF16)),
  prefix: v.pipe(v.string(), v.maxLength(MAX_CONTEXT_UTF16)),
  suffix: v.pipe(v.string(), v.maxLength(MAX_CONTEXT_UTF16)),
});
export type Quote = v.InferOutput<typeof quoteSchema>;

const place = {
  /** W3C Text Position Selector in UTF-16 units, valid for `contentHash`. */
  span: spanSchema,
  contentHash: v.pipe(v.string(), v.maxLength(MAX_DETAIL_UTF16)),
  quote: quoteSchema,
};

/** What a mark stores about its position, so that it can be found again in another version of the text. */
export const storedPlaceSchema = v.strictObject(place);
export type StoredPlace = v.InferOutput<typeof storedPlaceSchema>;

/** The reader's own keywords; `tidyTags` removes those that differ only in spelling. */
const tagsSchema = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_TAG_UTF16))),
  v.maxLength(MAX_TAGS),
);

/** A highlight; `note` is empty when it has no note. */
export const annotationSchema = v.strictObject({
  id: annotationIdSchema,
  articleId: articleIdSchema,
  meaning: meaningSchema,
  ...place,
  note: v.pipe(v.string(), v.maxLength(MAX_NOTE_UTF16)),
  /** Records that are older than tags have none. */
  tags: v.optional(tagsSchema, []),
  /** ISO 8601, UTC. */
  createdAt: timeSchema,
  updatedAt: timeSchema,
});
export type Annotation = v.InferOutput<typeof annotationSchema>;

/** What the window sends to save a highlight; the main process adds the quote, the hash and the times. */
export const annotationDraftSchema = v.strictObject({
  id: annotationIdSchema,
  articleId: articleIdSchema,
  meaning: meaningSchema,
  /** The span in the present text. */
  span: spanSchema,
  note: v.pipe(v.string(), v.maxLength(MAX_NOTE_UTF16)),
  /** When omitted, the tags stay unchanged. */
  tags: v.optional(tagsSchema),
  /** Highlights that are merged into this one; they are removed in the same step. */
  absorbs: v.optional(v.pipe(v.array(annotationIdSchema), v.maxLength(1000))),
});
export type AnnotationDraft = v.InferOutput<typeof annotationDraftSchema>;

/** A mark on one block of an article. */
export const bookmarkSchema = v.strictObject({
  /** A random id; bookmarks of the first version have none (see `bookmarkKey`). */
  id: v.optional(uuidSchema),
  /** The block that was marked. Block ids are numbered in order, so a correction of the text may shift them. */
  blockId: v.pipe(v.string(), v.regex(/^b\d{1,6}$/)),
  createdAt: timeSchema,
  /** The first words of the block; bookmarks of the first version have none. */
  place: v.optional(storedPlaceSchema),
  /** The name that the reader gave; without it the first words of the block are shown. */
  name: v.optional(
    v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_BOOKMARK_NAME_UTF16)),
  ),
});
export type Bookmark = v.InferOutput<typeof bookmarkSchema>;

/** How far the reader has read one article. */
export const readingSchema = v.strictObject({
  /** UTF-16 offset of the first character on the screen. */
  offset: countSchema,
  /**
   * The position of `offset` as a share of the text, 0 to 1. In records without `seen` it is the furthest position
   * ever reached.
   */
  progress: shareSchema,
  openedAt: timeSchema,
  /** The spans that were on the screen long enough to be read; older records did not measure them. */
  seen: v.optional(seenTextSchema),
  /** The words at `offset`; records of the first version have none. */
  place: v.optional(storedPlaceSchema),
});
export type Reading = v.InferOutput<typeof readingSchema>;

/** How the reader filed an article: on the reading list, or marked as read or unread. */
export const shelfSchema = v.strictObject({
  /** When it was put on the reading list; `null` when it is not on it. */
  savedAt: v.nullable(timeSchema),
  /** What the reader said about it, which overrides the progress; `null` when the reader said nothing. */
  finished: v.nullable(v.strictObject({ is: v.boolean(), at: timeSchema })),
});
export type Shelf = v.InferOutput<typeof shelfSchema>;

/** The fields that change; all others stay as stored. */
export const shelfChangeSchema = v.partial(shelfSchema);
export type ShelfChange = v.InferOutput<typeof shelfChangeSchema>;

/** Records of one article that are written or removed in one step; undo, redo and restore use it. */
export const recordChangeSchema = v.strictObject({
  articleId: articleIdSchema,
  annotations: v.pipe(v.array(annotationSchema), v.maxLength(MAX_RECORDS)),
  removedAnnotations: v.pipe(v.array(annotationIdSchema), v.maxLength(MAX_RECORDS)),
  bookmarks: v.pipe(v.array(bookmarkSchema), v.maxLength(MAX_RECORDS)),
  /** Keys as `bookmarkKey` makes them. */
  removedBookmarks: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(MAX_RECORDS)),
});
export type RecordChange = v.InferOutput<typeof recordChangeSchema>;

/** The unsaved text of a note in an editor. */
export const noteDraftSchema = v.strictObject({
  articleId: articleIdSchema,
  id: annotationIdSchema,
  text: v.pipe(v.string(), v.maxLength(MAX_NOTE_UTF16)),
});
export type NoteDraft = v.InferOutput<typeof noteDraftSchema>;
