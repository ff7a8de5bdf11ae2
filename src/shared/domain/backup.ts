import * as z from 'zod';

const count = z.number().int().nonnegative();

export const backupCountsSchema = z.strictObject({
  /** Articles with marks. */
  articles: count,
  annotations: count,
  notes: count,
  bookmarks: count,
});
export type BackupCounts = z.infer<typeof backupCountsSchema>;

/** A copy of the library that could be brought back: what is in it, and what it would replace. */
export const backupOfferSchema = z.strictObject({
  /** Names the copy; given back to bring it back. */
  token: z.string(),
  /** File or dated copy, as the reader knows it. */
  name: z.string(),
  /** ISO 8601, UTC. */
  createdAt: z.iso.datetime(),
  inside: backupCountsSchema,
  /** The reader's own articles in it. */
  ownArticles: count,
  hasSettings: z.boolean(),
  present: backupCountsSchema,
});
export type BackupOffer = z.infer<typeof backupOfferSchema>;

/** A dated copy in the data folder. */
export const datedBackupSchema = z.strictObject({
  name: z.string(),
  createdAt: z.iso.datetime(),
  /** Made once a day, before an older version was rewritten, or before another copy was brought back. */
  kind: z.enum(['daily', 'before-migration', 'before-restore']),
});
export type DatedBackup = z.infer<typeof datedBackupSchema>;
