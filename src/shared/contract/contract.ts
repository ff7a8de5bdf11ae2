import * as z from 'zod';
import { COMMAND_IDS } from '../commands/table.ts';
import {
  annotationDraftSchema,
  annotationIdSchema,
  annotationVersionSchema,
  anchoredAnnotationSchema,
  anchoredMarksSchema,
  bookmarkSchema,
  articleAnnotationsSchema,
  marksSummarySchema,
  noteDraftSchema,
  readingSchema,
  recordChangeSchema,
  shelfChangeSchema,
  shelfSchema,
  removedAnnotationSchema,
} from '../domain/annotation.ts';
import { articleIdSchema, articleSchema, articleSummarySchema } from '../domain/article.ts';
import {
  annotationQuerySchema,
  annotationResultSchema,
  dialSchema,
  placeSchema,
  searchQuerySchema,
  searchResultSchema,
} from '../domain/search.ts';
import { backupOfferSchema, datedBackupSchema } from '../domain/backup.ts';
import {
  detailsSchema,
  importItemSchema,
  importOutcomeSchema,
  importStateSchema,
  updateChoiceSchema,
} from '../domain/import.ts';
import { exportRequestSchema, importReportSchema, writtenSchema } from '../domain/exchange.ts';
import type { Result } from '../domain/result.ts';
import { MAX_CHANGED_ARTICLES, MAX_LINK_UTF16, MAX_PASTED_UTF16 } from '../domain/limits.ts';
import { partSchema, releaseSchema } from '../domain/release.ts';
import { settingsPatchSchema, settingsSchema } from '../domain/settings.ts';
import { spanSchema } from '../domain/span.ts';
import type { Channel, EventName } from './channels.ts';

interface Endpoint {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

const byArticle = z.strictObject({ articleId: articleIdSchema });

const searchStateSchema = z.enum(['preparing', 'ready', 'restarting', 'gone']);

/** What the app says of itself in the window. */
export const appInfoSchema = z.strictObject({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  /** The old runtime for development and tests only: the window says so. */
  fallbackRuntime: z.boolean(),
  /** What could not be read at start and was put aside, if anything. */
  notices: z.array(
    z.strictObject({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

/**
 * Every call from the window to the main process: its input and its output.
 * One source of truth: handlers, preload and bridge are derived from it.
 */
export const CONTRACT = {
  'app/info': { input: z.strictObject({}), output: appInfoSchema },
  /** When this build was made, and where others are told of. */
  'app/release': { input: z.strictObject({}), output: releaseSchema },
  /** Everything in the app that others have made. */
  'app/parts': { input: z.strictObject({}), output: z.array(partSchema) },
  /** Hands an address that the reader has seen to the system's browser or mail program. */
  'link/open': {
    input: z.strictObject({ address: z.string().min(1).max(MAX_LINK_UTF16) }),
    output: z.null(),
  },
  /**
   * Some of the articles, from a number on, and where the next ones begin: the main process does not stand still for
   * thousands. Of what changes meanwhile, `library/changed` tells.
   */
  'library/list': {
    input: z.strictObject({ from: z.number().int().nonnegative() }),
    output: z.strictObject({
      articles: z.array(articleSummarySchema),
      next: z.number().int().nullable(),
    }),
  },
  /** Those of the articles named that are there. */
  'library/summaries': {
    input: z.strictObject({ articleIds: z.array(articleIdSchema).max(MAX_CHANGED_ARTICLES) }),
    output: z.array(articleSummarySchema),
  },
  'library/get': { input: byArticle, output: articleSchema },
  'library/edit': {
    input: z.strictObject({ articleId: articleIdSchema, details: detailsSchema }),
    output: articleSummarySchema,
  },
  /** To the bin; its marks stay in the store. */
  'library/remove': { input: byArticle, output: z.null() },
  'library/restore': { input: byArticle, output: z.null() },
  /** Asks for files or folders in the system's dialog; answers false when none was chosen. */
  'import/choose': {
    input: z.strictObject({ what: z.enum(['files', 'folder']) }),
    output: z.boolean(),
  },
  'import/dropped': {
    input: z.strictObject({ paths: z.array(z.string().min(1).max(32_768)).min(1).max(20_000) }),
    output: z.null(),
  },
  'import/text': {
    input: z.strictObject({ text: z.string().min(1).max(MAX_PASTED_UTF16) }),
    output: importOutcomeSchema,
  },
  'import/state': { input: z.strictObject({}), output: importStateSchema },
  'import/items': { input: z.strictObject({}), output: z.array(importItemSchema) },
  'import/cancel': { input: z.strictObject({}), output: z.null() },
  'import/dismiss': { input: z.strictObject({}), output: z.null() },
  'import/decide': {
    input: z.strictObject({
      index: z.number().int().nonnegative(),
      choice: updateChoiceSchema,
    }),
    output: z.null(),
  },
  'marks/summaries': { input: z.strictObject({}), output: z.array(marksSummarySchema) },
  'marks/get': { input: byArticle, output: anchoredMarksSchema },
  /** Puts records as they are: undo, redo, going back to an earlier version. All or none. */
  'marks/apply': { input: recordChangeSchema, output: z.null() },
  'annotations/save': { input: annotationDraftSchema, output: anchoredAnnotationSchema },
  'annotations/remove': {
    input: z.strictObject({ articleId: articleIdSchema, id: annotationIdSchema }),
    output: z.null(),
  },
  /** The reader says where a highlight belongs: an uncertain place is right, or here is another. */
  'annotations/pin': {
    input: z.strictObject({
      articleId: articleIdSchema,
      id: annotationIdSchema,
      span: spanSchema,
    }),
    output: anchoredAnnotationSchema,
  },
  /** A note under the hand, so that it outlives the window; `null` when it is saved or given up. */
  'drafts/keep': {
    input: noteDraftSchema.extend({ text: noteDraftSchema.shape.text.nullable() }),
    output: z.null(),
  },
  'drafts/list': { input: z.strictObject({}), output: z.array(noteDraftSchema) },
  /** Everything across articles. */
  'annotations/list': { input: z.strictObject({}), output: z.array(articleAnnotationsSchema) },
  /** Every known version, oldest first; the last one stands. */
  'annotations/history': {
    input: z.strictObject({ articleId: articleIdSchema, id: annotationIdSchema }),
    output: z.array(annotationVersionSchema),
  },
  /** Those that were removed and are not back, the last one removed first; at most 200. */
  'annotations/removed': { input: z.strictObject({}), output: z.array(removedAnnotationSchema) },
  'bookmarks/set': {
    input: z.strictObject({
      articleId: articleIdSchema,
      blockId: bookmarkSchema.shape.blockId,
      present: z.boolean(),
    }),
    /** What it changed: nothing when it was so already. */
    output: z.strictObject({ removed: z.array(bookmarkSchema), added: z.array(bookmarkSchema) }),
  },
  /** Its `offset` is one in the present text; `null` before the first reading. */
  'reading/get': { input: byArticle, output: readingSchema.nullable() },
  'reading/save': {
    input: z.strictObject({
      articleId: articleIdSchema,
      offset: z.number().int().nonnegative(),
      progress: z.number().min(0).max(1),
    }),
    output: z.null(),
  },
  'shelf/put': {
    input: z.strictObject({ articleId: articleIdSchema, change: shelfChangeSchema }),
    /** What stood there before. */
    output: shelfSchema,
  },
  /** How the search worker is now; the event of the same words tells of changes. */
  'search/status': { input: z.strictObject({}), output: searchStateSchema },
  'search/query': { input: searchQuerySchema, output: searchResultSchema },
  /** The same engine inside one article: its places in text order. */
  'search/locate': {
    input: z.strictObject({
      articleId: articleIdSchema,
      text: z.string().max(10_000),
      dial: dialSchema,
    }),
    output: z.array(placeSchema),
  },
  /** The same engine in the reader's notes and highlighted passages. */
  'search/annotations': { input: annotationQuerySchema, output: annotationResultSchema },
  /** Asks for a path with the system's dialog and writes the marks there. */
  'exchange/export': { input: exportRequestSchema, output: writtenSchema },
  /** Asks for a file and says what importing it would do; `null` when the reader cancels. */
  'exchange/read-import': { input: z.strictObject({}), output: importReportSchema.nullable() },
  'exchange/apply-import': {
    input: z.strictObject({ token: z.string() }),
    output: z.strictObject({ imported: z.number().int().nonnegative() }),
  },
  /** Asks for a path and writes the whole library there; `null` when the reader cancels. */
  'backup/write': {
    input: z.strictObject({}),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Asks for a backup and says what is in it; nothing is changed. */
  'backup/choose': { input: z.strictObject({}), output: backupOfferSchema.nullable() },
  /** The backup that the system gave to the app, if any; asked for once. */
  'backup/opened': { input: z.strictObject({}), output: backupOfferSchema.nullable() },
  'backup/dated': { input: z.strictObject({}), output: z.array(datedBackupSchema) },
  'backup/inspect': {
    input: z.strictObject({ name: z.string().max(100) }),
    output: backupOfferSchema,
  },
  /** Brings an offered copy back, after a dated copy of the present library. */
  'backup/restore': {
    input: z.strictObject({ token: z.string(), withSettings: z.boolean() }),
    output: z.null(),
  },
  /** Saves what the window would print; the path is `null` when the reader cancels. */
  'print/save-pdf': { input: byArticle, output: z.strictObject({ path: z.string().nullable() }) },
  'settings/get': { input: z.strictObject({}), output: settingsSchema },
  'settings/set': { input: settingsPatchSchema, output: settingsSchema },
} as const satisfies Record<Channel, Endpoint>;

export type Input<C extends Channel> = z.input<(typeof CONTRACT)[C]['input']>;
export type Output<C extends Channel> = z.output<(typeof CONTRACT)[C]['output']>;

/** A handler answers with a value or a coded failure; a missing handler does not compile. */
export type Handlers = {
  readonly [C in Channel]: (
    input: z.output<(typeof CONTRACT)[C]['input']>,
  ) => Promise<Result<Output<C>>> | Result<Output<C>>;
};

/** What the main process tells the window: what to read again, or what was chosen in a menu. */
export const EVENT_SCHEMAS = {
  /** Highlights, notes or bookmarks. */
  'marks/changed': byArticle,
  /** The reading place or the shelf. */
  'reading/changed': byArticle,
  /** A backup waits to be asked for with `backup/opened`. */
  'backup/opened': z.strictObject({}),
  /** The articles that came, changed or went; empty when there were many. */
  'library/changed': z.strictObject({
    articleIds: z.array(articleIdSchema).max(MAX_CHANGED_ARTICLES),
  }),
  'import/progress': importStateSchema,
  'search/state': z.strictObject({ state: searchStateSchema }),
  'command/run': z.strictObject({ id: z.enum(COMMAND_IDS) }),
} as const satisfies Record<EventName, z.ZodType>;
export type EventPayload<E extends EventName> = z.output<(typeof EVENT_SCHEMAS)[E]>;
