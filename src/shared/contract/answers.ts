import * as z from 'zod';
import { COMMAND_IDS } from '../commands/table.ts';
import {
  bookmarkSchema,
  noteDraftSchema,
  readingSchema,
  shelfSchema,
} from '../domain/annotation.ts';
import {
  annotationVersionSchema,
  anchoredAnnotationSchema,
  anchoredMarksSchema,
  articleAnnotationsSchema,
  marksSummarySchema,
  removedAnnotationSchema,
} from '../domain/anchored-marks.ts';
import { articleIdSchema, articleSchema, articleSummarySchema } from '../domain/article.ts';
import {
  annotationResultSchema,
  placeSchema,
  searchResultSchema,
} from '../domain/search-result.ts';
import { backupOfferSchema, datedBackupSchema } from '../domain/backup.ts';
import { importItemSchema, importOutcomeSchema } from '../domain/import.ts';
import { importStateSchema } from '../domain/import-progress.ts';
import { importReportSchema, writtenSchema } from '../domain/import-report.ts';
import { MAX_CHANGED_ARTICLES } from '../domain/limits.ts';
import { partSchema, releaseSchema } from '../domain/release.ts';
import { settingsSchema } from '../domain/settings.ts';
import type { Channel, EventName } from './channels.ts';

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
 * What the main process answers to each call. It does not parse its own answers: the app takes types from here and nothing else,
 * so that no start makes these schemas; tests compare real answers with them.
 */
export const ANSWERS = {
  'app/info': appInfoSchema,
  'app/release': releaseSchema,
  'app/parts': z.array(partSchema),
  'link/open': z.null(),
  'library/list': z.strictObject({
    articles: z.array(articleSummarySchema),
    next: z.number().int().nullable(),
  }),
  'library/summaries': z.array(articleSummarySchema),
  'library/get': articleSchema,
  'library/edit': articleSummarySchema,
  'library/remove': z.null(),
  'library/restore': z.null(),
  'import/choose': z.boolean(),
  'import/dropped': z.null(),
  'import/text': importOutcomeSchema,
  'import/state': importStateSchema,
  'import/items': z.array(importItemSchema),
  'import/cancel': z.null(),
  'import/dismiss': z.null(),
  'import/decide': z.null(),
  'marks/summaries': z.array(marksSummarySchema),
  'marks/get': anchoredMarksSchema,
  'marks/apply': z.null(),
  'annotations/save': anchoredAnnotationSchema,
  'annotations/remove': z.null(),
  'annotations/pin': anchoredAnnotationSchema,
  'drafts/keep': z.null(),
  'drafts/list': z.array(noteDraftSchema),
  'annotations/list': z.array(articleAnnotationsSchema),
  'annotations/history': z.array(annotationVersionSchema),
  'annotations/removed': z.array(removedAnnotationSchema),
  /** What it changed: nothing when it was so already. */
  'bookmarks/set': z.strictObject({
    removed: z.array(bookmarkSchema),
    added: z.array(bookmarkSchema),
  }),
  'reading/get': readingSchema.nullable(),
  'reading/save': z.null(),
  /** What stood there before. */
  'shelf/put': shelfSchema,
  'search/status': searchStateSchema,
  'search/query': searchResultSchema,
  'search/locate': z.array(placeSchema),
  'search/annotations': annotationResultSchema,
  'exchange/export': writtenSchema,
  'exchange/read-import': importReportSchema.nullable(),
  'exchange/apply-import': z.strictObject({ imported: z.number().int().nonnegative() }),
  'backup/write': z.strictObject({ path: z.string().nullable() }),
  'backup/choose': backupOfferSchema.nullable(),
  'backup/opened': backupOfferSchema.nullable(),
  'backup/dated': z.array(datedBackupSchema),
  'backup/inspect': backupOfferSchema,
  'backup/restore': z.null(),
  'print/save-pdf': z.strictObject({ path: z.string().nullable() }),
  'settings/get': settingsSchema,
  'settings/set': settingsSchema,
} as const satisfies Record<Channel, z.ZodType>;

/** What the main process tells the window: what to read again, or what was chosen in a menu. */
export const EVENT_PAYLOADS = {
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
