import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, fail, invariant, succeed } from '#shared/domain/result.ts';
import { type LoadedMarks, loadMarks } from './marks-loader.ts';
import { applyChange, countUnread, toMarks } from './marks-state.ts';
import { listBackups } from './backups.ts';
import type { Change } from './change.ts';
import type { CompactionReport } from './compact.ts';
import type { Compactor } from './compactor.ts';
import { type FileSystem, type RefusalReason, refusalReason } from '../disk/file-system.ts';
import { createFindings, toNotices } from './findings.ts';
import { readHistory, readRemoved } from './history.ts';
import { type Journal, createJournal } from './journal.ts';
import { type ProcessTable, holdsLock } from './lock.ts';
import { copyUnread } from './unread-copy.ts';
import type {
  MarksCopy,
  MarksPast,
  MarksStore,
  MarksWhole,
  Replacement,
  StoreError,
} from './marks-store.ts';
import { openFolder } from './open-folder.ts';
import { marksFileName, storePaths } from './paths.ts';
import { createQuarantine } from './quarantine.ts';
import { changesBetween, readAllMarks } from './restore.ts';

/** How many segments of the journal, about a megabyte each, one compaction moves. */
const SEGMENTS_AT_ONCE = 4;

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
  /** Moves the journal into the articles' files, which safety never requires. `null`: there was nothing to do. */
  compact(): Promise<CompactionReport | null>;
  /** Reads from the disk whether this process still holds the folder. */
  isOwner(): boolean;
  /** Refuses further changes, waits for the running compaction, and releases the folder. */
  close(): Promise<void>;
  /** Does the same without waiting; a running compaction finds the lock gone and stops. May be called again. */
  closeNow(): void;
}

interface Article extends LoadedMarks {
  /** What the reader sees; `null` after a change until it is computed again. */
  view: ArticleMarks | null;
}

/**
 * Opens the store of the marks, which consists of the articles' files and a journal of later changes. A change is written
 * to the journal and synced before it is acknowledged; compaction moves the journal into the files. Opening never throws:
 * damaged files go to the quarantine and a notice tells the reader.
 */
export function openMarksStore(options: StoreOptions): JournaledStore {
  const { fs, now, compactor, compactAfter = COMPACT_AFTER } = options;
  const paths = storePaths(options.folder);
  const findings = createFindings();
  const quarantine = createQuarantine(fs, paths, now);
  const opened = openFolder({ ...options, paths, findings, quarantine });
  const { lock, replay } = opened;
  const isWriter = lock.state === 'held' && findings.readOnly === null;
  const journal = isWriter ? startJournal() : null;
  // Because no other process writes, only loaded articles get a file from now on; a migration gives one to all.
  const names = isWriter && !opened.mayMigrate ? listMarks() : null;
  const articles = new Map<ArticleId, Article>();
  const toRepair = new Set<ArticleId>();
  let mustMigrate = opened.mayMigrate;
  let running: Promise<CompactionReport> | null = null;
  let isClosed = false;

  function startJournal(): Journal | null {
    try {
      return createJournal(fs, paths, replay.lastSequence);
    } catch (error) {
      findings.readOnly = refusalReason(error);
      return null;
    }
  }

  function listMarks(): Set<string> | null {
    try {
      return new Set(fs.list(paths.marks));
    } catch {
      return null; // Then the disk is asked for each file by name.
    }
  }

  function load(articleId: ArticleId): Article {
    const known = articles.get(articleId);
    if (known) return known;
    const loaded = loadMarks({ fs, paths, quarantine, findings, isWriter, names }, articleId);
    for (const record of replay.byArticle.get(articleId) ?? []) applyChange(loaded.state, record);
    const article = { ...loaded, view: null };
    articles.set(articleId, article);
    if (loaded.needsRepair) toRepair.add(articleId);
    return article;
  }

  const change = (articleId: ArticleId, changes: readonly Change[]): Result<null, StoreError> =>
    changeMany(new Map([[articleId, changes]]));

  /** Writes the changes of all articles at once, so that either all of them are made or none. */
  function changeMany(wanted: ReadonlyMap<ArticleId, readonly Change[]>): Result<null, StoreError> {
    const changes = [...wanted].flatMap(([articleId, of]) => {
      invariant(
        of.every((each) => each.articleId === articleId),
        'changes belong to the article',
      );
      return of;
    });
    if (!journal || isClosed) return notSaved(findings.readOnly ?? 'other');
    const loaded = [...wanted.keys()].map((articleId) => load(articleId));
    const refusal = loaded.find((article) => article.refusal)?.refusal;
    if (refusal) return notSaved(refusal);
    if (changes.length === 0) return succeed(null);
    try {
      for (const record of journal.append(changes, lastRevision(wanted.keys())))
        if (record.change.articleId) applyChange(load(record.change.articleId).state, record);
    } catch (error) {
      return notSaved(refusalReason(error));
    }
    for (const [articleId, of] of wanted) refreshView(load(articleId), of);
    const { load: waiting } = journal;
    if (waiting.changes >= compactAfter.changes || waiting.bytes >= compactAfter.bytes)
      void compact();
    return succeed(null);
  }

  function lastRevision(ids: Iterable<ArticleId>): number {
    let last = 0;
    for (const id of ids) last = Math.max(last, load(id).state.revision);
    return last;
  }

  function articleIds(): readonly ArticleId[] {
    const filed = readAllMarks(fs, paths).keys();
    return [...new Set([...filed, ...replay.byArticle.keys(), ...articles.keys()])];
  }

  function startReplacement(): Replacement {
    const wanted = new Map<ArticleId, { to: MarksCopy; changes: Change[]; revision: number }>();
    const at = now().toISOString();
    function* putInSteps(articleId: ArticleId, to: MarksCopy): Iterable<void> {
      const { state, refusal } = load(articleId);
      // The marks of an article that a newer version wrote stay unchanged.
      if (refusal === 'newer-version') return;
      const { revision } = state;
      const changes = yield* changesBetween(articleId, { from: toMarks(state), to, at });
      const { unread } = to;
      const known = copyUnread(state);
      const isNew = unread && !isDeepStrictEqual(unread, known);
      if (isNew) changes.push({ kind: 'put-unread', articleId, at, unread });
      wanted.set(articleId, { to, changes, revision });
    }
    const put = (articleId: ArticleId, to: MarksCopy): void => {
      for (const _step of putInSteps(articleId, to));
    };
    const changing = (): Map<ArticleId, Change[]> => {
      const filled = [...wanted].filter(([, { changes }]) => changes.length > 0);
      return new Map(filled.map(([id, { changes }]) => [id, changes]));
    };
    return {
      put,
      putInSteps,
      *prepare() {
        const due = changing();
        if (journal) yield* journal.prepare([...due.values()].flat(), lastRevision(due.keys()));
      },
      commit() {
        for (const [articleId, { to, revision }] of wanted)
          if (load(articleId).state.revision !== revision) put(articleId, to);
        return changeMany(changing());
      },
    };
  }

  async function compact(): Promise<CompactionReport | null> {
    if (running || !journal || !opened.mayCompact || lock.state !== 'held') return running;
    // Loading moves damaged files to the quarantine before the worker reads them.
    for (const articleId of replay.byArticle.keys()) load(articleId);
    const segments = closeSegment(journal);
    const repair = [...toRepair];
    if (segments.length === 0 && repair.length === 0 && !mustMigrate) return null;
    running = compactPortions(lock.token, segments, repair);
    const report = await running;
    running = null;
    return report;
  }

  /** Compacts the oldest segments first, because a finished portion stays done when the app ends during the next. */
  async function compactPortions(
    token: string,
    segments: readonly string[],
    repair: readonly ArticleId[],
  ): Promise<CompactionReport> {
    const total = { written: 0, quarantined: 0, failures: [] as string[] };
    let first = 0;
    do {
      const due = first === 0 ? [...repair] : [];
      const report = await compactor.run({
        folder: paths.folder,
        token,
        segments: segments.slice(first, first + SEGMENTS_AT_ONCE),
        repair: due,
        migrate: mustMigrate,
      });
      total.written += report.written;
      total.quarantined += report.quarantined;
      total.failures.push(...report.failures);
      findings.quarantined += report.quarantined;
      if (report.failures.length > 0) break;
      mustMigrate = false;
      for (const articleId of due) toRepair.delete(articleId);
      first += SEGMENTS_AT_ONCE;
      if (isClosed) break;
    } while (first < segments.length);
    return total;
  }

  function closeNow(): void {
    isClosed = true;
    if (journal) closeSegment(journal);
    if (lock.state === 'held') lock.release();
  }

  return {
    read: (articleId) => {
      const article = load(articleId);
      article.view ??= toMarks(article.state);
      return article.view;
    },
    articleIds,
    findAnnotation: (articleId, id) => load(articleId).state.annotations.get(id),
    change,
    history: (articleId, id) => readHistory(fs, paths, { articleId, id }),
    removed: () => readRemoved(fs, paths),
    backups: () => listBackups(fs, paths),
    startReplacement,
    reread(articleId) {
      invariant(isEmpty(load(articleId)) || !replay.byArticle.has(articleId), 'nothing is stored');
      const name = `${marksFileName(articleId)}.json`;
      if (fs.exists(join(paths.marks, name))) names?.add(name);
      articles.delete(articleId);
    },
    notices: () => {
      const newerRecords = [...articles.values()].reduce(
        (sum, { state }) => sum + countUnread(state),
        0,
      );
      return toNotices({ ...findings, newerRecords }, paths.quarantine);
    },
    compact,
    isOwner: () =>
      isWriter && !isClosed && lock.state === 'held' && holdsLock(fs, paths.lock, lock.token),
    async close() {
      isClosed = true;
      await running;
      closeNow();
    },
    closeNow,
  };
}

/** Returns no segments when the disk cannot list them; they wait for the next compaction. */
function closeSegment(journal: Journal): readonly string[] {
  try {
    return journal.closeSegment();
  } catch {
    return [];
  }
}

/** A change of the reading position alone leaves the sorted annotations as they are. */
function refreshView(article: Article, changes: readonly Change[]): void {
  if (!article.view || changes.some(({ kind }) => kind !== 'put-reading')) article.view = null;
  else article.view = { ...article.view, reading: article.state.reading };
}

/** True when nothing was ever stored for the article. */
const isEmpty = ({ state, refusal }: LoadedMarks): boolean =>
  state.revision === 0 && refusal === null && countUnread(state) === 0;

const notSaved = (reason: RefusalReason) =>
  fail({ code: 'store/not-saved' as const, params: { reason } });
