import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';

/** The operating system's number of an open file. A file is written once, from its beginning. */
export type OpenFile = number;

/**
 * What the store needs of the disk, in one interface, so that a test can make every step fail. The calls are synchronous,
 * because a change is acknowledged only after it is on the disk; slow calls that many files need also exist as `…Aside`.
 * A failure throws the system's error with its `code`.
 */
export interface FileSystem {
  /** Creates a new file with mode 0600; throws `EEXIST` when the file exists. */
  create(path: string): OpenFile;
  /** Writes some of the bytes and returns how many. On a nearly full disk that is fewer than given. */
  write(file: OpenFile, bytes: Uint8Array): number;
  sync(file: OpenFile): void;
  truncate(file: OpenFile, sizeBytes: number): void;
  close(file: OpenFile): void;
  read(path: string): Uint8Array;
  /** Returns the first bytes of a file, at most `sizeBytes`. */
  readStart(path: string, sizeBytes: number): Uint8Array;
  /**
   * Reads a file in pieces of `sizeBytes`, the last one shorter, so that a loop over a large file can take turns. A piece
   * may be overwritten by the next one.
   */
  pieces(path: string, sizeBytes: number): Iterable<Uint8Array>;
  exists(path: string): boolean;
  /** Returns the sorted names in a folder, and an empty list when the folder does not exist. */
  list(folder: string): readonly string[];
  /** Creates a folder and its parents with mode 0700. */
  makeFolder(path: string): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  removeFolder(path: string): void;
  /** Makes the bytes of a file that another program wrote durable. */
  syncFile(path: string): void;
  /** Makes the names in a folder durable. */
  syncFolder(path: string): void;
  /** Like `sync`, but the event loop goes on meanwhile, because a slow disk takes a tenth of a second. */
  syncAside(file: OpenFile): Promise<void>;
  /** Like `syncFolder`, but the event loop goes on meanwhile. */
  syncFolderAside(path: string): Promise<void>;
  freeBytes(path: string): number;
}

/** Writes all bytes, even if the disk accepts only a few at a time. */
export function writeAll(fs: FileSystem, file: OpenFile, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    const written = fs.write(file, bytes.subarray(done));
    // Without this check a disk that accepts nothing and reports no error would be asked for ever.
    if (written <= 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' });
    done += written;
  }
}

/** A file to write, with its final path and a temporary path on the same disk until it is complete. */
interface FileToBe {
  readonly path: string;
  readonly temporary: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes a new file under a temporary name, makes it durable, reads it back, and renames it to its path. So an older file
 * at that path is replaced only by complete, verified bytes. The caller syncs the folder of `path`.
 *
 * @param file  its temporary path is in a folder of the app, so whatever an earlier run left there is removed
 */
export function writeSafely(fs: FileSystem, file: FileToBe): void {
  discard(fs, file.temporary);
  writeUnder(fs, file);
}

/** Does what `writeSafely` does in a folder of the reader, where only files of the app may be removed. */
export function writeBeside(fs: FileSystem, path: string, bytes: Uint8Array): void {
  writeUnder(fs, { path, temporary: temporaryBeside(path), bytes });
}

/**
 * Returns a new path in the folder of `path`. The name is random, because a name that can be guessed may belong to a file
 * of the reader, and short, so that it is allowed beside a name of the greatest length.
 */
export const temporaryBeside = (path: string): string =>
  join(dirname(path), `hashiya-${randomUUID()}.part`);

/** Tells whether a file name was made by `temporaryBeside`. */
export const isTemporary = (name: string): boolean => /^hashiya-[0-9a-f-]{36}\.part$/.test(name);

function writeUnder(fs: FileSystem, { path, temporary, bytes }: FileToBe): void {
  // This call is outside the `try`: when it fails, the file at that path is not ours and must not be removed.
  const file = fs.create(temporary);
  try {
    try {
      writeAll(fs, file, bytes);
      fs.sync(file);
    } finally {
      fs.close(file);
    }
    if (!equalBytes(fs.read(temporary), bytes)) throw new Error('read back other bytes');
    fs.rename(temporary, path);
  } catch (error) {
    discard(fs, temporary);
    throw error;
  }
}

/** Removes a file of no value if it exists. If the disk refuses, the next start tries again. */
export function discard(fs: FileSystem, path: string): void {
  try {
    fs.remove(path);
  } catch {
    // The file is missing, or the disk refuses; every start removes left-over files again.
  }
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Returns the system's code of a failure: `ENOSPC`, `EROFS`, … */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}

/** Why a change could not be written, as far as the reader can do something about it. */
export const REFUSAL_REASONS = [
  'disk-full',
  'read-only',
  'newer-version',
  'locked',
  /** Changes that were saved before cannot be read, and new ones must not be mixed with them. */
  'unread-journal',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export function refusalReason(error: unknown): RefusalReason {
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'read-only';
  return 'other';
}
