import {
  type Article,
  type ArticleId,
  type ArticleSummary,
  summarize,
} from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { refusalReason } from '../disk/file-system.ts';
import { type Bin, createBin } from './bin.ts';
import { openCatalogue } from './catalogue.ts';
import { checkArticles } from './check-articles.ts';
import { copyDetails } from './copy-details.ts';
import { type Damage, describeDamage, isMadeFrom, summaryOfTroubled } from './damage.ts';
import type { OwnArticles, OwnArticlesOptions } from './own-articles-types.ts';
import { type NotSaved, type NotShown, type OwnArticleError, notSaved } from './own-errors.ts';
import type { Carried } from './own-file.ts';
import { createOriginalNames } from './original-names.ts';
import { createOwnFiles } from './own-files.ts';
import { createOwnLookup } from './own-lookup.ts';
import { ownPaths } from './own-paths.ts';
import { createReadCache } from './read-cache.ts';
import type { SetAside } from './set-aside.ts';

export type { OwnArticles } from './own-articles-types.ts';

interface Loaded {
  readonly article: Article;
  readonly carried: Carried | null;
}

/** Opens the reader's own articles. It never throws; unreadable files are moved to quarantine. */
export function openOwnArticles(options: OwnArticlesOptions): OwnArticles {
  const { dataFolder, fs, now, isWriter, onDamaged } = options;
  const paths = ownPaths(dataFolder);
  const files = createOwnFiles(fs, paths, now);
  const names = createOriginalNames(fs, paths);
  const catalogue = openCatalogue(fs, paths, { isWriter });
  const bin: Bin = createBin(fs, paths, now);
  const cache = createReadCache<Loaded>();
  const lookup = createOwnLookup();
  /** Summaries of articles that are damaged or from a newer version, which the catalogue does not contain. */
  const troubled = new Map<ArticleId, ArticleSummary>();
  const damages = new Map<ArticleId, Damage>();
  let adding: Promise<unknown> = Promise.resolve();
  let aside = 0;
  let isOpen = false;
  let isClosed = false;
  if (isWriter) files.clearNext();
  const isListed = reconcile();
  isOpen = true;

  function find(id: ArticleId | undefined): ArticleSummary | undefined {
    return id === undefined ? undefined : (troubled.get(id) ?? catalogue.summaries.get(id));
  }

  /**
   * Compares the catalogue with the folders. The folders decide which articles exist; the catalogue only tells what
   * they contain.
   */
  function reconcile(): boolean {
    for (const summary of catalogue.summaries.values()) lookup.put(summary);
    const ids = files.listIds();
    if (ids === null) return false;
    const present = new Set(ids);
    for (const summary of catalogue.summaries.values())
      if (!present.has(summary.id)) recordMissing(summary);
    for (const id of present) if (!find(id)) load(id);
    return true;
  }

  /** A folder that is missing although nobody removed its article counts as damage, too. */
  function recordMissing({ id, own }: ArticleSummary): void {
    const wasRemoved = (bin.removedAt(id) ?? 0) >= Date.parse(own?.addedAt ?? '');
    if (wasRemoved || !isWriter) forget(id);
    else recordDamage(id);
  }

  function load(id: ArticleId): Result<Loaded, NotShown> {
    const found = files.read(id);
    switch (found.kind) {
      case 'article':
        record(found.article);
        if (isWriter && !found.article.trouble) files.mendDetails(found.article, found.carried);
        return succeed(found);
      case 'refused':
        return fail({ code: 'library/unreadable' });
      case 'unreadable': {
        const details = files.readDetails(id)?.details ?? catalogue.summaries.get(id);
        forget(id);
        recordTroubled(summaryOfTroubled(id, details, { kind: 'newer-unreadable', reason: null }));
        return fail({ code: 'library/newer-version' });
      }
      default:
        // Another process writes in this library and may just have removed the article.
        if (!isWriter && !files.hasFolder(id)) {
          forget(id);
          return fail({ code: 'library/not-found' });
        }
        return recordDamage(id);
    }
  }

  function recordDamage(id: ArticleId): Result<never, NotShown> {
    const known = catalogue.summaries.get(id);
    const damage = describeDamage(id, { stored: files.readDetails(id), known });
    // A run without permission to write moves nothing, because another process may be writing these bytes.
    const outcome = isWriter ? quarantine(damage) : 'nothing-there';
    if (outcome === 'moved') aside += 1;
    forget(id, 'lose');
    damages.set(id, damage);
    const reason = outcome === 'refused' ? 'library/not-put-aside' : null;
    recordTroubled({
      ...summaryOfTroubled(id, damage.details ?? undefined, { kind: 'damaged', reason }),
      standfirst: known?.standfirst ?? '',
    });
    if (isOpen) onDamaged?.(id);
    return damagedError(id);
  }

  /** Stores the details where the next start finds them, then moves the damaged bytes to quarantine. */
  function quarantine({ id, details, isCopied }: Damage): SetAside {
    try {
      if (details && !isCopied) files.writeDetails(details);
    } catch {
      // The catalogue had the details, so the article can still be converted again in this run.
    }
    return files.setAside(id);
  }

  function damagedError(id: ArticleId): Result<never, NotShown> {
    const reason = troubled.get(id)?.trouble?.reason ?? '';
    return fail({ code: 'library/damaged', params: { reason } });
  }

  function record(article: Article): void {
    recordSummary(summarize(article));
  }

  function recordSummary(summary: ArticleSummary): void {
    const { id } = summary;
    damages.delete(id);
    if (summary.trouble) {
      forget(id);
      recordTroubled(summary);
      lookup.put(summary);
      return;
    }
    lookup.drop(troubled.get(id));
    troubled.delete(id);
    const known = catalogue.summaries.get(id);
    if (known !== undefined && JSON.stringify(known) === JSON.stringify(summary)) return;
    lookup.drop(known);
    catalogue.put(summary);
    lookup.put(summary);
  }

  function recordTroubled(summary: ArticleSummary): void {
    troubled.set(summary.id, summary);
  }

  function forget(id: ArticleId, how: 'drop' | 'lose' = 'drop'): void {
    lookup.drop(find(id));
    catalogue[how](id);
    troubled.delete(id);
    damages.delete(id);
    cache.forget(id);
  }

  /** Carries out a change on the disk; when it fails, nothing in memory has changed. */
  function onDisk(act: () => void): Result<null, NotSaved> {
    if (!isWriter) return notSaved('read-only');
    try {
      act();
      return succeed(null);
    } catch (error) {
      return notSaved(refusalReason(error));
    }
  }

  async function addWhole(article: Article): Promise<Result<null, NotSaved>> {
    if (!isWriter) return notSaved('read-only');
    // An earlier attempt may have failed after the folder got its final name; the article is then complete.
    const existing = files.hasFolder(article.id) ? load(article.id) : null;
    if (existing?.ok && existing.value.article.contentHash === article.contentHash)
      return succeed(null);
    if (damages.has(article.id)) {
      const replaced = replace(article);
      return replaced.ok || replaced.error.code !== 'library/not-saved'
        ? succeed(null)
        : fail(replaced.error);
    }
    try {
      await files.add(article);
    } catch (error) {
      return notSaved(refusalReason(error));
    }
    record(article);
    return succeed(null);
  }

  function readLoaded(id: ArticleId): Result<Loaded, NotShown> {
    if (!find(id)) return fail({ code: 'library/not-found' });
    // When this process is read-only, the writing process may have repaired the article in the meantime.
    if (damages.has(id) && isWriter) return damagedError(id);
    const known = cache.get(id);
    if (known) return succeed(known);
    const loaded = load(id);
    if (loaded.ok) cache.keep(id, loaded.value);
    return loaded;
  }

  function replace(article: Article): Result<null, OwnArticleError> {
    const { id } = article;
    const before = readLoaded(id);
    const isDamaged = !before.ok && before.error.code === 'library/damaged';
    if (!before.ok && !isDamaged) return before;
    if (before.ok && before.value.article.trouble) return fail({ code: 'library/newer-version' });
    // A damaged file that could not be moved is not overwritten.
    if (isDamaged && isWriter && files.setAside(id) === 'refused') return notSaved('other');
    const carried = before.ok ? before.value.carried : (damages.get(id)?.carried ?? null);
    const written = onDisk(() => {
      catalogue.touch([id]);
      files.replace(article, carried);
    });
    if (!written.ok) return written;
    cache.forget(id);
    record(article);
    return written;
  }

  async function workWhenIdle(): Promise<void> {
    const isStopped = () => isClosed;
    await copyDetails({ files, names }, [...catalogue.summaries.values()], isStopped);
    // Loading decides whether an article is really damaged, and has it made again.
    await checkArticles([...catalogue.summaries.keys()], { files, isStopped, onDoubt: load });
  }

  return {
    isWriter,
    isListed,
    list: () => [...catalogue.summaries.values(), ...troubled.values()],
    summary: find,
    read(id) {
      const loaded = readLoaded(id);
      return loaded.ok ? succeed(loaded.value.article) : loaded;
    },
    findByOriginal: (sha256) => find(lookup.byOriginal(sha256)),
    findByContent: (contentHash) => find(lookup.byContent(contentHash)),
    add(article) {
      // Additions run one after the other, because the same file may be added twice at once.
      const added = adding.then(() => addWhole(article));
      adding = added;
      return added;
    },
    expectChanges: (ids) => catalogue.touch(ids),
    reread(id, summary) {
      forget(id);
      if (!files.hasFolder(id)) return;
      if (summary?.id === id) recordSummary(summary);
      else load(id);
    },
    replace,
    remove(id) {
      if (!find(id)) return fail({ code: 'library/not-found' });
      const removed = onDisk(() => bin.put(id));
      if (removed.ok) forget(id);
      return removed;
    },
    restore(id) {
      if (find(id) || !bin.has(id)) return fail({ code: 'library/not-found' });
      const restored = onDisk(() => bin.takeBack(id));
      if (!restored.ok) return restored;
      const loaded = load(id);
      return loaded.ok ? succeed(null) : loaded;
    },
    damages: () => [...damages.values()],
    findDamage: (sha256) => [...damages.values()].find((damage) => isMadeFrom(damage, sha256)),
    aside: () => aside,
    leaveDamaged(id, reason) {
      const summary = troubled.get(id);
      if (summary) recordTroubled({ ...summary, trouble: { kind: 'damaged', reason } });
    },
    tidy() {
      if (onDisk(() => catalogue.merge()).ok) void workWhenIdle();
    },
    close() {
      isClosed = true;
      catalogue.close();
    },
  };
}
