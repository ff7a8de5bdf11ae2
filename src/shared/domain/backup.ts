import * as v from 'valibot';
import { MAX_NAMED_ARTICLES } from './limits.ts';
import { countSchema, timeSchema } from './primitives.ts';

export const backupCountsSchema = v.strictObject({
  /** Articles with marks. */
  articles: countSchema,
  annotations: countSchema,
  notes: countSchema,
  bookmarks: countSchema,
});
export type BackupCounts = v.InferOutput<typeof backupCountsSchema>;

/** What becomes of the highlights and bookmarks. */
const markChangesSchema = v.strictObject({
  added: countSchema,
  changed: countSchema,
  removed: countSchema,
});
export type MarkChanges = v.InferOutput<typeof markChangesSchema>;

/** What becomes of the reader's own articles. */
const articleChangesSchema = v.strictObject({
  /** Not there now. */
  added: countSchema,
  /** There with another text, or damaged. */
  changed: countSchema,
  /** There with the same text. */
  same: countSchema,
  /** There, and of a newer version of the app: they stay. */
  kept: countSchema,
  /** Longer than any that import takes: they stay out. */
  leftOut: countSchema,
});

/** A copy of the library, and everything that bringing it back would change. */
export const backupQuestionSchema = v.strictObject({
  /** ISO 8601, UTC. */
  createdAt: timeSchema,
  inside: backupCountsSchema,
  present: backupCountsSchema,
  marks: markChangesSchema,
  articles: articleChangesSchema,
  /** Of articles that get another text: their titles now (empty for a damaged one), and in the copy. */
  changedTitles: v.pipe(
    v.array(v.strictObject({ now: v.string(), next: v.string() })),
    v.maxLength(MAX_NAMED_ARTICLES),
  ),
  /** Highlights that name another article than the one they stand in: they stay out. */
  foreignMarks: countSchema,
});

/** A copy that could be brought back, as the reader is asked about it. */
export const backupOfferSchema = v.strictObject({
  ...backupQuestionSchema.entries,
  /** Names the copy; given back to bring it back. */
  token: v.string(),
  /** File or dated copy, as the reader knows it. */
  name: v.string(),
  hasSettings: v.boolean(),
  /** False for a file: it may come from somebody else. */
  isOwnCopy: v.boolean(),
});
export type BackupOffer = v.InferOutput<typeof backupOfferSchema>;

/** A dated copy in the data folder. */
export const datedBackupSchema = v.strictObject({
  name: v.string(),
  createdAt: timeSchema,
  /** Made once a day, before an older version was rewritten, or before another copy was brought back. */
  kind: v.picklist(['daily', 'before-migration', 'before-restore']),
});
export type DatedBackup = v.InferOutput<typeof datedBackupSchema>;
