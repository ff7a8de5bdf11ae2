import * as v from 'valibot';
import { countSchema, timeSchema } from './primitives.ts';

export const backupCountsSchema = v.strictObject({
  /** Articles with marks. */
  articles: countSchema,
  annotations: countSchema,
  notes: countSchema,
  bookmarks: countSchema,
});
export type BackupCounts = v.InferOutput<typeof backupCountsSchema>;

/** A copy of the library that could be brought back: what is in it, and what it would replace. */
export const backupOfferSchema = v.strictObject({
  /** Names the copy; given back to bring it back. */
  token: v.string(),
  /** File or dated copy, as the reader knows it. */
  name: v.string(),
  /** ISO 8601, UTC. */
  createdAt: timeSchema,
  inside: backupCountsSchema,
  /** The reader's own articles in it. */
  ownArticles: countSchema,
  hasSettings: v.boolean(),
  present: backupCountsSchema,
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
