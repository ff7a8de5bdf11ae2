import * as node from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { errorCode } from './file-system.ts';

/** Why a file from outside is not read. */
export type RegularFileFault = 'not-found' | 'not-readable' | 'not-a-file' | 'too-large';

export interface RegularFileError {
  readonly code: RegularFileFault;
}

/**
 * No link is followed (Windows has no such flag: `lstat` refuses them before), and a pipe that took the place of the
 * file is not waited for.
 */
const FLAGS =
  node.constants.O_RDONLY | (node.constants.O_NOFOLLOW ?? 0) | (node.constants.O_NONBLOCK ?? 0);

/**
 * Reads a regular file, whatever has happened to its name since it was met: no link is followed, nothing that
 * never ends is read, and never more than `maxBytes`. Memory is taken for the size that the file has.
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
    return succeed(await readWhole(file, status.size));
  } catch {
    // The disk or the network folder gave up in the middle.
    return fail({ code: 'not-readable' });
  } finally {
    await file.close();
  }
}

/** A regular file that is read here and there, so that little of it is in memory. */
export interface PlacedFile {
  readonly sizeBytes: number;
  /** Fills `bytes` from an offset on; answers how many there were. @throws the system's error */
  readAt(offset: number, bytes: Uint8Array): number;
  close(): void;
}

/** Opens a file by the rule of `readRegularFile`; waits for the disk, so it is for processes that nobody waits for. */
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

function faultOf(error: unknown): RegularFileFault {
  const code = errorCode(error);
  if (code === 'ENOENT') return 'not-found';
  return code === 'ELOOP' ? 'not-a-file' : 'not-readable';
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
