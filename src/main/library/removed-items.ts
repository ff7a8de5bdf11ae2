import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import type { RemovedItem } from '#shared/domain/removed-item.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { type FileSystem, refusalReason } from '../store/file-system.ts';
import { createPace } from '../turns.ts';
import { type BinEntry, createBin } from './bin.ts';
import { digitsOf } from './damage.ts';
import { type ArticleFolder, findOriginalsInUse } from './originals-in-use.ts';
import type { OwnArticles } from './own-articles-types.ts';
import { type InDoubt, type NotSaved, type NotShown, notSaved } from './own-errors.ts';
import { decodeDetails, decodeOwn } from './own-file.ts';
import { originalsOf } from './own-lookup.ts';
import { articleFolder, ownPaths } from './own-paths.ts';
import type { OwnDetails } from './understand-own.ts';

export type NotErased = NotSaved | InDoubt | Extract<NotShown, { code: 'library/not-found' }>;

/** What the bin holds, and the only way out of it that cannot be taken back. */
export interface RemovedItems {
  /** The last removed one first. @throws the system's error when the disk does not list them */
  list(): Promise<RemovedItem[]>;
  /**
   * Removes articles in the bin for good, with the originals that no other article uses; their marks stay in the store.
   * All of them or, when that is in doubt, none. A disk that fails in the middle leaves the rest in the bin.
   */
  erase(ids: readonly ArticleId[]): Promise<Result<null, NotErased>>;
}

interface Parts {
  readonly own: Pick<OwnArticles, 'isListed' | 'list' | 'summary'>;
  readonly fs: FileSystem;
  readonly dataFolder: string;
  readonly now: () => Date;
  /** Whether the data folder is this process's own, asked from the disk: another one's originals are never removed. */
  readonly isOwner: () => boolean;
}

export function createRemovedItems({ own, fs, dataFolder, now, isOwner }: Parts): RemovedItems {
  const paths = ownPaths(dataFolder);
  const bin = createBin(fs, paths, now);
  const folderOf = ({ name }: BinEntry): string => join(paths.bin, name);

  /** What is known of an entry; `null` when none of its files can be read. */
  function detailsOf(entry: BinEntry): OwnDetails | null {
    const details = readQuietly(join(folderOf(entry), 'details.json'));
    const known = details && decodeDetails(details)?.details;
    if (known) return known;
    const article = readQuietly(join(folderOf(entry), 'article.json'));
    const found = article && decodeOwn(article);
    return found?.kind === 'article' ? found.article : null;
  }

  function readQuietly(path: string): Uint8Array | null {
    try {
      return fs.read(path);
    } catch {
      return null; // Missing, or the disk refuses: the other copy may still tell.
    }
  }

  /** The kept files that these entries were made from. The id of an article begins with digits of its first file. */
  function originalsBehind(entries: readonly BinEntry[]): readonly string[] {
    const named = new Set(
      entries.flatMap((entry) => originalsOf(detailsOf(entry) ?? { own: null })),
    );
    const digits = new Set(entries.map(({ id }) => digitsOf(id)));
    return fs
      .list(paths.originals)
      .filter((name) => named.has(name) || digits.has(name.slice(0, DIGITS)));
  }

  function otherFolders(leaving: readonly BinEntry[]): readonly ArticleFolder[] {
    const names = new Set(leaving.map(({ name }) => name));
    const inLibrary = own.list().map(({ id, title, trouble }) => ({
      path: articleFolder(paths, id),
      title,
      isSound: trouble === undefined,
    }));
    const inBin = bin
      .entries()
      .filter(({ name }) => !names.has(name))
      .map((entry) => ({
        path: folderOf(entry),
        title: detailsOf(entry)?.title ?? entry.id,
        isSound: false,
      }));
    return [...inLibrary, ...inBin];
  }

  function eraseNow(entries: readonly BinEntry[], originals: readonly string[]): void {
    // The originals go first: a crash in between leaves the entries, and with them the way to try again.
    for (const sha256 of originals) {
      if (!isOwner()) throw new NoLongerOwner();
      const path = join(paths.originals, sha256);
      if (fs.exists(path)) fs.remove(path);
    }
    if (originals.length > 0) fs.syncFolder(paths.originals);
    for (const entry of entries) {
      if (!isOwner()) throw new NoLongerOwner();
      bin.erase(entry);
    }
  }

  return {
    async list() {
      const pace = createPace();
      const newest = new Map<ArticleId, RemovedItem>();
      for (const entry of bin.entries().toSorted((a, b) => b.at - a.at)) {
        if (newest.has(entry.id)) continue;
        const details = detailsOf(entry);
        newest.set(entry.id, {
          articleId: entry.id,
          title: details?.title ?? entry.id,
          removedAt: new Date(entry.at).toISOString(),
          sizeBytes: details?.own?.original.sizeBytes ?? null,
          isBack: own.summary(entry.id) !== undefined,
        });
        await pace();
      }
      return [...newest.values()];
    },
    async erase(ids) {
      if (!isOwner()) return notSaved('locked');
      // Articles that the disk did not list may need any original.
      if (!own.isListed) return notSaved('other');
      try {
        const wanted = new Set(ids);
        const leaving = bin.entries().filter(({ id }) => wanted.has(id));
        if (leaving.length === 0) return fail({ code: 'library/not-found' });
        const behind = originalsBehind(leaving);
        const used = await findOriginalsInUse(fs, otherFolders(leaving), behind);
        if (used.kind === 'in-doubt') return inDoubt(used.title);
        // One of them may have come back meanwhile, or an article with the same original may have come.
        const present = new Set(bin.entries().map(({ name }) => name));
        const usedNow = new Set([...used.sha256s, ...own.list().flatMap(originalsOf)]);
        eraseNow(
          leaving.filter(({ name }) => present.has(name)),
          behind.filter((sha256) => !usedNow.has(sha256)),
        );
        return succeed(null);
      } catch (error) {
        return notSaved(error instanceof NoLongerOwner ? 'locked' : refusalReason(error));
      }
    },
  };
}

/** Digits of an original in the id of its article. */
const DIGITS = 20;

/** Another process took the data folder while this one was removing. */
class NoLongerOwner extends Error {}

const inDoubt = (title: string) => fail<InDoubt>({ code: 'library/in-doubt', params: { title } });
