import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { OWN_ID } from '#shared/domain/limits.ts';
import type { FileSystem } from '../store/file-system.ts';
import { type OwnPaths, articleFolder } from './own-paths.ts';

/** `<id>~<when, ms since 1970>` */
const NAME = /^(.+)~(\d{1,15})$/;

/** One removal: an article that was removed again after it had come back has several. */
export interface BinEntry {
  /** Of its folder in the bin. */
  readonly name: string;
  readonly id: ArticleId;
  /** When it was removed, ms since 1970. */
  readonly at: number;
}

/** Removed articles. Each step is one rename: an article is in the library or in the bin. */
export interface Bin {
  put(id: ArticleId): void;
  has(id: ArticleId): boolean;
  /** When that article was last removed, ms since 1970; `null` when it is not here. */
  removedAt(id: ArticleId): number | null;
  /** Brings the last removed one of that id back. */
  takeBack(id: ArticleId): void;
  /** Every removal. @throws the system's error when the disk does not list them */
  entries(): readonly BinEntry[];
  /** Removes an entry for good: whole, or not at all. @throws the system's error */
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
      // It leaves the bin in one step. What is left of it after a crash is removed by the next start.
      fs.rename(join(paths.bin, name), leaving);
      fs.syncFolder(paths.bin);
      fs.removeFolder(leaving);
    },
  };
}
