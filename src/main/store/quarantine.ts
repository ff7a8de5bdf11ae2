import { basename, join } from 'node:path';
import { type FileSystem, writeSafely } from '../disk/file-system.ts';
import type { StorePaths } from './paths.ts';
import { shortSha256 } from '../disk/checksum.ts';

/** The folder for unreadable bytes. The app never changes or deletes anything in it. */
export interface Quarantine {
  /** Moves a file into the folder; throws when the disk refuses. */
  move(path: string): void;
  /** Copies a part of a file into the folder, only once however often it is found. Returns true when it is new. */
  keep(name: string, bytes: Uint8Array): boolean;
}

export function createQuarantine(fs: FileSystem, paths: StorePaths, now: () => Date): Quarantine {
  return {
    move(path) {
      fs.makeFolder(paths.quarantine);
      const target = freeName(fs, join(paths.quarantine, `${now().getTime()}-${basename(path)}`));
      fs.rename(path, target);
      fs.syncFolder(paths.quarantine);
    },
    keep(name, bytes) {
      const digest = shortSha256(bytes);
      const path = join(paths.quarantine, `${name}.${digest}`);
      if (fs.exists(path)) return false;
      fs.makeFolder(paths.quarantine);
      fs.makeFolder(paths.next);
      writeSafely(fs, { path, temporary: join(paths.next, `${name}.${digest}`), bytes });
      fs.syncFolder(paths.quarantine);
      return true;
    },
  };
}

function freeName(fs: FileSystem, path: string): string {
  for (let count = 0; ; count++) {
    const name = count === 0 ? path : `${path}.${count}`;
    if (!fs.exists(name)) return name;
  }
}
