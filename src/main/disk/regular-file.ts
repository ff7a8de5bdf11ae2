import * as node from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { errorCode } from './file-system.ts';

/** Why a file from outside cannot be read. */
export type RegularFileFault =
  | 'not-found'
  /** The reader has no permission. */
  | 'not-readable'
  /** The disk or a network folder failed, or another program holds or changes the file. */
  | 'disk-failed'
  | 'not-a-file'
  | 'too-large';

export interface RegularFileError {
  readonly code: RegularFileFault;
}

/**
 * Flags that refuse to follow a link (Windows has no such flag, so `lstat` refuses links before) and that do not wait for
 * a pipe that has replaced the file.
 */
const FLAGS =
  node.constants.O_RDONLY | (node.constants.O_NOFOLLOW ?? 0) | (node.constants.O_NONBLOCK ?? 0);

/**
 * Reads a regular file safely, even if another file has taken its name since it was found: it follows no link, never
 * waits for a pipe, and never reads more than `maxBytes`. It allocates memory only for the file's actual size.
 */
export async function readRegularFile(
  path: string,
  maxBytes: number,
): Promise<Result<Uint8Array, RegularFileError>> {
  let file: FileHandle;
  try {
    if (!(await node.promises.lstat(path)).isFile()) return fail({ code: 'not-a-file' });
    file = await open(path, FLAGS);
  } catch (error) {
    return fail({ code: faultOf(error) });
  }
  try {
    const status = await file.stat();
    if (!status.isFile()) return fail({ code: 'not-a-file' });
    if (status.size > maxBytes) return fail({ code: 'too-large' });
    const bytes = await readWhole(file, status.size);
    // A file that became shorter meanwhile would be taken for a whole one.
    return bytes.length < status.size ? fail({ code: 'disk-failed' }) : succeed(bytes);
  } catch {
    // The disk or the network folder failed during the read.
    return fail({ code: 'disk-failed' });
  } finally {
    await file.close();
  }
}

/** An open regular file that is read in pieces, so that little of it is in memory. */
export interface PlacedFile {
  readonly sizeBytes: number;
  /** Fills `bytes` from an offset in bytes; returns how many bytes were read. @throws the system's error */
  readAt(offset: number, bytes: Uint8Array): number;
  close(): void;
}

/** Opens a file by the rules of `readRegularFile`. It blocks on the disk, so only worker processes use it. */
export function openRegularFile(path: string): Result<PlacedFile, RegularFileError> {
  let file: number | null = null;
  try {
    if (!node.lstatSync(path).isFile()) return fail({ code: 'not-a-file' });
    file = node.openSync(path, FLAGS);
    const status = node.fstatSync(file);
    const opened = file;
    if (status.isFile()) {
      file = null;
      return succeed({
        sizeBytes: status.size,
        readAt: (offset, bytes) => node.readSync(opened, bytes, 0, bytes.length, offset),
        close: () => node.closeSync(opened),
      });
    }
    return fail({ code: 'not-a-file' });
  } catch (error) {
    return fail({ code: faultOf(error) });
  } finally {
    if (file !== null) node.closeSync(file);
  }
}

/** Returns what the code of a failed call tells about a file or folder from outside. */
export function faultOf(error: unknown): Exclude<RegularFileFault, 'too-large'> {
  const code = errorCode(error);
  // The folder of the file may be gone, too, or a file may have taken its name.
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return 'not-found';
  if (code === 'EACCES' || code === 'EPERM') return 'not-readable';
  return code === 'ELOOP' ? 'not-a-file' : 'disk-failed';
}

async function readWhole(file: FileHandle, sizeBytes: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(sizeBytes);
  let done = 0;
  while (done < sizeBytes) {
    const { bytesRead } = await file.read(bytes, done, sizeBytes - done, done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
