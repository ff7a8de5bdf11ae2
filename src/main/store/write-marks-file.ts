import { join } from 'node:path';
import { encodeFramed } from '../disk/framed-json.ts';
import { type FileSystem, discard, equalBytes, writeSafely } from '../disk/file-system.ts';
import type { Body } from './migrate-v1.ts';
import type { StorePaths } from './paths.ts';

/**
 * Writes a body as the electron-store file `<name>.json` in a folder. On a nearly full disk electron-store ignores a
 * short write and returns, so it may fail silently. The caller therefore writes a new file beside the good one, reads it
 * back, and then renames it.
 */
export type WriteStoreFile = (folder: string, name: string, body: Body) => void;

/** Replaces the main copy of an article. The caller syncs the folder. */
export function writeMainCopy(
  {
    fs,
    paths,
    writeStoreFile,
  }: { fs: FileSystem; paths: StorePaths; writeStoreFile: WriteStoreFile },
  name: string,
  body: Body,
): void {
  const written = join(paths.next, `${name}.json`);
  // electron-store reads an existing file before it writes, and a left-over one may be damaged.
  discard(fs, written);
  try {
    writeStoreFile(paths.next, name, body);
    if (!equalBytes(fs.read(written), Buffer.from(encodeFramed(body), 'utf8')))
      throw Object.assign(new Error('electron-store wrote other bytes'), { code: 'ENOSPC' });
    fs.syncFile(written);
    fs.rename(written, join(paths.marks, `${name}.json`));
  } catch (error) {
    discard(fs, written);
    throw error;
  }
}

/** Replaces the second copy with our own writer. The caller syncs the folder. */
export function writeBackupCopy(fs: FileSystem, paths: StorePaths, name: string, body: Body): void {
  writeSafely(fs, {
    path: join(paths.marks, `${name}.json.bak`),
    temporary: join(paths.next, `${name}.json.bak`),
    bytes: Buffer.from(encodeFramed(body), 'utf8'),
  });
}
