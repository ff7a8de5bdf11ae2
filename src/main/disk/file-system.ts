import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';

/** The system's number of an open file, which is written once, from its beginning. */
export type OpenFile = number;

/**
 * What the store asks of the disk: one port, so that every step can be made to fail in a test.
 * Synchronous, because a change is acknowledged only after it is on the disk; what many files need is there
 * `Aside`, too. Failures throw the system's error with its `code`.
 */
export interface FileSystem {
  /** Creates a file of its own, mode 0600; throws `EEXIST` when there is one. */
  create(path: string): OpenFile;
  /** Writes some of the bytes and answers how many: on a nearly full disk fewer than given. */
  write(file: OpenFile, bytes: Uint8Array): number;
  sync(file: OpenFile): void;
  truncate(file: OpenFile, sizeBytes: number): void;
  close(file: OpenFile): void;
  read(path: string): Uint8Array;
  /** The first bytes of a file, at most as many as asked for. */
  readStart(path: string, sizeBytes: number): Uint8Array;
  exists(path: string): boolean;
  /** Names in a folder, sorted; none when there is no such folder. */
  list(folder: string): readonly string[];
  /** Makes a folder and those above it, mode 0700. */
  makeFolder(path: string): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Removes a folder with everything in it. */
  removeFolder(path: string): void;
  /** Makes the bytes of a file that someone else wrote durable. */
  syncFile(path: string): void;
  /** Makes the names in a folder durable. */
  syncFolder(path: string): void;
  /** `sync`, while the event loop goes on: a slow disk takes a tenth of a second for it. */
  syncAside(file: OpenFile): Promise<void>;
  /** `syncFolder`, while the event loop goes on. */
  syncFolderAside(path: string): Promise<void>;
  freeBytes(path: string): number;
}

/** Writes every byte, however few the disk takes at a time. */
export function writeAll(fs: FileSystem, file: OpenFile, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    const written = fs.write(file, bytes.subarray(done));
    // A disk that takes nothing and reports nothing would otherwise be asked for ever.
    if (written <= 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' });
    done += written;
  }
}

/** A file to be: its bytes, its path, and a path on the same disk that it has until it is whole. */
interface FileToBe {
  readonly path: string;
  readonly temporary: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes a new file under a temporary name, makes it durable, reads it back, and gives it its name.
 * Whatever stood under that name is replaced only by complete, verified bytes. The caller syncs the
 * folder of `path`.
 *
 * @param file  its temporary path is in a folder of ours: what lies there is a left-over, and is removed
 */
export function writeSafely(fs: FileSystem, file: FileToBe): void {
  discard(fs, file.temporary);
  writeUnder(fs, file);
}

/** `writeSafely` in a folder of the reader, where nothing may be removed that the app has not made. */
export function writeBeside(fs: FileSystem, path: string, bytes: Uint8Array): void {
  writeUnder(fs, { path, temporary: temporaryBeside(path), bytes });
}

/**
 * A path in the folder of `path` that nobody has: a name that could be guessed may be the reader's own file. It is short,
 * so that a name of the longest length can be written too.
 */
export const temporaryBeside = (path: string): string =>
  join(dirname(path), `hashiya-${randomUUID()}.part`);

/** Whether a file has a name of `temporaryBeside`. */
export const isTemporary = (name: string): boolean => /^hashiya-[0-9a-f-]{36}\.part$/.test(name);

function writeUnder(fs: FileSystem, { path, temporary, bytes }: FileToBe): void {
  // Outside the `try`: where this fails, nothing of ours is there to be removed.
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

/** Removes a file of no value if it is there; a refusal leaves it to the next start. */
export function discard(fs: FileSystem, path: string): void {
  try {
    fs.remove(path);
  } catch {
    // Missing, or the disk refuses: every start removes left-over files again.
  }
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** The system's code of a failure: `ENOSPC`, `EROFS`, … */
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
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export function refusalReason(error: unknown): RefusalReason {
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'read-only';
  return 'other';
}
