import * as v from 'valibot';
import { MAX_NAMED_ARTICLES } from './limits.ts';
import { countSchema, timeSchema } from './primitives.ts';

export const backupCountsSchema = v.strictObject({
  /** The number of articles with marks. */
  articles: countSchema,
  annotations: countSchema,
  notes: countSchema,
  bookmarks: countSchema,
});
export type BackupCounts = v.InferOutput<typeof backupCountsSchema>;

/** How many highlights and bookmarks restoring would add, change and remove. */
const markChangesSchema = v.strictObject({
  added: countSchema,
  changed: countSchema,
  removed: countSchema,
});
export type MarkChanges = v.InferOutput<typeof markChangesSchema>;

/** How many own articles restoring would add, change and keep. */
const articleChangesSchema = v.strictObject({
  /** Articles that the library lacks now. */
  added: countSchema,
  /** Articles whose present text differs or is damaged. */
  changed: countSchema,
  /** Articles whose present text is the same. */
  same: countSchema,
  /** Present articles of a newer version of the app, which are not touched. */
  kept: countSchema,
  /** Articles in the backup that are longer than an import accepts, which are not restored. */
  leftOut: countSchema,
});

/** A backup, and everything that restoring it would change. */
export const backupQuestionSchema = v.strictObject({
  /** ISO 8601, UTC. */
  createdAt: timeSchema,
  inside: backupCountsSchema,
  present: backupCountsSchema,
  marks: markChangesSchema,
  articles: articleChangesSchema,
  /** Articles whose text would change: their present title (empty for a damaged one) and the title in the backup. */
  changedTitles: v.pipe(
    v.array(v.strictObject({ now: v.string(), next: v.string() })),
    v.maxLength(MAX_NAMED_ARTICLES),
  ),
  /** Highlights stored under an article other than the one they name, which are not restored. */
  foreignMarks: countSchema,
});

/** A backup that can be restored, as the reader is asked about it. */
export const backupOfferSchema = v.strictObject({
  ...backupQuestionSchema.entries,
  /** Identifies the offer; `backup/restore` takes it. */
  token: v.string(),
  /** The name of the file or of the dated copy, as the reader knows it. */
  name: v.string(),
  hasSettings: v.boolean(),
  /** True for a dated copy of this app; a file may come from somebody else. */
  isOwnCopy: v.boolean(),
});
export type BackupOffer = v.InferOutput<typeof backupOfferSchema>;

/** A dated copy in the data folder. */
export const datedBackupSchema = v.strictObject({
  name: v.string(),
  createdAt: timeSchema,
  /**
   * Why it was made: once a day, before files of an older version were rewritten, or before another backup was
   * restored.
   */
  kind: v.picklist(['daily', 'before-migration', 'before-restore']),
});
export type DatedBackup = v.InferOutput<typeof datedBackupSchema>;
