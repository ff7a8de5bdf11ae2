import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, fail, invariant, succeed } from '#shared/domain/result.ts';
import {
  type FileSystem,
  type RefusalReason,
  discard,
  refusalReason,
} from '../disk/file-system.ts';
import { listBackups } from './backups.ts';
import type { Change } from './change.ts';
import type { CompactionReport } from './compact.ts';
import { Compaction } from './compaction.ts';
import type { Compactor } from './compactor.ts';
import { type Findings, createFindings, toNotices } from './findings.ts';
import { readHistory, readRemoved } from './history.ts';
import { type Journal, createJournal } from './journal.ts';
import { LoadedArticles } from './loaded-articles.ts';
import { type ProcessTable, holdsLock } from './lock.ts';
import { applyChange } from './marks-state.ts';
import type { MarksPast, MarksStore, MarksWhole, StoreError } from './marks-store.ts';
import { openFolder } from './open-folder.ts';
import { type StorePaths, storePaths } from './paths.ts';
import { createQuarantine } from './quarantine.ts';
import { createReplacement } from './replacement.ts';
import type { Replay } from './replay.ts';
import { readAllMarks } from './restore.ts';

/** Either limit, reached by the changes or bytes in the journal, starts a compaction. */
const COMPACT_AFTER = { changes: 500, bytes: 1_000_000 };

export interface StoreOptions {
  /** Absolute path of the data folder. */
  readonly folder: string;
  readonly fs: FileSystem;
  readonly compactor: Compactor;
  readonly processes: ProcessTable;
  readonly now: () => Date;
  readonly compactAfter?: { readonly changes: number; readonly bytes: number };
}

export interface JournaledStore extends MarksStore, MarksPast, MarksWhole {
  /** Why nothing can be saved, such as another process that writes; `null` when changes can be saved. */
  readonly readOnly: RefusalReason | null;
  /** Moves the journal into the articles' files, which safety never requires. `null`: there was nothing to do. */
  compact(): Promise<CompactionReport | null>;
  /** Reads from the disk whether this process still holds the folder. */
  isOwner(): boolean;
  /** Refuses further changes, waits for the running compaction, and releases the folder. */
  close(): Promise<void>;
  /** Does the same without waiting; a running compaction finds the lock gone and stops. May be called again. */
  closeNow(): void;
}

/**
 * Opens the store of the marks, which consists of the articles' files and a journal of later changes. A change is written
 * to the journal and synced before it is acknowledged; compaction moves the journal into the files. Opening never throws:
 * damaged files go to the quarantine and a notice tells the reader.
 */
export function openMarksStore(options: StoreOptions): JournaledStore {
  const { fs, now, compactAfter = COMPACT_AFTER } = options;
  const paths = storePaths(options.folder);
  const findings = createFindings();
  const quarantine = createQuarantine(fs, paths, now);
  const noteUnreadable = (path: string) => void findings.unreadHistory.add(path);
  const opened = openFolder({ ...options, paths, findings, quarantine });
  const { lock, replay } = opened;
  const isWriter = lock.state === 'held' && findings.readOnly === null;
  const journal = isWriter ? startJournal(fs, paths, replay, findings) : null;
  // Because no other process writes, only loaded articles get a file from now on; a migration gives one to all.
  const listed = listMarks(fs, paths);
  const names = isWriter && !opened.mayMigrate ? listed : null;
  const isListed = listed !== null;
  const tools = { fs, paths, quarantine, findings, isWriter, names, isListed };
  const articles = new LoadedArticles(tools, replay);
  const compaction = new Compaction({
    ...options,
    findings,
    toRepair: articles.toRepair,
    mustMigrate: opened.mayMigrate,
    isClosed: () => isClosed,
  });
  let isClosed = false;

  /** Writes the changes of all articles at once, so that either all of them are made or none. */
  function changeMany(wanted: ReadonlyMap<ArticleId, readonly Change[]>): Result<null, StoreError> {
    if (!journal || isClosed) return notSaved(findings.readOnly ?? 'other');
    const written = writeChanges(articles, journal, wanted);
    if (!written.ok) return written;
    const { load: waiting } = journal;
    const isDue = waiting.changes >= compactAfter.changes || waiting.bytes >= compactAfter.bytes;
    if (written.value > 0 && isDue) void compact();
    return succeed(null);
  }

  async function compact(): Promise<CompactionReport | null> {
    if (compaction.running || !journal || !opened.mayCompact || lock.state !== 'held')
      return compaction.running;
    // Loading moves damaged files to the quarantine before the worker reads them.
    for (const articleId of replay.byArticle.keys()) articles.load(articleId);
    return compaction.start(lock.token, closeSegment(journal));
  }

  function closeNow(): void {
    isClosed = true;
    if (journal) closeSegment(journal);
    if (lock.state === 'held') lock.release();
  }

  return {
    readOnly: findings.readOnly,
    read: (articleId) => articles.view(articleId),
    articleIds() {
      const filed = readAllMarks(fs, paths).keys();
      return [...new Set([...filed, ...replay.byArticle.keys(), ...articles.ids()])];
    },
    findAnnotation: (articleId, id) => articles.load(articleId).state.annotations.get(id),
    change: (articleId, changes) => changeMany(new Map([[articleId, changes]])),
    history: (articleId, id) => readHistory(fs, paths, { articleId, id }, noteUnreadable),
    removed: () => readRemoved(fs, paths, noteUnreadable),
    backups: () => listBackups(fs, paths),
    startReplacement: () =>
      createReplacement({ articles, journal, at: now().toISOString(), changeMany }),
    reread: (articleId) => articles.forget(articleId),
    notices: () => toNotices({ ...findings, newerRecords: articles.countUnread() }, paths),
    compact,
    isOwner: () =>
      isWriter && !isClosed && lock.state === 'held' && holdsLock(fs, paths.lock, lock.token),
    async close() {
      isClosed = true;
      await compaction.running;
      closeNow();
    },
    closeNow,
  };
}

function startJournal(
  fs: FileSystem,
  paths: StorePaths,
  { lastSequence }: Replay,
  findings: Findings,
): Journal | null {
  try {
    const journal = createJournal(fs, paths, lastSequence);
    findings.readOnly = whyNotWritable(fs, paths.journal);
    return findings.readOnly === null ? journal : null;
  } catch (error) {
    findings.readOnly = refusalReason(error);
    return null;
  }
}

/**
 * Creates and removes an empty file, because a folder may take the lock while the journal's folder, with permissions of
 * its own, takes no changes; the reader should know that before writing a note. Other failures may pass, so they are
 * reported with the change that meets them; a missing folder is made by the first change.
 */
function whyNotWritable(fs: FileSystem, folder: string): 'read-only' | null {
  const path = join(folder, 'probe.tmp');
  try {
    discard(fs, path);
    const file = fs.create(path);
    try {
      fs.close(file);
    } finally {
      // An empty file that the disk could not close must not stay either.
      fs.remove(path);
    }
    return null;
  } catch (error) {
    return refusalReason(error) === 'read-only' ? 'read-only' : null;
  }
}

function listMarks(fs: FileSystem, paths: StorePaths): Set<string> | null {
  try {
    return new Set(fs.list(paths.marks));
  } catch {
    return null; // Without the list, the disk is asked for each file by name.
  }
}

/** Writes changes to the journal, applies them to the loaded articles, and returns their number. */
function writeChanges(
  articles: LoadedArticles,
  journal: Journal,
  wanted: ReadonlyMap<ArticleId, readonly Change[]>,
): Result<number, StoreError> {
  const changes = [...wanted].flatMap(([articleId, of]) => {
    invariant(
      of.every((each) => each.articleId === articleId),
      'changes belong to the article',
    );
    return of;
  });
  const loaded = [...wanted.keys()].map((articleId) => articles.load(articleId));
  const refusal = loaded.find((article) => article.refusal)?.refusal;
  if (refusal) return notSaved(refusal);
  if (changes.length === 0) return succeed(0);
  try {
    for (const record of journal.append(changes, articles.lastRevision(wanted.keys())))
      if (record.change.articleId)
        applyChange(articles.load(record.change.articleId).state, record);
  } catch (error) {
    return notSaved(refusalReason(error));
  }
  for (const [articleId, of] of wanted) articles.refreshView(articleId, of);
  return succeed(changes.length);
}

/** Returns no segments when the disk cannot list them; they wait for the next compaction. */
function closeSegment(journal: Journal): readonly string[] {
  try {
    return journal.closeSegment();
  } catch {
    return [];
  }
}

const notSaved = (reason: RefusalReason) =>
  fail({ code: 'store/not-saved' as const, params: { reason } });
