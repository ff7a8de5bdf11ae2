import { lstatSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';

/** What the reader is asked before dropped files are read. */
export interface DropQuestion {
  readonly count: number;
  /** The first folders of the files. */
  readonly folders: readonly string[];
  /** The first names of the files. */
  readonly names: readonly string[];
}

export interface DropOptions {
  /** Returns the folders from which the reader has imported before. */
  readonly knownFolders: () => Iterable<string>;
  readonly ask: (question: DropQuestion) => Promise<boolean>;
  /** True when a path is a folder; a link is not. */
  readonly isFolder?: (path: string) => boolean;
}

/** More files than this always need a confirmation, wherever they are. */
const MANY = 100;

const MAX_SHOWN_FOLDERS = 5;
const MAX_SHOWN_NAMES = 10;

/**
 * Judges paths that the window reports as dropped. The main process cannot know whether the reader really dropped
 * them. It therefore accepts files from folders from which the reader has imported before, and asks the reader once
 * for any other folder.
 *
 * @returns a function that tells whether the paths may be read
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

/** True for a file or folder that systems hide, and for everything inside one. */
const isHidden = (path: string): boolean =>
  path.split(sep).some((part) => part.startsWith('.') && part !== '.' && part !== '..');

function isPlainFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    // The path does not exist; the import reports that.
    return false;
  }
}
