import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { OWN_ID } from '#shared/domain/limits.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { type OwnPaths, articleFolder } from './own-paths.ts';

/** The name of a folder in the bin: `<id>~<time of removal, ms since 1970>`. */
const NAME = /^(.+)~(\d{1,15})$/;

/** One removal of an article. An article that was restored and removed again has several. */
export interface BinEntry {
  /** The name of its folder in the bin. */
  readonly name: string;
  readonly id: ArticleId;
  /** When it was removed, in ms since 1970. */
  readonly at: number;
}

/**
 * The removed articles. Moving an article in or out is one rename, so that it is always either in the library or in
 * the bin.
 */
export interface Bin {
  put(id: ArticleId): void;
  has(id: ArticleId): boolean;
  /** When the article was last removed, in ms since 1970; `null` when it is not in the bin. */
  removedAt(id: ArticleId): number | null;
  /** Restores the latest removal of the article. */
  takeBack(id: ArticleId): void;
  /** Returns all removals. @throws the system's error when the folder cannot be listed */
  entries(): readonly BinEntry[];
  /** Removes an entry for good, completely or not at all. @throws the system's error */
  erase(entry: BinEntry): void;
}

export function createBin(fs: FileSystem, paths: OwnPaths, now: () => Date): Bin {
  function entries(): BinEntry[] {
    return fs.list(paths.bin).flatMap((name) => {
      const [, id, at] = NAME.exec(name) ?? [];
      // The pattern of own ids is narrower than that of the brand.
      return id && at && OWN_ID.test(id) ? [{ name, id: id as ArticleId, at: Number(at) }] : [];
    });
  }
  const newestOf = (wanted: ArticleId) =>
    entries()
      .filter(({ id }) => id === wanted)
      .toSorted((a, b) => b.at - a.at)[0];

  return {
    put(id) {
      fs.makeFolder(paths.bin);
      fs.rename(articleFolder(paths, id), join(paths.bin, `${id}~${now().getTime()}`));
      fs.syncFolder(paths.bin);
      fs.syncFolder(paths.library);
    },
    has: (id) => newestOf(id) !== undefined,
    removedAt: (id) => newestOf(id)?.at ?? null,
    takeBack(id) {
      const entry = newestOf(id);
      if (!entry) return;
      fs.rename(join(paths.bin, entry.name), articleFolder(paths, id));
      fs.syncFolder(paths.library);
      fs.syncFolder(paths.bin);
    },
    entries,
    erase({ name }) {
      const leaving = join(paths.next, name);
      fs.makeFolder(paths.next);
      fs.removeFolder(leaving);
      // One rename takes the entry out of the bin. If a crash leaves a part of it, the next start removes that.
      fs.rename(join(paths.bin, name), leaving);
      fs.syncFolder(paths.bin);
      fs.removeFolder(leaving);
    },
  };
}
