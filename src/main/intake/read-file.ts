import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { errorCode } from '../store/file-system.ts';

export interface ReadError {
  readonly code:
    'import/not-found' | 'import/not-readable' | 'import/not-a-file' | 'import/too-large';
}

/** Does not exist on Windows, where links need no such guard: they are refused before. */
const NO_LINKS = constants.O_NOFOLLOW ?? 0;
/** A pipe that took the place of the file must not be waited for. */
const NO_WAIT = constants.O_NONBLOCK ?? 0;

/**
 * Reads a regular file, whatever has happened to its name since it was met: no link is followed, nothing that
 * never ends is read, and never more than `maxBytes`.
 */
export async function readRegularFile(
  path: string,
  maxBytes: number,
): Promise<Result<Uint8Array, ReadError>> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | NO_LINKS | NO_WAIT);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return fail({ code: 'import/not-found' });
    return fail({ code: code === 'ELOOP' ? 'import/not-a-file' : 'import/not-readable' });
  }
  try {
    const status = await file.stat();
    if (!status.isFile()) return fail({ code: 'import/not-a-file' });
    if (status.size > maxBytes) return fail({ code: 'import/too-large' });
    return await readWhole(file, status.size);
  } catch {
    // The disk or the network folder gave up in the middle.
    return fail({ code: 'import/not-readable' });
  } finally {
    await file.close();
  }
}

async function readWhole(
  file: FileHandle,
  sizeBytes: number,
): Promise<Result<Uint8Array, ReadError>> {
  const bytes = new Uint8Array(sizeBytes);
  let done = 0;
  while (done < sizeBytes) {
    const { bytesRead } = await file.read(bytes, done, sizeBytes - done, done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return succeed(bytes.subarray(0, done));
}
