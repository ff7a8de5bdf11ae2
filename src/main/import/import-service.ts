import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import type { ImportItem, ImportOutcome, UpdateChoice } from '#shared/domain/import.ts';
import type { ImportJobState } from '#shared/domain/import-progress.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { readRegularFile } from '../disk/regular-file.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { type Decisions, createDecisions } from './decisions.ts';
import { FileQueue } from './file-queue.ts';
import { type ImportParts, decideUpdate, importFile, tell } from './import-file.ts';
import { importText } from './import-text.ts';
import { JobList } from './job-list.ts';
import { type JobLog, openJobLog } from './job-log.ts';
import { type WalkedFile, nameOf, walk } from './walk.ts';

/** The largest file that is read at all, bytes. The formats have lower limits of their own. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;

/** Imports files, folders and pasted texts, one after the other. */
export interface ImportService {
  state(): ImportJobState;
  /** Returns the outcome of each file of the last import, in order, without articles that were removed since. */
  items(): readonly ImportItem[];
  /** Starts an import, or adds to the one that is running. @param roots absolute paths of files and folders */
  start(roots: readonly string[]): void;
  /** Continues an interrupted import, or shows the list of one that ended. Only the first call does anything. */
  resume(): void;
  /** Stops after the file that is being read. Articles that were added stay. */
  cancel(): void;
  /** Reports again how many of the articles that came in are still in the library. */
  recount(): void;
  /** Removes the list of an import that has ended. */
  dismiss(): void;
  /** Carries out what the reader chose for a line that offers an update. */
  decide(index: number, choice: UpdateChoice): Promise<Result<Decided>>;
  /** Undoes or repeats a decision. Returns the article that it removed from the library, if any. */
  putDecision(id: string, present: boolean): Result<{ readonly removed: ArticleId | null }>;
  /** Stops reading and logging at the end of the app, so that the next start continues with the files that are left. */
  close(): void;
  /** Imports a pasted text. @param html the same text as HTML, if there is one */
  addText(text: string, html?: string | null): Promise<ImportOutcome>;
  /** Resolves when nothing is being imported. */
  settled(): Promise<void>;
}

/** A decision that can be undone, and the article that it was about. */
export interface Decided {
  readonly decision: string;
  readonly articleId: ArticleId;
  readonly title: string;
}

interface Options extends ImportParts {
  readonly fs: FileSystem;
  readonly dataFolder: string;
  /** Called at most every 100 ms while files are read, and on every change of the state. */
  readonly onProgress: (state: ImportJobState) => void;
}

export function createImportService(options: Options): ImportService {
  return new Service(options);
}

class Service implements ImportService {
  private readonly options: Options;
  private readonly log: JobLog;
  private readonly decisions: Decisions;
  private readonly list: JobList;
  private readonly queue = new FileQueue();
  private roots: string[] = [];
  private running: Promise<void> | null = null;
  private isResumed = false;
  private isClosed = false;

  constructor(options: Options) {
    this.options = options;
    const { fs, dataFolder, own, onProgress } = options;
    this.decisions = createDecisions(own);
    this.log = openJobLog(fs, join(dataFolder, 'library'), { isWriter: own.readOnly === null });
    this.list = new JobList({
      remaining: () => this.queue.remaining,
      isInLibrary: (id) => own.summary(id) !== undefined,
      onProgress,
    });
  }

  state(): ImportJobState {
    return this.list.state();
  }

  items(): readonly ImportItem[] {
    return this.list.items();
  }

  start(roots: readonly string[]): void {
    // An interrupted import is continued first, so that the new one does not replace it.
    this.resume();
    if (!this.running) this.reset([]);
    this.roots.push(...roots);
    this.queue.addRoots(roots);
    this.log.begin({ roots: this.roots, items: this.list.lines(), ended: false });
    this.run(false);
  }

  resume(): void {
    if (this.isResumed) return;
    this.isResumed = true;
    // The process that may write may be running this import now.
    if (this.options.own.readOnly) return;
    const record = this.log.read();
    if (!record) return;
    this.reset(record.items);
    this.roots = [...record.roots];
    if (record.ended) {
      this.log.markEnded();
      this.list.change({ state: this.items().length > 0 ? 'done' : 'idle' });
      return;
    }
    this.queue.addRoots(record.roots);
    this.log.begin({ ...record, ended: false });
    this.run(true);
  }

  cancel(): void {
    if (this.list.phase !== 'running') return;
    this.queue.clear();
    this.list.change({ state: 'cancelled' });
  }

  recount(): void {
    if (this.list.phase !== 'idle') this.list.report(true);
  }

  dismiss(): void {
    if (this.running) return;
    this.reset([]);
    this.log.clear();
    this.list.change({});
  }

  async decide(index: number, choice: UpdateChoice): Promise<Result<Decided>> {
    const item = this.list.find(index);
    if (item?.outcome.kind !== 'update') return fail({ code: 'import/not-found' });
    const { name, path } = item;
    const { articleId, sha256, title } = item.outcome;
    const decided = await decideUpdate(this.options, { articleId, sha256, choice, name, path });
    if (!decided.ok) return decided;
    const { outcome, effect } = decided.value;
    const after = { ...item, outcome };
    const decision = this.decisions.keep({ effect, before: item, after });
    this.replaceLine(after);
    const about = effect.kind === 'added' ? effect.articleId : articleId;
    return succeed({ decision, articleId: about, title });
  }

  putDecision(id: string, present: boolean): Result<{ readonly removed: ArticleId | null }> {
    const put = this.decisions.put(id, present);
    if (!put.ok) return put;
    const { article, removed, from, to } = put.value;
    if (article) tell(this.options, article);
    // The list may have been removed or replaced meanwhile.
    if (this.list.find(from.index)?.outcome === from.outcome) this.replaceLine(to);
    return succeed({ removed });
  }

  close(): void {
    this.isClosed = true;
    this.queue.clear();
  }

  /** Imports a pasted text. @param html the same text as HTML, if there is one */
  addText(text: string, html: string | null = null): Promise<ImportOutcome> {
    return importText(this.options, text, html);
  }

  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  private reset(items: readonly ImportItem[]): void {
    this.roots = [];
    this.queue.reset(items.flatMap(({ path }) => path ?? []));
    this.list.reset(items);
  }

  private run(resumed: boolean): void {
    this.list.change({ state: 'running', resumed });
    if (this.running) return;
    this.running = this.work().finally(() => {
      this.running = null;
      if (this.isClosed) return;
      this.log.end();
      this.list.change({
        state: this.list.phase === 'cancelled' ? 'cancelled' : 'done',
        current: null,
        counting: false,
      });
    });
  }

  private async work(): Promise<void> {
    while (!this.queue.isEmpty) {
      const file = this.queue.startFile();
      if (file === undefined) await this.listFiles();
      else await this.take(file);
    }
  }

  /** Lists all files of the folders before any is read, so that the reader sees how many there are. */
  private async listFiles(): Promise<void> {
    this.list.change({ counting: true });
    for await (const file of walk(this.queue.takeRoots())) {
      if (this.list.phase === 'cancelled' || this.isClosed) return;
      if (!this.queue.isNew(file.path)) continue;
      if (file.kind === 'lock') this.list.addLock();
      else this.queue.push(file);
      this.list.report();
    }
    this.list.change({ counting: false });
  }

  private async take(file: WalkedFile): Promise<void> {
    const name = nameOf(file.path);
    this.list.startFile(name);
    const outcome = await this.read(file);
    // The end of the app stops the conversion. An article that was added before is recognised at the next start.
    if (this.isClosed) return;
    const item = this.list.add(name, file.path, outcome);
    this.queue.finishFile();
    this.log.write(item);
    this.list.report();
  }

  private async read(file: WalkedFile): Promise<ImportOutcome> {
    if (file.kind === 'refused') return { kind: 'failed', code: file.code };
    const bytes = await readRegularFile(file.path, MAX_FILE_BYTES);
    if (!bytes.ok) return { kind: 'failed', code: `import/${bytes.error.code}` };
    const { path } = file;
    return importFile(this.options, { bytes: bytes.value, name: nameOf(path), path });
  }

  private replaceLine(item: ImportItem): void {
    this.list.put(item);
    this.log.begin({ roots: this.roots, items: this.list.lines(), ended: !this.running });
    this.list.change({});
  }
}
