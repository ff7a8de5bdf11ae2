import { join } from 'node:path';
import type { FileSystem } from '../disk/file-system.ts';

/** What happened to a file that should be quarantined; a refused one stays where it is. */
export type SetAside = 'moved' | 'nothing-there' | 'refused';

/** Moves an unreadable file to quarantine. */
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
    // Nothing overwrites the file, and the next start tries again.
    return 'refused';
  }
}

/**
 * Moves a record to quarantine that this version cannot read, because it is damaged or a newer version wrote it, before
 * another record takes its name. @param into the folder of the quarantine @throws the system's error
 */
export function keepUnread(fs: FileSystem, file: Parameters<typeof setAside>[1]): void {
  const { name } = file;
  if (setAside(fs, file) === 'refused')
    throw Object.assign(new Error(`not put aside: ${name}`), { code: 'EIO' });
}

/** Returns the path itself, or the first numbered variant that does not exist. */
function freeName(fs: FileSystem, path: string): string {
  for (let count = 0; ; count++) {
    const name = count === 0 ? path : `${path}.${count}`;
    if (!fs.exists(name)) return name;
  }
}
