import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import type { ImportItem, ImportOutcome, UpdateChoice } from '#shared/domain/import.ts';
import type { ImportJobState } from '#shared/domain/import-progress.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { cutAtWord } from '#shared/domain/text.ts';
import { readRegularFile } from '../disk/regular-file.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { type Decisions, createDecisions } from './decisions.ts';
import { type ImportParts, decideUpdate, importFile, tell } from './import-file.ts';
import { type JobLog, openJobLog } from './job-log.ts';
import { type Met, nameOf, walk } from './walk.ts';

/** Largest file that is read at all, bytes; the formats have lower limits of their own. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;

/** Least time between two reports of progress, ms. */
const REPORT_MS = 100;

/** Name of a pasted text, UTF-16 units of its beginning. */
const PASTED_NAME_UTF16 = 40;

/** Brings files, folders and pasted texts into the library, one after the other. */
export interface ImportService {
  state(): ImportJobState;
  /** What became of each file of the last import, in order, without articles that were removed since. */
  items(): readonly ImportItem[];
  /** Starts an import, or adds to the one that is running. @param roots absolute paths of files and folders */
  start(roots: readonly string[]): void;
  /** Goes on with an import that was cut off, and shows the list of one that ended; once. */
  resume(): void;
  /** Stops after the file that is being read; what came in stays. */
  cancel(): void;
  /** Reports again how many of the articles that came in are still in the library. */
  recount(): void;
  /** Forgets the list. */
  dismiss(): void;
  /** Carries out what the reader chose for a line that offers an update. */
  decide(index: number, choice: UpdateChoice): Promise<Result<Decided>>;
  /** Takes a decision back, or makes it again. Answers the article that went from the library by it, if one did. */
  putDecision(id: string, present: boolean): Result<{ readonly removed: ArticleId | null }>;
  /**
   * For the end of the app: nothing more is read or written down, so that the next start goes on with what was not
   * done.
   */
  close(): void;
  addText(text: string, html?: string | null): Promise<ImportOutcome>;
  /** Resolves when nothing is being imported. */
  settled(): Promise<void>;
}

/** A decision that can be taken back, and the article it was about. */
export interface Decided {
  readonly decision: string;
  readonly articleId: ArticleId;
  readonly title: string;
}

interface Options extends ImportParts {
  readonly fs: FileSystem;
  readonly dataFolder: string;
  /** At most every 100 ms while something happens, and at the end. */
  readonly onProgress: (state: ImportJobState) => void;
}

const IDLE: ImportJobState = {
  state: 'idle',
  total: 0,
  done: 0,
  counting: false,
  added: 0,
  duplicates: 0,
  updates: 0,
  failed: 0,
  locks: 0,
  current: null,
  resumed: false,
};

export function createImportService(options: Options): ImportService {
  return new Service(options);
}

class Service implements ImportService {
  private readonly options: Options;
  private readonly log: JobLog;
  private readonly decisions: Decisions;
  private roots: string[] = [];
  private readonly known = new Map<number, ImportItem>();
  private readonly donePaths = new Set<string>();
  private nextIndex = 0;
  private waiting: Met[] = [];
  private toWalk: string[] = [];
  private now: ImportJobState = IDLE;
  private running: Promise<void> | null = null;
  private lastReportMs = 0;
  private isResumed = false;
  private isReading = false;
  private isClosed = false;

  constructor(options: Options) {
    this.options = options;
    const { fs, dataFolder, own } = options;
    this.decisions = createDecisions(options.own);
    this.log = openJobLog(fs, join(dataFolder, 'library'), own);
  }

  state(): ImportJobState {
    return { ...this.now, ...this.counts() };
  }

  items(): readonly ImportItem[] {
    return this.lines().filter(({ outcome }) => this.isStillThere(outcome));
  }

  start(roots: readonly string[]): void {
    // An import that was cut off must not be forgotten for the new one.
    this.resume();
    if (!this.running) this.reset([]);
    this.roots.push(...roots);
    this.toWalk.push(...roots);
    this.log.begin({ roots: this.roots, items: this.lines(), ended: false });
    this.run(false);
  }

  resume(): void {
    if (this.isResumed) return;
    this.isResumed = true;
    // The import may be running in the process that writes.
    if (!this.options.own.isWriter) return;
    const record = this.log.read();
    if (!record) return;
    this.reset(record.items);
    this.roots = [...record.roots];
    if (record.ended) {
      this.change({ state: this.items().length > 0 ? 'done' : 'idle' });
      return;
    }
    this.toWalk = [...record.roots];
    this.log.begin({ ...record, ended: false });
    this.run(true);
  }

  cancel(): void {
    if (this.now.state !== 'running') return;
    this.waiting = [];
    this.toWalk = [];
    this.change({ state: 'cancelled' });
  }

  recount(): void {
    if (this.now.state !== 'idle') this.report(true);
  }

  dismiss(): void {
    if (this.running) return;
    this.reset([]);
    this.log.clear();
    this.change({});
  }

  async decide(index: number, choice: UpdateChoice): Promise<Result<Decided>> {
    const item = this.known.get(index);
    if (item?.outcome.kind !== 'update') return fail({ code: 'import/not-found' });
    const { name, path } = item;
    const { articleId, sha256, title } = item.outcome;
    const decided = await decideUpdate(this.options, { articleId, sha256, choice, name, path });
    if (!decided.ok) return decided;
    const { outcome, effect } = decided.value;
    const after = { ...item, outcome };
    const decision = this.decisions.keep({ effect, before: item, after });
    this.putLine(after);
    const about = effect.kind === 'added' ? effect.articleId : articleId;
    return succeed({ decision, articleId: about, title });
  }

  putDecision(id: string, present: boolean): Result<{ readonly removed: ArticleId | null }> {
    const put = this.decisions.put(id, present);
    if (!put.ok) return put;
    const { article, removed, from, to } = put.value;
    if (article) tell(this.options, article);
    // The list may have been closed, or be another one by now.
    if (this.known.get(from.index)?.outcome === from.outcome) this.putLine(to);
    return succeed({ removed });
  }

  close(): void {
    this.isClosed = true;
    this.waiting = [];
    this.toWalk = [];
  }

  async addText(text: string, html: string | null = null): Promise<ImportOutcome> {
    const beginning = cutAtWord(text.trim().replace(/\s+/gu, ' '), PASTED_NAME_UTF16);
    const name = beginning.replace(/[\\/:*?"<>|…]/gu, '').trim() || 'text';
    const add = (source: string, ending: string): Promise<ImportOutcome> =>
      importFile(this.options, {
        bytes: Buffer.from(source, 'utf8'),
        name: `${name}.${ending}`,
        path: null,
      });
    const structured = html === null ? null : await add(html, 'html');
    // What cannot be read as a page is still a text.
    return structured && structured.kind !== 'failed' ? structured : add(text, 'txt');
  }

  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  private reset(items: readonly ImportItem[]): void {
    this.roots = [];
    this.waiting = [];
    this.toWalk = [];
    this.known.clear();
    this.nextIndex = 0;
    this.donePaths.clear();
    for (const item of items) this.note(item);
    this.now = IDLE;
  }

  private run(resumed: boolean): void {
    this.change({ state: 'running', resumed });
    if (this.running) return;
    this.running = this.work().finally(() => {
      this.running = null;
      if (this.isClosed) return;
      this.log.end();
      this.change({
        state: this.now.state === 'cancelled' ? 'cancelled' : 'done',
        current: null,
        counting: false,
      });
    });
  }

  private async work(): Promise<void> {
    while (this.toWalk.length > 0 || this.waiting.length > 0) {
      const met = this.waiting.shift();
      if (met === undefined) await this.count(this.toWalk.splice(0));
      else await this.take(met);
    }
  }

  /** Looks through the folders first, so that the reader sees how much there is. */
  private async count(roots: readonly string[]): Promise<void> {
    this.change({ counting: true });
    for await (const met of walk(roots)) {
      if (this.now.state === 'cancelled' || this.isClosed) return;
      if (this.donePaths.has(met.path)) continue;
      this.donePaths.add(met.path);
      if (met.kind === 'lock') this.change({ locks: this.now.locks + 1 });
      else this.waiting.push(met);
      this.report();
    }
    this.change({ counting: false });
  }

  private async take(met: Met): Promise<void> {
    const name = nameOf(met.path);
    this.now = { ...this.now, current: name };
    this.isReading = true;
    this.report();
    const outcome = await this.bring(met);
    // Its conversion was ended with the app; and what had come in is known by its text the next time.
    if (this.isClosed) return;
    const item = { index: this.nextIndex, name, path: met.path, outcome };
    this.note(item);
    this.isReading = false;
    this.log.write(item);
    this.report();
  }

  private async bring(met: Met): Promise<ImportOutcome> {
    if (met.kind === 'refused') return { kind: 'failed', code: met.code };
    const bytes = await readRegularFile(met.path, MAX_FILE_BYTES);
    if (!bytes.ok) return { kind: 'failed', code: `import/${bytes.error.code}` };
    const name = nameOf(met.path);
    return importFile(this.options, { bytes: bytes.value, name, path: met.path });
  }

  private putLine(item: ImportItem): void {
    this.known.set(item.index, item);
    this.log.begin({ roots: this.roots, items: this.lines(), ended: !this.running });
    this.change({});
  }

  private note(item: ImportItem): void {
    this.known.set(item.index, item);
    // A line of the log that was lost leaves a gap, and no other line takes its place.
    this.nextIndex = Math.max(this.nextIndex, item.index + 1);
    if (item.path !== null) this.donePaths.add(item.path);
  }

  /** Every line of the list, in order. */
  private lines(): readonly ImportItem[] {
    return [...this.known.values()].toSorted((a, b) => a.index - b.index);
  }

  /** False for an article that came in and was removed since: saying that it was added would mislead. */
  private isStillThere(outcome: ImportOutcome): boolean {
    const hasCome = outcome.kind === 'added' || outcome.kind === 'updated';
    return !hasCome || this.options.own.summary(outcome.articleId) !== undefined;
  }

  private change(part: Partial<ImportJobState>): void {
    this.now = { ...this.now, ...part };
    this.report(true);
  }

  private report(force = false): void {
    const at = performance.now();
    if (!force && at - this.lastReportMs < REPORT_MS) return;
    this.lastReportMs = at;
    this.options.onProgress(this.state());
  }

  private counts(): Pick<
    ImportJobState,
    'total' | 'done' | 'added' | 'duplicates' | 'updates' | 'failed'
  > {
    const counts = { added: 0, duplicate: 0, update: 0, updated: 0, failed: 0 };
    for (const { outcome } of this.known.values())
      if (this.isStillThere(outcome)) counts[outcome.kind] += 1;
    const reading = this.isReading ? 1 : 0;
    return {
      total: this.known.size + this.waiting.length + reading,
      done: this.known.size,
      added: counts.added + counts.updated,
      duplicates: counts.duplicate,
      updates: counts.update,
      failed: counts.failed,
    };
  }
}
