import * as z from 'zod';
import {
  annotationDraftSchema,
  annotationIdSchema,
  bookmarkSchema,
  noteDraftSchema,
  recordChangeSchema,
  shelfChangeSchema,
} from '../domain/annotation.ts';
import { articleIdSchema } from '../domain/article.ts';
import { annotationQuerySchema, dialSchema, searchQuerySchema } from '../domain/search.ts';
import { detailsSchema, updateChoiceSchema } from '../domain/import.ts';
import { exportRequestSchema } from '../domain/exchange.ts';
import type { Result } from '../domain/result.ts';
import { MAX_CHANGED_ARTICLES, MAX_LINK_UTF16, MAX_PASTED_UTF16 } from '../domain/limits.ts';
import { settingsPatchSchema } from '../domain/settings.ts';
import { spanSchema } from '../domain/span.ts';
import type { ANSWERS, EVENT_PAYLOADS } from './answers.ts';
import type { Channel, EventName } from './channels.ts';

const byArticle = z.strictObject({ articleId: articleIdSchema });

/** A call that takes nothing. */
const nothing = z.strictObject({});

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
  'link/open': z.strictObject({ address: z.string().min(1).max(MAX_LINK_UTF16) }),
  /**
   * Some of the articles, from a number on, and where the next ones begin: the main process does not stand still for
   * thousands. Of what changes meanwhile, `library/changed` tells.
   */
  'library/list': z.strictObject({ from: z.number().int().nonnegative() }),
  /** Those of the articles named that are there. */
  'library/summaries': z.strictObject({
    articleIds: z.array(articleIdSchema).max(MAX_CHANGED_ARTICLES),
  }),
  'library/get': byArticle,
  'library/edit': z.strictObject({ articleId: articleIdSchema, details: detailsSchema }),
  /** To the bin; its marks stay in the store. */
  'library/remove': byArticle,
  'library/restore': byArticle,
  /** Asks for files or folders in the system's dialog; answers false when none was chosen. */
  'import/choose': z.strictObject({ what: z.enum(['files', 'folder']) }),
  'import/dropped': z.strictObject({
    paths: z.array(z.string().min(1).max(32_768)).min(1).max(20_000),
  }),
  'import/text': z.strictObject({ text: z.string().min(1).max(MAX_PASTED_UTF16) }),
  'import/state': nothing,
  'import/items': nothing,
  'import/cancel': nothing,
  'import/dismiss': nothing,
  'import/decide': z.strictObject({
    index: z.number().int().nonnegative(),
    choice: updateChoiceSchema,
  }),
  'marks/summaries': nothing,
  'marks/get': byArticle,
  /** Puts records as they are: undo, redo, going back to an earlier version. All or none. */
  'marks/apply': recordChangeSchema,
  'annotations/save': annotationDraftSchema,
  'annotations/remove': z.strictObject({ articleId: articleIdSchema, id: annotationIdSchema }),
  /** The reader says where a highlight belongs: an uncertain place is right, or here is another. */
  'annotations/pin': z.strictObject({
    articleId: articleIdSchema,
    id: annotationIdSchema,
    span: spanSchema,
  }),
  /** A note under the hand, so that it outlives the window; `null` when it is saved or given up. */
  'drafts/keep': noteDraftSchema.extend({ text: noteDraftSchema.shape.text.nullable() }),
  'drafts/list': nothing,
  /** Everything across articles. */
  'annotations/list': nothing,
  /** Every known version, oldest first; the last one stands. */
  'annotations/history': z.strictObject({ articleId: articleIdSchema, id: annotationIdSchema }),
  /** Those that were removed and are not back, the last one removed first; at most 200. */
  'annotations/removed': nothing,
  'bookmarks/set': z.strictObject({
    articleId: articleIdSchema,
    blockId: bookmarkSchema.shape.blockId,
    present: z.boolean(),
  }),
  /** Its `offset` is one in the present text; `null` before the first reading. */
  'reading/get': byArticle,
  'reading/save': z.strictObject({
    articleId: articleIdSchema,
    offset: z.number().int().nonnegative(),
    progress: z.number().min(0).max(1),
  }),
  'shelf/put': z.strictObject({ articleId: articleIdSchema, change: shelfChangeSchema }),
  /** How the search worker is now; the event of the same words tells of changes. */
  'search/status': nothing,
  'search/query': searchQuerySchema,
  /** The same engine inside one article: its places in text order. */
  'search/locate': z.strictObject({
    articleId: articleIdSchema,
    text: z.string().max(10_000),
    dial: dialSchema,
  }),
  /** The same engine in the reader's notes and highlighted passages. */
  'search/annotations': annotationQuerySchema,
  /** Asks for a path with the system's dialog and writes the marks there. */
  'exchange/export': exportRequestSchema,
  /** Asks for a file and says what importing it would do; `null` when the reader cancels. */
  'exchange/read-import': nothing,
  'exchange/apply-import': z.strictObject({ token: z.string() }),
  /** Asks for a path and writes the whole library there; `null` when the reader cancels. */
  'backup/write': nothing,
  /** Asks for a backup and says what is in it; nothing is changed. */
  'backup/choose': nothing,
  /** The backup that the system gave to the app, if any; asked for once. */
  'backup/opened': nothing,
  'backup/dated': nothing,
  'backup/inspect': z.strictObject({ name: z.string().max(100) }),
  /** Brings an offered copy back, after a dated copy of the present library. */
  'backup/restore': z.strictObject({ token: z.string(), withSettings: z.boolean() }),
  /** Saves what the window would print; the path is `null` when the reader cancels. */
  'print/save-pdf': byArticle,
  'settings/get': nothing,
  'settings/set': settingsPatchSchema,
} as const satisfies Record<Channel, z.ZodType>;

export type Input<C extends Channel> = z.input<(typeof INPUTS)[C]>;
export type Output<C extends Channel> = z.output<(typeof ANSWERS)[C]>;

/** A handler answers with a value or a coded failure; a missing handler does not compile. */
export type Handlers = {
  readonly [C in Channel]: (
    input: z.output<(typeof INPUTS)[C]>,
  ) => Promise<Result<Output<C>>> | Result<Output<C>>;
};

export type EventPayload<E extends EventName> = z.output<(typeof EVENT_PAYLOADS)[E]>;
