import { join } from 'node:path';
import type { FileSystem } from '../store/file-system.ts';

/** What became of a file that is to be put aside; a refused one stays where it is. */
export type SetAside = 'moved' | 'nothing-there' | 'refused';

/** Moves a file that cannot be read to the quarantine. */
export function setAside(
  fs: FileSystem,
  { path, into, name }: { path: string; into: string; name: string },
): SetAside {
  try {
    if (!fs.exists(path)) return 'nothing-there';
    fs.makeFolder(into);
    fs.rename(path, freeName(fs, join(into, name)));
    fs.syncFolder(into);
    return 'moved';
  } catch {
    // Nothing is written over it; the next start meets it again.
    return 'refused';
  }
}

/** The path itself, or the first one with a number that is not taken. */
function freeName(fs: FileSystem, path: string): string {
  for (let count = 0; ; count++) {
    const name = count === 0 ? path : `${path}.${count}`;
    if (!fs.exists(name)) return name;
  }
}
