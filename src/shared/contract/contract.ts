import * as v from 'valibot';
import {
  annotationDraftSchema,
  annotationIdSchema,
  bookmarkSchema,
  noteDraftSchema,
  recordChangeSchema,
  shelfChangeSchema,
} from '../domain/annotation.ts';
import { articleIdSchema, ownSchema } from '../domain/article.ts';
import { tagChangeSchema } from '../domain/tags.ts';
import { sha256Schema, countSchema, shareSchema, uuidSchema } from '../domain/primitives.ts';
import { labelGroupSchema } from '../domain/labels.ts';
import { annotationQuerySchema, matchingSchema, searchQuerySchema } from '../domain/search.ts';
import { detailsSchema, updateChoiceSchema } from '../domain/import.ts';
import { exportRequestSchema } from '../domain/exchange.ts';
import type { Result } from '../domain/result.ts';
import {
  MAX_ARTICLES_AT_ONCE,
  MAX_CHANGED_ARTICLES,
  MAX_IMPORT_FILES,
  MAX_LINK_UTF16,
  MAX_PASTED_UTF16,
} from '../domain/limits.ts';
import { settingsPatchSchema } from '../domain/settings.ts';
import { MAX_SEEN_SPANS } from '../domain/seen-text.ts';
import { spanSchema } from '../domain/span.ts';
import type { ANSWERS, EVENT_PAYLOADS } from './answers.ts';
import type { Channel, EventName } from './channels.ts';

const byArticle = v.strictObject({ articleId: articleIdSchema });

const manyArticles = v.strictObject({
  articleIds: v.pipe(v.array(articleIdSchema), v.maxLength(MAX_ARTICLES_AT_ONCE)),
});

/** The input of a call without parameters. */
const nothing = v.strictObject({});

/**
 * The input of every call from the window to the main process, which is parsed before the call does anything.
 * Together with `ANSWERS` this is the one source of truth, from which handlers, preload and bridge are derived.
 */
export const INPUTS = {
  'app/info': nothing,
  /** Returns when this build was made and where new releases are announced. */
  'app/release': nothing,
  /** Returns every third-party part of the app. */
  'app/parts': nothing,
  /** Opens an address that the reader has seen in the system's browser or mail program. */
  'link/open': v.strictObject({
    address: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_LINK_UTF16)),
  }),
  /**
   * Returns one page of the library from the given index on, and the index of the next page. Pages keep the main
   * process responsive with thousands of articles; `library/changed` reports changes between two pages.
   */
  'library/list': v.strictObject({ from: countSchema }),
  /** Returns the summaries of those of the named articles that exist. */
  'library/summaries': v.strictObject({
    articleIds: v.pipe(v.array(articleIdSchema), v.maxLength(MAX_CHANGED_ARTICLES)),
  }),
  'library/get': byArticle,
  /**
   * Changes the details of an article. From then on the reader is the source of each changed detail; undo passes
   * `from` to restore the earlier sources.
   */
  'library/edit': v.strictObject({
    articleId: articleIdSchema,
    details: detailsSchema,
    from: v.exactOptional(ownSchema.entries.from),
  }),
  /** Moves the article to the bin; its marks stay in the store. */
  'library/remove': byArticle,
  'library/restore': byArticle,
  /** Moves the articles to the bin and returns the ids of those that were in the library. */
  'library/remove-many': manyArticles,
  'library/restore-many': manyArticles,
  /** Sets the labels of many own articles. Either all are changed or none. */
  'library/label': v.strictObject({
    groups: v.pipe(v.array(labelGroupSchema), v.maxLength(MAX_ARTICLES_AT_ONCE)),
  }),
  /** Returns the removed articles, the last removed first. */
  'bin/list': nothing,
  /** Removes articles for good, with the originals that no other article uses. This cannot be undone. */
  'bin/erase': v.strictObject({
    articleIds: v.pipe(v.array(articleIdSchema), v.minLength(1), v.maxLength(MAX_IMPORT_FILES)),
  }),
  /** Asks for files or a folder in the system's dialog; returns false when the reader chose none. */
  'import/choose': v.strictObject({ what: v.picklist(['files', 'folder']) }),
  'import/dropped': v.strictObject({
    paths: v.pipe(
      v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(32_768))),
      v.minLength(1),
      v.maxLength(20_000),
    ),
  }),
  'import/text': v.strictObject({
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_PASTED_UTF16)),
    /** The same text as HTML, when it was copied from a page. */
    html: v.nullable(v.pipe(v.string(), v.maxLength(MAX_PASTED_UTF16))),
  }),
  'import/state': nothing,
  'import/items': nothing,
  'import/cancel': nothing,
  'import/dismiss': nothing,
  'import/decide': v.strictObject({
    index: countSchema,
    choice: updateChoiceSchema,
  }),
  /** Undoes or repeats a decision. Only the latest decisions are remembered, and only until the app ends. */
  'import/put-decision': v.strictObject({ decision: uuidSchema, present: v.boolean() }),
  'marks/summaries': nothing,
  'marks/get': byArticle,
  /**
   * Writes records exactly as given, for undo, redo and going back to an earlier version. Either all are written or
   * none.
   */
  'marks/apply': recordChangeSchema,
  'annotations/save': annotationDraftSchema,
  'annotations/remove': v.strictObject({ articleId: articleIdSchema, id: annotationIdSchema }),
  /** Sets the position of a highlight by the reader's word: the uncertain position is right, or the given one is. */
  'annotations/pin': v.strictObject({
    articleId: articleIdSchema,
    id: annotationIdSchema,
    span: spanSchema,
  }),
  /** Keeps the unsaved text of a note, so that it survives the window; `null` once the note is saved or discarded. */
  'drafts/keep': v.strictObject({
    ...noteDraftSchema.entries,
    text: v.nullable(noteDraftSchema.entries.text),
  }),
  'drafts/list': nothing,
  /** Returns the annotations and bookmarks of all articles. */
  'annotations/list': nothing,
  /** Returns every known version, oldest first; the last one is the present one. */
  'annotations/history': v.strictObject({ articleId: articleIdSchema, id: annotationIdSchema }),
  /** Returns the removed annotations that were not restored, the last removed first, at most 200. */
  'annotations/removed': nothing,
  /** Returns every tag of highlights and articles, the most used first. */
  'tags/list': nothing,
  /** Changes a tag in every highlight, note and article. Either all are changed or none. */
  'tags/change': tagChangeSchema,
  /** Undoes or repeats such a change. */
  'tags/put': v.strictObject({ step: uuidSchema, side: v.picklist(['before', 'after']) }),
  'bookmarks/set': v.strictObject({
    articleId: articleIdSchema,
    blockId: bookmarkSchema.entries.blockId,
    present: v.boolean(),
  }),
  /** Returns the reading position, whose `offset` refers to the present text; `null` before the first reading. */
  'reading/get': byArticle,
  'reading/save': v.strictObject({
    articleId: articleIdSchema,
    offset: countSchema,
    progress: shareSchema,
    /** Spans of the present text that were read since the last call. */
    seen: v.optional(v.pipe(v.array(spanSchema), v.maxLength(MAX_SEEN_SPANS)), []),
  }),
  'shelf/put': v.strictObject({ articleId: articleIdSchema, change: shelfChangeSchema }),
  /** Makes the same change to many articles. */
  'shelf/put-many': v.strictObject({
    groups: v.pipe(
      v.array(v.strictObject({ ...manyArticles.entries, change: shelfChangeSchema })),
      v.maxLength(MAX_ARTICLES_AT_ONCE),
    ),
  }),
  /** Returns the state of the search worker; the event `search/state` reports changes. */
  'search/status': nothing,
  'search/query': searchQuerySchema,
  /** Searches one article with the same engine; the matches are in text order. */
  'search/locate': v.strictObject({
    articleId: articleIdSchema,
    text: v.pipe(v.string(), v.maxLength(10_000)),
    matching: matchingSchema,
  }),
  /** Searches the reader's notes and highlighted passages with the same engine. */
  'search/annotations': v.strictObject({
    ...annotationQuerySchema.entries,
    /** True when the answer shall carry the highlights that were found, each with its anchor. */
    withHighlights: v.boolean(),
  }),
  /** Asks for a path in the system's dialog and writes the marks there. */
  'exchange/export': exportRequestSchema,
  /**
   * Asks for a file and reports what importing it would do. Returns `null` when the reader cancels the dialog or the
   * reading.
   */
  'exchange/read-import': nothing,
  /** Stops reading a file of marks; the pending `exchange/read-import` then returns `null`. */
  'exchange/cancel-import': nothing,
  'exchange/apply-import': v.strictObject({ token: v.string() }),
  /** Asks for a path and writes the whole library there; the path in the answer is `null` when the reader cancels. */
  'backup/write': nothing,
  /**
   * Asks for a backup and reports what restoring it would change, without changing anything. Returns `null` when the
   * reader cancels the dialog or the reading.
   */
  'backup/choose': nothing,
  /** Returns the backup that the system opened with the app, or `null`. A second call returns `null`. */
  'backup/opened': nothing,
  'backup/dated': nothing,
  /** Stops reading a backup; the pending call then returns `null`. */
  'backup/cancel': nothing,
  'backup/inspect': v.strictObject({ name: v.pipe(v.string(), v.maxLength(100)) }),
  /** Restores an offered backup, completely or not at all, after making a dated copy of the present library. */
  'backup/restore': v.strictObject({ token: v.string(), withSettings: v.boolean() }),
  /** Saves as PDF what the window would print; the path is `null` when the reader cancels. */
  'print/save-pdf': byArticle,
  'picture/save': v.strictObject({ articleId: articleIdSchema, sha256: sha256Schema }),
  'settings/get': nothing,
  'settings/set': settingsPatchSchema,
} as const satisfies Record<Channel, v.GenericSchema>;

export type Input<C extends Channel> = v.InferInput<(typeof INPUTS)[C]>;
export type Output<C extends Channel> = v.InferOutput<(typeof ANSWERS)[C]>;

/** A handler for every channel. Each returns a value or a coded failure; a missing handler is a compile error. */
export type Handlers = {
  readonly [C in Channel]: (
    input: v.InferOutput<(typeof INPUTS)[C]>,
  ) => Promise<Result<Output<C>>> | Result<Output<C>>;
};

export type EventPayload<E extends EventName> = v.InferOutput<(typeof EVENT_PAYLOADS)[E]>;
