import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { articleFolder, ownPaths } from '../library/own-paths.ts';
import { type FileSystem, equalBytes } from '../disk/file-system.ts';
import { marksFileName, storePaths } from '../store/paths.ts';
import { type RestoreRecord, restorePaths } from './restore-record.ts';

/** A prepared file or folder and its place in the library. */
interface Move {
  readonly from: string;
  readonly to: string;
  /** Where the present folder is moved to, or `null` when there should be none. */
  readonly former: string | null;
  /** True for a folder. An empty folder counts as missing. */
  readonly isFolder: boolean;
}

/**
 * The moves of a restore, one in each step. A move can be made or undone repeatedly, from every state that a kill or a
 * failing disk can leave. It has been made when its source is no longer among the prepared files.
 */
export interface Moves {
  /** @throws the system's error, from a step */
  make(): Iterable<void>;
  /** @throws the system's error, from a step */
  takeBack(): Iterable<void>;
}

export function createMoves(fs: FileSystem, dataFolder: string, record: RestoreRecord): Moves {
  const moves = listMoves(dataFolder, record);
  const folders = listFolders(dataFolder, record);
  return {
    *make() {
      for (const folder of folders) fs.makeFolder(folder);
      for (const move of moves) yield makeOne(fs, move);
      for (const folder of folders) yield fs.syncFolder(folder);
    },
    *takeBack() {
      for (const folder of folders) fs.makeFolder(folder);
      for (const move of moves.toReversed()) yield takeBackOne(fs, move);
      for (const folder of folders) yield fs.syncFolder(folder);
    },
  };
}

function makeOne(fs: FileSystem, move: Move): void {
  const { from, to, former, isFolder } = move;
  if (!isThere(fs, from, move)) return;
  if (isThere(fs, to, move)) {
    // The same original, or marks of the reader, were added in the meantime and are kept.
    if (!isFolder) return;
    // The power failed after the new name was on the disk and before the old name was removed.
    if (isSameArticle(fs, from, to)) return fs.removeFolder(from);
    if (former === null || isThere(fs, former, move))
      throw Object.assign(new Error('a folder came meanwhile'), { code: 'EEXIST' });
    fs.rename(to, former);
  }
  fs.rename(from, to);
}

function takeBackOne(fs: FileSystem, move: Move): void {
  const { from, to, former, isFolder } = move;
  if (!isThere(fs, from, move) && isThere(fs, to, move)) fs.rename(to, from);
  else if (isFolder && isSameArticle(fs, from, to)) fs.removeFolder(to);
  if (former !== null && isThere(fs, former, move)) fs.rename(former, to);
}

const isThere = (fs: FileSystem, path: string, { isFolder }: Move): boolean =>
  isFolder ? fs.list(path).length > 0 : fs.exists(path);

function isSameArticle(fs: FileSystem, one: string, other: string): boolean {
  const paths = [one, other].map((folder) => join(folder, 'article.json'));
  if (!paths.every((path) => fs.exists(path))) return false;
  const [a, b] = paths.map((path) => fs.read(path));
  return a !== undefined && b !== undefined && equalBytes(a, b);
}

/** Lists the folders in which names change. */
function listFolders(
  dataFolder: string,
  { originals, newerMarks, added, replaced }: RestoreRecord,
): readonly string[] {
  const paths = restorePaths(dataFolder);
  const library = ownPaths(dataFolder);
  const { marks } = storePaths(dataFolder);
  return [
    ...(originals.length > 0 ? [library.originals, paths.originals] : []),
    ...(newerMarks.length > 0 ? [marks, paths.marks] : []),
    ...(replaced.length > 0 ? [paths.former] : []),
    ...(added.length + replaced.length > 0 ? [library.library, paths.articles] : []),
  ];
}

/** Lists originals and marks of newer versions before the articles, so that an article never lacks its original. */
function listMoves(
  dataFolder: string,
  { originals, newerMarks, added, replaced }: RestoreRecord,
): readonly Move[] {
  const paths = restorePaths(dataFolder);
  const library = ownPaths(dataFolder);
  const { marks } = storePaths(dataFolder);
  const article = (id: ArticleId, former: string | null): Move => ({
    from: join(paths.articles, id),
    to: articleFolder(library, id),
    former,
    isFolder: true,
  });
  return [
    ...originals.map((name) => ({
      from: join(paths.originals, name),
      to: join(library.originals, name),
      former: null,
      isFolder: false,
    })),
    ...newerMarks.map((id) => {
      const name = `${marksFileName(id)}.json`;
      const [from, to] = [join(paths.marks, name), join(marks, name)];
      return { from, to, former: null, isFolder: false };
    }),
    ...added.map((id) => article(id, null)),
    ...replaced.map((id) => article(id, join(paths.former, id))),
  ];
}
