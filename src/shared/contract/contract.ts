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
import { countSchema, shareSchema, uuidSchema } from '../domain/primitives.ts';
import { labelGroupSchema } from '../domain/labels.ts';
import { annotationQuerySchema, dialSchema, searchQuerySchema } from '../domain/search.ts';
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

/** A call that takes nothing. */
const nothing = v.strictObject({});

/**
 * Every call from the window to the main process, with what it takes: parsed before anything is done. With `ANSWERS` the
 * one source of truth: handlers, preload and bridge are derived from both.
 */
export const INPUTS = {
  'app/info': nothing,
  /** When this build was made, and where others are told of. */
  'app/release': nothing,
  /** Everything in the app that others have made. */
  'app/parts': nothing,
  /** Hands an address that the reader has seen to the system's browser or mail program. */
  'link/open': v.strictObject({
    address: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_LINK_UTF16)),
  }),
  /**
   * Some of the articles, from a number on, and where the next ones begin: the main process does not stand still for
   * thousands. Of what changes meanwhile, `library/changed` tells.
   */
  'library/list': v.strictObject({ from: countSchema }),
  /** Those of the articles named that are there. */
  'library/summaries': v.strictObject({
    articleIds: v.pipe(v.array(articleIdSchema), v.maxLength(MAX_CHANGED_ARTICLES)),
  }),
  'library/get': byArticle,
  /** What is changed comes from the reader from then on; with `from`, which undo gives, from where it came before. */
  'library/edit': v.strictObject({
    articleId: articleIdSchema,
    details: detailsSchema,
    from: v.exactOptional(ownSchema.entries.from),
  }),
  /** To the bin; its marks stay in the store. */
  'library/remove': byArticle,
  'library/restore': byArticle,
  /** To the bin, all of them; answers which there were. */
  'library/remove-many': manyArticles,
  'library/restore-many': manyArticles,
  /** Labels of many articles of the reader's own: all are changed, or none. */
  'library/label': v.strictObject({
    groups: v.pipe(v.array(labelGroupSchema), v.maxLength(MAX_ARTICLES_AT_ONCE)),
  }),
  /** What was removed, the last one first. */
  'bin/list': nothing,
  /** For good, with the originals that no other article uses. It cannot be taken back. */
  'bin/erase': v.strictObject({
    articleIds: v.pipe(v.array(articleIdSchema), v.minLength(1), v.maxLength(MAX_IMPORT_FILES)),
  }),
  /** Asks for files or folders in the system's dialog; answers false when none was chosen. */
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
    /** The same as a page, where it was copied from one. */
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
  /** Takes a decision back, or makes it again: undo and redo. Only the latest are remembered, and only in this run. */
  'import/put-decision': v.strictObject({ decision: uuidSchema, present: v.boolean() }),
  'marks/summaries': nothing,
  'marks/get': byArticle,
  /** Puts records as they are: undo, redo, going back to an earlier version. All or none. */
  'marks/apply': recordChangeSchema,
  'annotations/save': annotationDraftSchema,
  'annotations/remove': v.strictObject({ articleId: articleIdSchema, id: annotationIdSchema }),
  /** The reader says where a highlight belongs: an uncertain place is right, or here is another. */
  'annotations/pin': v.strictObject({
    articleId: articleIdSchema,
    id: annotationIdSchema,
    span: spanSchema,
  }),
  /** A note under the hand, so that it outlives the window; `null` when it is saved or given up. */
  'drafts/keep': v.strictObject({
    ...noteDraftSchema.entries,
    text: v.nullable(noteDraftSchema.entries.text),
  }),
  'drafts/list': nothing,
  /** Everything across articles. */
  'annotations/list': nothing,
  /** Every known version, oldest first; the last one stands. */
  'annotations/history': v.strictObject({ articleId: articleIdSchema, id: annotationIdSchema }),
  /** Those that were removed and are not back, the last one removed first; at most 200. */
  'annotations/removed': nothing,
  /** Every tag of highlights and articles, the most used first. */
  'tags/list': nothing,
  /** In every highlight, note and article: all or none. */
  'tags/change': tagChangeSchema,
  /** Takes such a change back, or makes it again. */
  'tags/put': v.strictObject({ step: uuidSchema, side: v.picklist(['before', 'after']) }),
  'bookmarks/set': v.strictObject({
    articleId: articleIdSchema,
    blockId: bookmarkSchema.entries.blockId,
    present: v.boolean(),
  }),
  /** Its `offset` is one in the present text; `null` before the first reading. */
  'reading/get': byArticle,
  'reading/save': v.strictObject({
    articleId: articleIdSchema,
    offset: countSchema,
    progress: shareSchema,
    /** What was read since the last time, in the text as it is now. */
    seen: v.optional(v.pipe(v.array(spanSchema), v.maxLength(MAX_SEEN_SPANS)), []),
  }),
  'shelf/put': v.strictObject({ articleId: articleIdSchema, change: shelfChangeSchema }),
  /** The same change of many articles. */
  'shelf/put-many': v.strictObject({
    groups: v.pipe(
      v.array(v.strictObject({ ...manyArticles.entries, change: shelfChangeSchema })),
      v.maxLength(MAX_ARTICLES_AT_ONCE),
    ),
  }),
  /** How the search worker is now; the event of the same words tells of changes. */
  'search/status': nothing,
  'search/query': searchQuerySchema,
  /** The same engine inside one article: its places in text order. */
  'search/locate': v.strictObject({
    articleId: articleIdSchema,
    text: v.pipe(v.string(), v.maxLength(10_000)),
    dial: dialSchema,
  }),
  /** The same engine in the reader's notes and highlighted passages. */
  'search/annotations': annotationQuerySchema,
  /** Asks for a path with the system's dialog and writes the marks there. */
  'exchange/export': exportRequestSchema,
  /** Asks for a file and says what importing it would do. `null` when the reader cancels, then or while it is read. */
  'exchange/read-import': nothing,
  /** Ends the reading of a file of marks: whoever waits for it gets `null`. */
  'exchange/cancel-import': nothing,
  'exchange/apply-import': v.strictObject({ token: v.string() }),
  /** Asks for a path and writes the whole library there; `null` when the reader cancels. */
  'backup/write': nothing,
  /** Asks for a backup and says what it would change; nothing is changed. `null` also when the reading was cancelled. */
  'backup/choose': nothing,
  /** The backup that the system gave to the app, if any; asked for once. */
  'backup/opened': nothing,
  'backup/dated': nothing,
  /** Ends the reading of a copy: whoever waits for it gets `null`. */
  'backup/cancel': nothing,
  'backup/inspect': v.strictObject({ name: v.pipe(v.string(), v.maxLength(100)) }),
  /** Brings an offered copy back, whole or not at all, after a dated copy of the present library. */
  'backup/restore': v.strictObject({ token: v.string(), withSettings: v.boolean() }),
  /** Saves what the window would print; the path is `null` when the reader cancels. */
  'print/save-pdf': byArticle,
  'settings/get': nothing,
  'settings/set': settingsPatchSchema,
} as const satisfies Record<Channel, v.GenericSchema>;

export type Input<C extends Channel> = v.InferInput<(typeof INPUTS)[C]>;
export type Output<C extends Channel> = v.InferOutput<(typeof ANSWERS)[C]>;

/** A handler answers with a value or a coded failure; a missing handler does not compile. */
export type Handlers = {
  readonly [C in Channel]: (
    input: v.InferOutput<(typeof INPUTS)[C]>,
  ) => Promise<Result<Output<C>>> | Result<Output<C>>;
};

export type EventPayload<E extends EventName> = v.InferOutput<(typeof EVENT_PAYLOADS)[E]>;
