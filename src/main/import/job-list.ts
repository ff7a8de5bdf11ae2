import type { ArticleId } from '#shared/domain/article.ts';
import type { ImportItem, ImportOutcome } from '#shared/domain/import.ts';
import type { ImportJobState } from '#shared/domain/import-progress.ts';

/** Least time between two reports of progress, ms. */
const REPORT_MS = 100;

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

interface Options {
  /** How many files are still to be read, with the one that is being read. */
  readonly remaining: () => number;
  readonly isInLibrary: (id: ArticleId) => boolean;
  /** Called at most every `REPORT_MS` while files are read, and on every change of the state. */
  readonly onProgress: (state: ImportJobState) => void;
}

/** The lines of one import, one for each file, and the state of the job as the window shows it. */
export class JobList {
  private readonly options: Options;
  private readonly byIndex = new Map<number, ImportItem>();
  private nextIndex = 0;
  private now = IDLE;
  private lastReportMs = 0;

  constructor(options: Options) {
    this.options = options;
  }

  get phase(): ImportJobState['state'] {
    return this.now.state;
  }

  state(): ImportJobState {
    return { ...this.now, ...this.counts() };
  }

  /** Returns all lines in the order of their files. */
  lines(): readonly ImportItem[] {
    return [...this.byIndex.values()].toSorted((a, b) => a.index - b.index);
  }

  /** Returns the lines without articles that were removed from the library since. */
  items(): readonly ImportItem[] {
    return this.lines().filter(({ outcome }) => this.isStillThere(outcome));
  }

  find(index: number): ImportItem | undefined {
    return this.byIndex.get(index);
  }

  /** Starts a list with these lines and reports nothing yet. */
  reset(items: readonly ImportItem[]): void {
    this.byIndex.clear();
    this.nextIndex = 0;
    for (const item of items) this.put(item);
    this.now = IDLE;
  }

  /** Adds the line of a file that was read. */
  add(name: string, path: string, outcome: ImportOutcome): ImportItem {
    const item = { index: this.nextIndex, name, path, outcome };
    this.put(item);
    return item;
  }

  /** Adds a line, or replaces the one with its index. */
  put(item: ImportItem): void {
    this.byIndex.set(item.index, item);
    // A line of the log that was lost leaves a gap, so that no other line takes its index.
    this.nextIndex = Math.max(this.nextIndex, item.index + 1);
  }

  addLock(): void {
    this.change({ locks: this.now.locks + 1 });
  }

  startFile(name: string): void {
    this.now = { ...this.now, current: name };
    this.report();
  }

  /** Changes the state and reports it at once. */
  change(part: Partial<ImportJobState>): void {
    this.now = { ...this.now, ...part };
    this.report(true);
  }

  report(force = false): void {
    const at = performance.now();
    if (!force && at - this.lastReportMs < REPORT_MS) return;
    this.lastReportMs = at;
    this.options.onProgress(this.state());
  }

  /** Returns false for an article that was added and removed since, because counting it as added would mislead. */
  private isStillThere(outcome: ImportOutcome): boolean {
    const hasCome = outcome.kind === 'added' || outcome.kind === 'updated';
    return !hasCome || this.options.isInLibrary(outcome.articleId);
  }

  private counts(): Pick<
    ImportJobState,
    'total' | 'done' | 'added' | 'duplicates' | 'updates' | 'failed'
  > {
    const counts = { added: 0, duplicate: 0, update: 0, updated: 0, failed: 0 };
    for (const { outcome } of this.byIndex.values())
      if (this.isStillThere(outcome)) counts[outcome.kind] += 1;
    return {
      total: this.byIndex.size + this.options.remaining(),
      done: this.byIndex.size,
      added: counts.added + counts.updated,
      duplicates: counts.duplicate,
      updates: counts.update,
      failed: counts.failed,
    };
  }
}
