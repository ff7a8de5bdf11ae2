import type { ArticleId } from '#shared/domain/article.ts';
import type { CompactionReport } from './compact.ts';
import type { Compactor } from './compactor.ts';
import type { Findings } from './findings.ts';

/** How many segments of the journal, about a megabyte each, one portion of a compaction moves. */
const SEGMENTS_AT_ONCE = 4;

interface Parts {
  readonly compactor: Compactor;
  /** The absolute path of the data folder. */
  readonly folder: string;
  readonly findings: Findings;
  /** Articles whose files are written again; those that were written are removed from the set. */
  readonly toRepair: Set<ArticleId>;
  /** True when the folder has the format of an older version. */
  readonly mustMigrate: boolean;
  readonly isClosed: () => boolean;
}

/** Moves closed segments of the journal into the articles' files, one compaction at a time. */
export class Compaction {
  /** The running compaction; `null` when none runs. */
  running: Promise<CompactionReport> | null = null;
  private readonly parts: Parts;
  private mustMigrate: boolean;

  constructor(parts: Parts) {
    this.parts = parts;
    this.mustMigrate = parts.mustMigrate;
  }

  /** Compacts segments. `null`: there was nothing to do. @param token of the lock, which the worker checks */
  async start(token: string, segments: readonly string[]): Promise<CompactionReport | null> {
    const repair = [...this.parts.toRepair];
    if (segments.length === 0 && repair.length === 0 && !this.mustMigrate) return null;
    this.running = this.compactPortions(token, segments, repair);
    const report = await this.running;
    this.running = null;
    return report;
  }

  /** Compacts the oldest segments first, because a finished portion stays done when the app ends during the next. */
  private async compactPortions(
    token: string,
    segments: readonly string[],
    repair: readonly ArticleId[],
  ): Promise<CompactionReport> {
    const { compactor, folder, findings, toRepair, isClosed } = this.parts;
    const total = { written: 0, quarantined: 0, failures: [] as string[] };
    let first = 0;
    do {
      const due = first === 0 ? [...repair] : [];
      const report = await compactor.run({
        folder,
        token,
        segments: segments.slice(first, first + SEGMENTS_AT_ONCE),
        repair: due,
        migrate: this.mustMigrate,
      });
      total.written += report.written;
      total.quarantined += report.quarantined;
      total.failures.push(...report.failures);
      findings.quarantined += report.quarantined;
      if (report.failures.length > 0) break;
      this.mustMigrate = false;
      for (const articleId of due) toRepair.delete(articleId);
      first += SEGMENTS_AT_ONCE;
      if (isClosed()) break;
    } while (first < segments.length);
    return total;
  }
}
