import * as v from 'valibot';
import { COMMAND_IDS } from '../commands/table.ts';
import { noteDraftSchema, readingSchema, shelfSchema } from '../domain/annotation.ts';
import {
  annotationVersionSchema,
  bookmarksChangedSchema,
  marksAtRevisionSchema,
  marksRevisionSchema,
  articleAnnotationsSchema,
  marksSummarySchema,
  anchoredAnnotationSchema,
  savedAnnotationSchema,
  removedAnnotationSchema,
} from '../domain/anchored-marks.ts';
import { articleIdSchema, articleSchema, articleSummarySchema } from '../domain/article.ts';
import { countSchema, paramsSchema, uuidSchema, wholeSchema } from '../domain/primitives.ts';
import {
  annotationResultSchema,
  matchSchema,
  coverageSchema,
  coveredResultSchema,
} from '../domain/search-result.ts';
import { labelGroupSchema } from '../domain/labels.ts';
import { backupOfferSchema, datedBackupSchema } from '../domain/backup.ts';
import { importItemSchema, importOutcomeSchema } from '../domain/import.ts';
import { importJobStateSchema } from '../domain/import-progress.ts';
import { importReportSchema, importedMarksSchema, writtenSchema } from '../domain/import-report.ts';
import { MAX_CHANGED_ARTICLES } from '../domain/limits.ts';
import { partSchema, releaseSchema } from '../domain/release.ts';
import { removedItemSchema } from '../domain/removed-item.ts';
import { settingsSchema } from '../domain/settings.ts';
import { tagCountSchema, tagStepSchema } from '../domain/tags.ts';
import type { Channel, EventName } from './channels.ts';

const byArticle = v.strictObject({ articleId: articleIdSchema });

const searchStatusSchema = v.strictObject({
  state: v.picklist(['preparing', 'ready', 'restarting', 'gone']),
  /** What an answer would cover now; `null` until the worker has reported it. */
  coverage: v.nullable(coverageSchema),
});

/** The versions and the state of the app that the window shows. */
export const appInfoSchema = v.strictObject({
  version: v.string(),
  electron: v.string(),
  chromium: v.string(),
  node: v.string(),
  /** True for the old runtime, which is meant for development and tests only; the window then shows a warning. */
  fallbackRuntime: v.boolean(),
  /** True for a package that was built for tests; its warning stays on the screen. */
  isTestPackage: v.boolean(),
  /** What could not be read at the start and was moved to quarantine. */
  notices: v.array(
    v.strictObject({
      code: v.string(),
      params: v.optional(paramsSchema),
    }),
  ),
});
export type AppInfo = v.InferOutput<typeof appInfoSchema>;

/** What a search in notes and highlights found, with all that a list needs to show it. */
const foundAnnotationsSchema = v.strictObject({
  ...annotationResultSchema.entries,
  /**
   * The highlights of `hits` as they are stored, each with its anchor in the present text. They are those of the first
   * 50 articles in `hits`, because each article may have to be read from the disk. Empty when they were not asked for.
   */
  highlights: v.array(anchoredAnnotationSchema),
});

/**
 * The shape of the main process's answer to each call. The app uses only the types and never parses its own answers,
 * so that these schemas are not created at the start. Tests compare real answers with them.
 */
export const ANSWERS = {
  'app/info': appInfoSchema,
  'app/release': releaseSchema,
  'app/parts': v.array(partSchema),
  'link/open': v.null(),
  'library/list': v.strictObject({
    articles: v.array(articleSummarySchema),
    next: v.nullable(wholeSchema),
  }),
  'library/summaries': v.array(articleSummarySchema),
  'library/get': articleSchema,
  'library/edit': articleSummarySchema,
  'library/remove': v.null(),
  'library/restore': v.null(),
  'library/remove-many': v.strictObject({ articleIds: v.array(articleIdSchema) }),
  'library/restore-many': v.strictObject({ articleIds: v.array(articleIdSchema) }),
  /** The labels from before the change, which undo needs. */
  'library/label': v.strictObject({ groups: v.array(labelGroupSchema) }),
  'bin/list': v.array(removedItemSchema),
  'bin/erase': v.null(),
  'import/choose': v.boolean(),
  'import/dropped': v.null(),
  'import/text': importOutcomeSchema,
  'import/state': importJobStateSchema,
  'import/items': v.array(importItemSchema),
  'import/cancel': v.null(),
  'import/dismiss': v.null(),
  /** The id of the decision, by which it can be undone, and the article that it concerned. */
  'import/decide': v.strictObject({
    decision: uuidSchema,
    ...byArticle.entries,
    title: v.string(),
  }),
  'import/put-decision': v.null(),
  'marks/summaries': v.array(marksSummarySchema),
  'marks/get': marksAtRevisionSchema,
  /** The records that were put, with their present anchors. */
  'marks/apply': marksAtRevisionSchema,
  'annotations/save': savedAnnotationSchema,
  'annotations/remove': v.null(),
  'annotations/pin': savedAnnotationSchema,
  'drafts/keep': v.null(),
  'drafts/list': v.array(noteDraftSchema),
  'annotations/list': v.array(articleAnnotationsSchema),
  'annotations/history': v.array(annotationVersionSchema),
  'annotations/removed': v.array(removedAnnotationSchema),
  'tags/list': v.array(tagCountSchema),
  'tags/change': tagStepSchema,
  'tags/put': v.null(),
  'bookmarks/set': bookmarksChangedSchema,
  'reading/get': v.nullable(readingSchema),
  'reading/save': v.null(),
  /** The record from before the change, which undo needs. */
  'shelf/put': shelfSchema,
  'search/status': searchStatusSchema,
  'search/query': coveredResultSchema,
  /** The records from before the change, which undo needs. */
  'shelf/put-many': v.array(v.strictObject({ articleId: articleIdSchema, shelf: shelfSchema })),
  'search/locate': v.array(matchSchema),
  'search/annotations': foundAnnotationsSchema,
  'exchange/export': writtenSchema,
  'exchange/read-import': v.nullable(importReportSchema),
  'exchange/cancel-import': v.null(),
  'exchange/apply-import': v.strictObject({
    changed: v.array(importedMarksSchema),
    /** Why the import stopped early, or `null` when it was completed. */
    failure: v.nullable(
      v.strictObject({ code: v.string(), params: v.exactOptional(paramsSchema) }),
    ),
  }),
  'backup/write': v.nullable(v.strictObject({ path: v.string(), leftOut: countSchema })),
  'backup/choose': v.nullable(backupOfferSchema),
  'backup/opened': v.nullable(backupOfferSchema),
  'backup/dated': v.array(datedBackupSchema),
  'backup/inspect': v.nullable(backupOfferSchema),
  'backup/cancel': v.null(),
  'backup/restore': v.null(),
  'print/save-pdf': v.strictObject({ path: v.nullable(v.string()) }),
  'picture/save': v.strictObject({ path: v.nullable(v.string()) }),
  'settings/get': settingsSchema,
  'settings/set': settingsSchema,
} as const satisfies Record<Channel, v.GenericSchema>;

/** What the main process reports to the window: which data to read again, or which command was chosen in a menu. */
export const EVENT_PAYLOADS = {
  /** Highlights, notes or bookmarks of the article changed; `revision` is the number of the change. */
  'marks/changed': v.strictObject({ ...byArticle.entries, revision: marksRevisionSchema }),
  /** The reading position or the shelf of the article changed. */
  'reading/changed': byArticle,
  /** The system opened a backup with the app; `backup/opened` fetches it. */
  'backup/opened': v.strictObject({}),
  /** The app began or stopped reading a backup. */
  'backup/reading': v.strictObject({ isReading: v.boolean() }),
  'exchange/reading': v.strictObject({ isReading: v.boolean() }),
  /** The articles that were added, changed or removed; empty when there were too many to list. */
  'library/changed': v.strictObject({
    articleIds: v.pipe(v.array(articleIdSchema), v.maxLength(MAX_CHANGED_ARTICLES)),
  }),
  /** Highlights of many articles changed at once. */
  'tags/changed': v.strictObject({}),
  'import/progress': importJobStateSchema,
  'search/state': searchStatusSchema,
  'command/run': v.strictObject({ id: v.picklist(COMMAND_IDS) }),
} as const satisfies Record<EventName, v.GenericSchema>;
