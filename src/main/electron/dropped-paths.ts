import { lstatSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';

/** What the reader is asked before dropped files are read. */
export interface DropQuestion {
  readonly count: number;
  /** Some of the folders that they lie in. */
  readonly folders: readonly string[];
  /** Some of their names. */
  readonly names: readonly string[];
}

export interface DropOptions {
  /** Folders that the reader has imported from before. */
  readonly knownFolders: () => Iterable<string>;
  readonly ask: (question: DropQuestion) => Promise<boolean>;
  /** Whether a path is a folder; a link is none. */
  readonly isFolder?: (path: string) => boolean;
}

/** More files at once are asked for, wherever they lie. */
const MANY = 100;

const MAX_SHOWN_FOLDERS = 5;
const MAX_SHOWN_NAMES = 10;

/**
 * Judges paths that the window says were dropped. It cannot be known here whether a hand dropped them: what lies where
 * the reader has imported from before is read, and for anything else the main process itself asks once a folder.
 *
 * @returns  a function that answers whether the paths may be read
 */
export function createDropJudge({
  knownFolders,
  ask,
  isFolder = isPlainFolder,
}: DropOptions): (paths: readonly string[]) => Promise<boolean> {
  const confirmed = new Set<string>();

  return async (paths) => {
    const known = new Set([...knownFolders(), ...confirmed]);
    const isUsual = (path: string): boolean =>
      !isHidden(path) && (known.has(path) || (known.has(dirname(path)) && !isFolder(path)));
    if (paths.length <= MANY && paths.every(isUsual)) return true;
    const isWanted = await ask({
      count: paths.length,
      folders: [...new Set(paths.map((path) => dirname(path)))].slice(0, MAX_SHOWN_FOLDERS),
      names: paths.slice(0, MAX_SHOWN_NAMES).map((path) => basename(path)),
    });
    if (isWanted)
      for (const path of paths)
        if (!isHidden(path)) confirmed.add(isFolder(path) ? path : dirname(path));
    return isWanted;
  };
}

/** A file or folder that systems do not show, or that lies in one. */
const isHidden = (path: string): boolean =>
  path.split(sep).some((part) => part.startsWith('.') && part !== '.' && part !== '..');

function isPlainFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    // Not there: the import says so.
    return false;
  }
}
