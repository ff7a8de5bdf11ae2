import { type ArticleId, type ArticleSummary, splitSummary } from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import type { Bin } from './bin.ts';
import { type Damage, describeDamage, summaryOfTroubled } from './damage.ts';
import type { KnownArticles, Loaded } from './known-articles.ts';
import type { NotShown } from './own-errors.ts';
import type { OwnFiles } from './own-files.ts';
import type { SetAside } from './set-aside.ts';

interface Parts {
  readonly files: OwnFiles;
  readonly known: KnownArticles;
  readonly isWriter: boolean;
  readonly onDamaged: (id: ArticleId) => void;
}

/** Reads articles from their files, and records what each file turns out to be. */
export class ArticleLoader {
  /** How many damaged files were moved to quarantine. */
  aside = 0;
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Returns an article from memory, or else from its file. */
  read(id: ArticleId): Result<Loaded, NotShown> {
    const { known, isWriter } = this.parts;
    if (!known.find(id)) return fail({ code: 'library/not-found' });
    // When this process is read-only, the writing process may have repaired the article in the meantime.
    if (known.damages.has(id) && isWriter) return this.damagedError(id);
    const cached = known.cache.get(id);
    if (cached) return succeed(cached);
    const loaded = this.load(id);
    if (loaded.ok) known.cache.keep(id, loaded.value);
    return loaded;
  }

  /** Reads the file of an article, even when the article is in memory. */
  load(id: ArticleId): Result<Loaded, NotShown> {
    const { files, known, isWriter } = this.parts;
    const found = files.read(id);
    switch (found.kind) {
      case 'article':
        known.record(found.article);
        if (isWriter && !found.article.trouble) files.mendDetails(found.article, found.carried);
        return succeed(found);
      case 'refused':
        return fail({ code: 'library/unreadable' });
      case 'unreadable':
        return this.recordNewer(id);
      default:
        // Another process writes in this library and may just have removed the article.
        if (!isWriter && !files.hasFolder(id)) {
          known.forget(id);
          return fail({ code: 'library/not-found' });
        }
        return this.recordDamage(id);
    }
  }

  private recordNewer(id: ArticleId): Result<never, NotShown> {
    const { files, known } = this.parts;
    const details = files.readDetails(id)?.details ?? known.catalogue.summaries.get(id);
    known.forget(id);
    known.recordTroubled(
      summaryOfTroubled(id, details, { kind: 'newer-unreadable', reason: null }),
    );
    return fail({ code: 'library/newer-version' });
  }

  /** Moves the damaged file to quarantine, and records what is still known of the article. */
  recordDamage(id: ArticleId): Result<never, NotShown> {
    const { files, known, isWriter, onDamaged } = this.parts;
    const summary = known.catalogue.summaries.get(id);
    const damage = describeDamage(id, { stored: files.readDetails(id), known: summary });
    // A run without permission to write moves nothing, because another process may be writing these bytes.
    const outcome = isWriter ? this.quarantine(damage) : 'nothing-there';
    if (outcome === 'moved') this.aside += 1;
    known.forget(id, 'lose');
    known.damages.set(id, damage);
    const reason = outcome === 'refused' ? 'library/not-put-aside' : null;
    known.recordTroubled({
      ...summaryOfTroubled(id, damage.details ?? undefined, { kind: 'damaged', reason }),
      ...(summary && splitSummary(summary).computed),
    });
    onDamaged(id);
    return this.damagedError(id);
  }

  /** Stores the details where the next start finds them, then moves the damaged bytes to quarantine. */
  private quarantine({ id, details, isCopied }: Damage): SetAside {
    const { files } = this.parts;
    try {
      if (details && !isCopied) files.writeDetails(details);
    } catch {
      // The catalogue had the details, so the article can still be converted again in this run.
    }
    return files.setAside(id);
  }

  private damagedError(id: ArticleId): Result<never, NotShown> {
    return fail({ code: 'library/damaged', params: { reason: this.parts.known.reasonOf(id) } });
  }
}

interface Folders {
  readonly files: Pick<OwnFiles, 'listIds'>;
  readonly known: KnownArticles;
  readonly loader: ArticleLoader;
  readonly bin: Pick<Bin, 'removedAt'>;
  readonly isWriter: boolean;
}

/**
 * Compares what is known with the folders. The folders decide which articles exist; the catalogue only tells what they
 * contain. Returns false when the disk cannot list the folders; the catalogue is then used as it is.
 */
export function compareWithFolders(folders: Folders): boolean {
  const { files, known, loader } = folders;
  const ids = files.listIds();
  if (ids === null) return false;
  const present = new Set(ids);
  for (const summary of known.catalogue.summaries.values())
    if (!present.has(summary.id)) recordMissing(summary, folders);
  for (const id of present) if (!known.find(id)) loader.load(id);
  return true;
}

/** A folder that is missing although nobody removed its article counts as damage, too. */
function recordMissing({ id, own }: ArticleSummary, { known, loader, bin, isWriter }: Folders) {
  const wasRemoved = (bin.removedAt(id) ?? 0) >= Date.parse(own?.addedAt ?? '');
  if (wasRemoved || !isWriter) known.forget(id);
  else loader.recordDamage(id);
}
