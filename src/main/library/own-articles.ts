import type { Article, ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { refusalReason } from '../disk/file-system.ts';
import { type Bin, createBin } from './bin.ts';
import { openCatalogue } from './catalogue.ts';
import { copyDetails } from './copy-details.ts';
import { type Damage, describeDamage, isMadeFrom, summaryOfTroubled } from './damage.ts';
import type { OwnArticles, OwnArticlesOptions } from './own-articles-types.ts';
import { type NotSaved, type NotShown, type OwnArticleError, notSaved } from './own-errors.ts';
import { type OwnFiles, createOwnFiles } from './own-files.ts';
import { ownPaths } from './own-paths.ts';
import { type Loaded, OwnRecords } from './own-records.ts';
import type { SetAside } from './set-aside.ts';

export type { OwnArticles } from './own-articles-types.ts';

/** Opens the reader's own articles. It never throws; unreadable files are moved to quarantine. */
export function openOwnArticles(options: OwnArticlesOptions): OwnArticles {
  return new OwnLibrary(options);
}

class OwnLibrary implements OwnArticles {
  readonly isWriter: boolean;
  readonly isListed: boolean;
  private readonly onDamaged: OwnArticlesOptions['onDamaged'];
  private readonly files: OwnFiles;
  private readonly records: OwnRecords;
  private readonly bin: Bin;
  private adding: Promise<unknown> = Promise.resolve();
  private quarantined = 0;
  private isOpen = false;
  private isClosed = false;

  constructor({ dataFolder, fs, now, isWriter, onDamaged }: OwnArticlesOptions) {
    const paths = ownPaths(dataFolder);
    this.isWriter = isWriter;
    this.onDamaged = onDamaged;
    this.files = createOwnFiles(fs, paths, now);
    this.records = new OwnRecords(openCatalogue(fs, paths, { isWriter }));
    this.bin = createBin(fs, paths, now);
    if (isWriter) this.files.clearNext();
    this.isListed = this.reconcile();
    this.isOpen = true;
  }

  list(): readonly ArticleSummary[] {
    return this.records.list();
  }

  summary(id: ArticleId): ArticleSummary | undefined {
    return this.records.find(id);
  }

  read(id: ArticleId): Result<Article, NotShown> {
    const loaded = this.readLoaded(id);
    return loaded.ok ? succeed(loaded.value.article) : loaded;
  }

  findByOriginal(sha256: string): ArticleSummary | undefined {
    return this.records.findByOriginal(sha256);
  }

  findByContent(contentHash: string): ArticleSummary | undefined {
    return this.records.findByContent(contentHash);
  }

  add(article: Article): Promise<Result<null, NotSaved>> {
    // Additions run one after the other, because the same file may be added twice at once.
    const added = this.adding.then(() => this.addWhole(article));
    this.adding = added;
    return added;
  }

  expectChanges(ids: readonly ArticleId[]): void {
    this.records.catalogue.touch(ids);
  }

  reread(id: ArticleId, summary?: ArticleSummary): void {
    this.records.forget(id);
    if (!this.files.hasFolder(id)) return;
    if (summary?.id === id) this.records.recordSummary(summary);
    else this.load(id);
  }

  remove(id: ArticleId): Result<null, OwnArticleError> {
    if (!this.records.find(id)) return fail({ code: 'library/not-found' });
    const removed = this.onDisk(() => this.bin.put(id));
    if (removed.ok) this.records.forget(id);
    return removed;
  }

  restore(id: ArticleId): Result<null, OwnArticleError> {
    if (this.records.find(id) || !this.bin.has(id)) return fail({ code: 'library/not-found' });
    const restored = this.onDisk(() => this.bin.takeBack(id));
    if (!restored.ok) return restored;
    const loaded = this.load(id);
    return loaded.ok ? succeed(null) : loaded;
  }

  damages(): readonly Damage[] {
    return [...this.records.damaged.values()];
  }

  findDamage(sha256: string): Damage | undefined {
    return this.damages().find((damage) => isMadeFrom(damage, sha256));
  }

  aside(): number {
    return this.quarantined;
  }

  leaveDamaged(id: ArticleId, reason: string): void {
    this.records.leaveDamaged(id, reason);
  }

  tidy(): void {
    if (this.onDisk(() => this.records.catalogue.merge()).ok)
      void copyDetails(
        this.files,
        [...this.records.catalogue.summaries.values()],
        () => this.isClosed,
      );
  }

  close(): void {
    this.isClosed = true;
    this.records.catalogue.close();
  }

  /**
   * Compares the catalogue with the folders. The folders decide which articles exist; the catalogue only tells what
   * they contain.
   */
  private reconcile(): boolean {
    const ids = this.files.listIds();
    if (ids === null) return false;
    const present = new Set(ids);
    for (const summary of this.records.catalogue.summaries.values())
      if (!present.has(summary.id)) this.recordMissing(summary);
    for (const id of present) if (!this.records.find(id)) this.load(id);
    return true;
  }

  /** A folder that is missing although nobody removed its article counts as damage, too. */
  private recordMissing({ id, own }: ArticleSummary): void {
    const wasRemoved = (this.bin.removedAt(id) ?? 0) >= Date.parse(own?.addedAt ?? '');
    if (wasRemoved || !this.isWriter) this.records.forget(id);
    else this.recordDamage(id);
  }

  private load(id: ArticleId): Result<Loaded, NotShown> {
    const found = this.files.read(id);
    switch (found.kind) {
      case 'article':
        this.records.record(found.article);
        if (this.isWriter && !found.article.trouble)
          this.files.mendDetails(found.article, found.carried);
        return succeed(found);
      case 'refused':
        return fail({ code: 'library/unreadable' });
      case 'unreadable': {
        const details =
          this.files.readDetails(id)?.details ?? this.records.catalogue.summaries.get(id);
        this.records.forget(id);
        this.records.recordTroubled(
          summaryOfTroubled(id, details, { kind: 'newer-unreadable', reason: null }),
        );
        return fail({ code: 'library/newer-version' });
      }
      default:
        // Another process writes in this library and may just have removed the article.
        if (!this.isWriter && !this.files.hasFolder(id)) {
          this.records.forget(id);
          return fail({ code: 'library/not-found' });
        }
        return this.recordDamage(id);
    }
  }

  private recordDamage(id: ArticleId): Result<never, NotShown> {
    const known = this.records.catalogue.summaries.get(id);
    const damage = describeDamage(id, { stored: this.files.readDetails(id), known });
    // A run without permission to write moves nothing, because another process may be writing these bytes.
    const outcome = this.isWriter ? this.quarantine(damage) : 'nothing-there';
    if (outcome === 'moved') this.quarantined += 1;
    this.records.forget(id, 'lose');
    this.records.damaged.set(id, damage);
    const reason = outcome === 'refused' ? 'library/not-put-aside' : null;
    this.records.recordTroubled({
      ...summaryOfTroubled(id, damage.details ?? undefined, { kind: 'damaged', reason }),
      standfirst: known?.standfirst ?? '',
    });
    if (this.isOpen) this.onDamaged?.(id);
    return this.records.damagedError(id);
  }

  /** Stores the details where the next start finds them, then moves the damaged bytes to quarantine. */
  private quarantine({ id, details, isCopied }: Damage): SetAside {
    try {
      if (details && !isCopied) this.files.writeDetails(details);
    } catch {
      // The catalogue had the details, so the article can still be converted again in this run.
    }
    return this.files.setAside(id);
  }

  /** Carries out a change on the disk; when it fails, nothing in memory has changed. */
  private onDisk(act: () => void): Result<null, NotSaved> {
    if (!this.isWriter) return notSaved('read-only');
    try {
      act();
      return succeed(null);
    } catch (error) {
      return notSaved(refusalReason(error));
    }
  }

  private async addWhole(article: Article): Promise<Result<null, NotSaved>> {
    if (!this.isWriter) return notSaved('read-only');
    // An earlier attempt may have failed after the folder got its final name; the article is then complete.
    const existing = this.files.hasFolder(article.id) ? this.load(article.id) : null;
    if (existing?.ok && existing.value.article.contentHash === article.contentHash)
      return succeed(null);
    if (this.records.damaged.has(article.id)) {
      const replaced = this.replace(article);
      return replaced.ok || replaced.error.code !== 'library/not-saved'
        ? succeed(null)
        : fail(replaced.error);
    }
    try {
      await this.files.add(article);
    } catch (error) {
      return notSaved(refusalReason(error));
    }
    this.records.record(article);
    return succeed(null);
  }

  private readLoaded(id: ArticleId): Result<Loaded, NotShown> {
    if (!this.records.find(id)) return fail({ code: 'library/not-found' });
    // When this process is read-only, the writing process may have repaired the article in the meantime.
    if (this.records.damaged.has(id) && this.isWriter) return this.records.damagedError(id);
    const known = this.records.cache.get(id);
    if (known) return succeed(known);
    const loaded = this.load(id);
    if (loaded.ok) this.records.cache.keep(id, loaded.value);
    return loaded;
  }

  replace(article: Article): Result<null, OwnArticleError> {
    const { id } = article;
    const before = this.readLoaded(id);
    const isDamaged = !before.ok && before.error.code === 'library/damaged';
    if (!before.ok && !isDamaged) return before;
    if (before.ok && before.value.article.trouble) return fail({ code: 'library/newer-version' });
    // A damaged file that could not be moved is not overwritten.
    if (isDamaged && this.isWriter && this.files.setAside(id) === 'refused')
      return notSaved('other');
    const carried = before.ok
      ? before.value.carried
      : (this.records.damaged.get(id)?.carried ?? null);
    const written = this.onDisk(() => {
      this.records.catalogue.touch([id]);
      this.files.replace(article, carried);
    });
    if (!written.ok) return written;
    this.records.cache.forget(id);
    this.records.record(article);
    return written;
  }
}
