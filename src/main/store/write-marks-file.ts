import { join } from 'node:path';
import { encodeFramed } from '../disk/framed-json.ts';
import { type FileSystem, discard, equalBytes, writeSafely } from '../disk/file-system.ts';
import type { Body } from './migrate-v1.ts';
import type { StorePaths } from './paths.ts';

/**
 * Writes a body as the electron-store file `<name>.json` in a folder. It may fail silently: on a nearly
 * full disk electron-store cuts the file and returns (it ignores a short write), so the file is written
 * beside the good one, read back, and only then given its name.
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
  // electron-store reads a file that is there before it writes; a left-over one may be damaged.
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

/** Replaces the second copy, with our own writer. The caller syncs the folder. */
export function writeBackupCopy(fs: FileSystem, paths: StorePaths, name: string, body: Body): void {
  writeSafely(fs, {
    path: join(paths.marks, `${name}.json.bak`),
    temporary: join(paths.next, `${name}.json.bak`),
    bytes: Buffer.from(encodeFramed(body), 'utf8'),
  });
}
