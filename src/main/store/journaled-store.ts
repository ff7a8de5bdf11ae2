import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import type {
  AnnotationVersion,
  ArticleMarks,
  RemovedAnnotation,
} from '#shared/domain/anchored-marks.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, succeed } from '#shared/domain/result.ts';
import type { FileSystem, RefusalReason } from '../disk/file-system.ts';
import { listBackups } from './backups.ts';
import type { Change } from './change.ts';
import type { CompactionReport } from './compact.ts';
import { Compaction } from './compaction.ts';
import type { Compactor } from './compactor.ts';
import { type Findings, toNotices } from './findings.ts';
import { readHistory, readRemoved } from './history.ts';
import type { Journal } from './journal.ts';
import type { LoadedArticles } from './loaded-articles.ts';
import { holdsLock } from './lock.ts';
import type {
  MarksPast,
  MarksStore,
  MarksWhole,
  Replacement,
  StoreError,
  StoreNotice,
} from './marks-store.ts';
import type { OpenedFolder } from './open-folder.ts';
import type { StorePaths } from './paths.ts';
import { createReplacement } from './replacement.ts';
import { readAllMarks } from './restore.ts';
import { notSaved, writeChanges } from './write-changes.ts';

/** Either limit, reached by the changes or bytes in the journal, starts a compaction. */
const COMPACT_AFTER = { changes: 500, bytes: 1_000_000 };

/** The opened parts of the store, see `openMarksStore`. */
interface Parts {
  /** Absolute path of the data folder. */
  readonly folder: string;
  readonly fs: FileSystem;
  readonly compactor: Compactor;
  readonly now: () => Date;
  readonly compactAfter?: { readonly changes: number; readonly bytes: number };
  readonly paths: StorePaths;
  readonly findings: Findings;
  readonly opened: OpenedFolder;
  readonly articles: LoadedArticles;
  /** True when this process held the folder at the start and nothing forbade it to write. */
  readonly isWriter: boolean;
  /** `null` when nothing can be saved. */
  readonly journal: Journal | null;
}

/** The opened store of the marks, which consists of the articles' files and a journal of later changes. */
export class JournaledStore implements MarksStore, MarksPast, MarksWhole {
  /** Why nothing can be saved, such as another process that writes; `null` when changes can be saved. */
  readonly readOnly: RefusalReason | null;
  private readonly parts: Parts;
  private readonly compaction: Compaction;
  private isClosed = false;

  constructor(parts: Parts) {
    this.parts = parts;
    this.readOnly = parts.findings.readOnly;
    this.compaction = new Compaction({
      ...parts,
      toRepair: parts.articles.toRepair,
      mustMigrate: parts.opened.mayMigrate,
      isClosed: () => this.isClosed,
    });
  }

  read(articleId: ArticleId): ArticleMarks {
    return this.parts.articles.view(articleId);
  }

  articleIds(): readonly ArticleId[] {
    const { fs, paths, opened, articles } = this.parts;
    const filed = readAllMarks(fs, paths).keys();
    return [...new Set([...filed, ...opened.replay.byArticle.keys(), ...articles.ids()])];
  }

  findAnnotation(articleId: ArticleId, id: AnnotationId): Annotation | undefined {
    return this.parts.articles.load(articleId).state.annotations.get(id);
  }

  change(articleId: ArticleId, changes: readonly Change[]): Result<null, StoreError> {
    return this.changeMany(new Map([[articleId, changes]]));
  }

  history(articleId: ArticleId, id: AnnotationId): readonly AnnotationVersion[] {
    const { fs, paths } = this.parts;
    return readHistory(fs, paths, { articleId, id }, this.recordUnread);
  }

  removed(): readonly RemovedAnnotation[] {
    return readRemoved(this.parts.fs, this.parts.paths, this.recordUnread);
  }

  backups(): readonly string[] {
    return listBackups(this.parts.fs, this.parts.paths);
  }

  startReplacement(): Replacement {
    const { articles, journal, now } = this.parts;
    return createReplacement({
      articles,
      journal,
      at: now().toISOString(),
      changeMany: (wanted) => this.changeMany(wanted),
    });
  }

  reread(articleId: ArticleId): void {
    this.parts.articles.forget(articleId);
  }

  notices(): readonly StoreNotice[] {
    const { findings, articles, paths } = this.parts;
    return toNotices({ ...findings, newerRecords: articles.countUnread() }, paths);
  }

  /** Moves the journal into the articles' files, which safety never requires. `null`: there was nothing to do. */
  async compact(): Promise<CompactionReport | null> {
    const { journal, opened, articles } = this.parts;
    const { running } = this.compaction;
    if (running || !journal || !opened.mayCompact || opened.lock.state !== 'held') return running;
    // Loading moves damaged files to the quarantine before the worker reads them.
    for (const articleId of opened.replay.byArticle.keys()) articles.load(articleId);
    return this.compaction.start(opened.lock.token, closeSegment(journal));
  }

  /** Reads from the disk whether this process still holds the folder. */
  isOwner(): boolean {
    const { fs, paths, isWriter, opened } = this.parts;
    const { lock } = opened;
    return (
      isWriter && !this.isClosed && lock.state === 'held' && holdsLock(fs, paths.lock, lock.token)
    );
  }

  /** Refuses further changes, waits for the running compaction, and releases the folder. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.compaction.running;
    this.closeNow();
  }

  /** Does the same without waiting; a running compaction finds the lock gone and stops. May be called again. */
  closeNow(): void {
    const { journal, opened } = this.parts;
    this.isClosed = true;
    if (journal) closeSegment(journal);
    if (opened.lock.state === 'held') opened.lock.release();
  }

  /** Writes the changes of all articles at once, so that either all of them are made or none. */
  private changeMany(wanted: ReadonlyMap<ArticleId, readonly Change[]>): Result<null, StoreError> {
    const { journal, findings, articles, compactAfter = COMPACT_AFTER } = this.parts;
    if (!journal || this.isClosed) return notSaved(findings.readOnly ?? 'other');
    const written = writeChanges(articles, journal, wanted);
    if (!written.ok) return written;
    const { load: waiting } = journal;
    const isDue = waiting.changes >= compactAfter.changes || waiting.bytes >= compactAfter.bytes;
    if (written.value > 0 && isDue) void this.compact();
    return succeed(null);
  }

  private readonly recordUnread = (path: string): void => {
    this.parts.findings.unreadHistory.add(path);
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
