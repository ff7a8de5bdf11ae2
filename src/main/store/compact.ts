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

/** What a compaction is asked to do; crosses a process boundary. */
export const compactionJobSchema = v.strictObject({
  folder: v.string(),
  /** Token of the lock: a worker whose app is gone must not write any more. */
  token: v.string(),
  /** Closed segments, oldest first. */
  segments: v.array(v.string()),
  /** Articles of which a copy is missing or damaged. */
  repair: v.array(articleIdSchema),
  /** True when files of an older version are still there, and backed up. */
  migrate: v.boolean(),
});
export type CompactionJob = v.InferOutput<typeof compactionJobSchema>;

export const compactionReportSchema = v.strictObject({
  /** Articles written. */
  written: countSchema,
  /** Damaged copies that were put aside. */
  quarantined: countSchema,
  /** Codes of what went wrong; the segments then stay. */
  failures: v.array(v.string()),
});
export type CompactionReport = v.InferOutput<typeof compactionReportSchema>;

export interface CompactionTools {
  readonly fs: FileSystem;
  readonly writeStoreFile: WriteStoreFile;
  readonly now: () => Date;
}

/** Articles that are written between two syncs of the folder. */
const BATCH = 50;

/**
 * Moves the changes of closed segments into the articles' files: main copies, sync, second copies,
 * sync; only then the segments go. May be cut off anywhere and run again: a file knows the newest change
 * in it, and older ones are skipped.
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

/** Why an article must not be written; nothing is written over bytes that are not understood. */
function refuse({ main, backup, isKnown }: Copies): string | null {
  for (const { found } of [main, backup]) {
    if (found.kind === 'newer' || found.kind === 'unreadable') return `${found.kind}-article`;
    // The app puts aside what is damaged when it reads it: this happened since, and to both copies.
    if (found.kind === 'invalid' && !isKnown) return 'invalid-article';
  }
  return null;
}

/** A copy that was damaged since it was read, while the other is whole. */
function setAside(quarantine: Quarantine, { main, backup }: Copies): number {
  const damaged = [main, backup].filter(({ found }) => found.kind === 'invalid');
  for (const { path } of damaged) quarantine.move(path);
  return damaged.length;
}

function checkLock({ fs }: CompactionTools, job: CompactionJob): void {
  if (!holdsLock(fs, storePaths(job.folder).lock, job.token))
    throw Object.assign(new Error('another process has the data folder'), { code: 'fenced' });
}
