import * as v from 'valibot';
import { type ArticleId, articleIdSchema } from '#shared/domain/article.ts';
import { countSchema } from '#shared/domain/primitives.ts';
import { type Copies, readCopies } from './marks-copies.ts';
import { toBody } from './marks-file.ts';
import { applyChange } from './marks-state.ts';
import { backUpDaily } from './backups.ts';
import { type FileSystem, errorCode } from '../disk/file-system.ts';
import { archiveSegments } from './history.ts';
import type { JournalRecord } from './journal-line.ts';
import { holdsLock } from './lock.ts';
import { finishMigration, listOldArticles } from './migration.ts';
import { marksFileName, storePaths } from './paths.ts';
import { type Quarantine, createQuarantine } from './quarantine.ts';
import { replaySegments } from './replay.ts';
import { type WriteStoreFile, writeBackupCopy, writeMainCopy } from './write-marks-file.ts';

/** The request for one compaction, which crosses a process boundary. */
export const compactionJobSchema = v.strictObject({
  folder: v.string(),
  /** Token of the lock: a worker whose app has ended must not write any more. */
  token: v.string(),
  /** Closed segments, oldest first. */
  segments: v.array(v.string()),
  /** Articles with a missing or damaged copy. */
  repair: v.array(articleIdSchema),
  /** True when files of an older version still exist and have been backed up. */
  migrate: v.boolean(),
});
export type CompactionJob = v.InferOutput<typeof compactionJobSchema>;

export const compactionReportSchema = v.strictObject({
  /** How many articles were written. */
  written: countSchema,
  /** How many damaged copies were moved to the quarantine. */
  quarantined: countSchema,
  /** Codes of what went wrong. With any failure the segments stay in the journal. */
  failures: v.array(v.string()),
});
export type CompactionReport = v.InferOutput<typeof compactionReportSchema>;

export interface CompactionTools {
  readonly fs: FileSystem;
  readonly writeStoreFile: WriteStoreFile;
  readonly now: () => Date;
}

/** How many articles are written between two syncs of the folder. */
const BATCH = 50;

/**
 * Moves the changes of closed segments into the articles' files. It writes the main copies, syncs, writes the second
 * copies, syncs, and only then removes the segments. It may be interrupted anywhere and run again, because a file knows
 * its newest change and older ones are skipped.
 */
export function runCompaction(tools: CompactionTools, job: CompactionJob): CompactionReport {
  const { fs } = tools;
  const paths = storePaths(job.folder);
  const report = { written: 0, quarantined: 0, failures: [] as string[] };
  const { failures } = report;
  const replay = replaySegments(fs, paths.journal, job.segments);
  failures.push(...replay.unreadable.map(() => 'unreadable-segment'));
  if (replay.damage.some(({ kind }) => kind === 'newer')) failures.push('newer-journal');
  const old = job.migrate ? listOldArticles(fs, paths) : [];
  const articles = [...new Set([...replay.byArticle.keys(), ...job.repair, ...old])];
  try {
    fs.makeFolder(paths.marks);
    fs.makeFolder(paths.next);
    for (let start = 0; start < articles.length; start += BATCH) {
      const batch = articles.slice(start, start + BATCH);
      compactBatch(tools, job, { articles: batch, changes: replay.byArticle, report });
    }
    if (failures.length === 0) {
      checkLock(tools, job);
      archiveSegments(fs, paths, job.segments);
      if (job.migrate) finishMigration(fs, paths);
      if (report.written > 0) backUpDaily(fs, paths, tools.now());
    }
  } catch (error) {
    failures.push(errorCode(error));
  }
  return report;
}

interface Batch {
  readonly articles: readonly ArticleId[];
  readonly changes: ReadonlyMap<ArticleId, readonly JournalRecord[]>;
  readonly report: CompactionReport;
}

function compactBatch(
  tools: CompactionTools,
  job: CompactionJob,
  { articles, changes, report }: Batch,
): void {
  const { fs, now } = tools;
  const paths = storePaths(job.folder);
  const pending = articles.flatMap((articleId) => {
    const copies = readCopies({ fs, paths, isQuick: false }, articleId);
    const problem = refuse(copies);
    if (problem) report.failures.push(problem);
    if (problem) return [];
    report.quarantined += setAside(createQuarantine(fs, paths, now), copies);
    const before = copies.state.revision;
    for (const record of changes.get(articleId) ?? []) applyChange(copies.state, record);
    const isWritten = copies.isComplete && copies.state.revision === before;
    if (isWritten || (!copies.isKnown && copies.state.revision === 0)) return [];
    const body = toBody(articleId, copies.state, now());
    return [{ name: marksFileName(articleId), body }];
  });
  for (const { name, body } of pending) {
    checkLock(tools, job);
    writeMainCopy({ ...tools, paths }, name, body);
  }
  if (pending.length > 0) fs.syncFolder(paths.marks);
  for (const { name, body } of pending) {
    checkLock(tools, job);
    writeBackupCopy(fs, paths, name, body);
  }
  if (pending.length > 0) fs.syncFolder(paths.marks);
  report.written += pending.length;
}

/** Returns why an article must not be written, because bytes that are not understood must never be overwritten. */
function refuse({ main, backup, isKnown }: Copies): string | null {
  for (const { found } of [main, backup]) {
    if (found.kind === 'newer' || found.kind === 'unreadable') return `${found.kind}-article`;
    // The app moves a damaged copy to the quarantine when it reads it, so both copies were damaged since then.
    if (found.kind === 'invalid' && !isKnown) return 'invalid-article';
  }
  return null;
}

/** Moves copies to the quarantine that were damaged since the app read them, while the other copy is whole. */
function setAside(quarantine: Quarantine, { main, backup }: Copies): number {
  const damaged = [main, backup].filter(({ found }) => found.kind === 'invalid');
  for (const { path } of damaged) quarantine.move(path);
  return damaged.length;
}

function checkLock({ fs }: CompactionTools, job: CompactionJob): void {
  if (!holdsLock(fs, storePaths(job.folder).lock, job.token))
    throw Object.assign(new Error('another process has the data folder'), { code: 'fenced' });
}
