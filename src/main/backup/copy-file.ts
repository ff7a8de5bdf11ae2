import type { Result } from '#shared/domain/result.ts';
import type { PlacedFile, RegularFileError } from '../disk/regular-file.ts';
import { CopyRefusal } from './copy-refusal.ts';

/** Number of bytes that are read at once. Entries are adjacent, and most of them are small. */
const WINDOW_BYTES = 1_000_000;

/** The bytes of a copy. */
export interface CopyFile {
  readonly sizeBytes: number;
  /**
   * Reads exactly so many bytes from an offset. They are valid until the next call.
   *
   * @param lengthBytes  at most a portion, see `portions`
   * @throws CopyRefusal  when the file ends before, or the disk refuses
   */
  read(offset: number, lengthBytes: number): Uint8Array;
}

/** Reads a file through a window of a megabyte, however large it is. */
export function throughWindow(file: PlacedFile): CopyFile {
  const window = new Uint8Array(WINDOW_BYTES);
  let [start, filled] = [0, 0];

  return {
    sizeBytes: file.sizeBytes,
    read(offset, lengthBytes) {
      if (lengthBytes > WINDOW_BYTES) return whole(file, offset, lengthBytes);
      const isInside = offset >= start && offset + lengthBytes <= start + filled;
      if (!isInside) [start, filled] = [offset, fill(file, offset, window)];
      if (lengthBytes > filled - (offset - start)) throw new CopyRefusal('backup/damaged');
      return window.subarray(offset - start, offset - start + lengthBytes);
    },
  };
}

/** Reads until the array is full or the file ends. Returns the number of bytes read. */
function fill(file: PlacedFile, offset: number, bytes: Uint8Array): number {
  let done = 0;
  try {
    while (done < bytes.length) {
      const count = file.readAt(offset + done, bytes.subarray(done));
      if (count === 0) break;
      done += count;
    }
  } catch {
    throw new CopyRefusal('backup/not-read');
  }
  return done;
}

/** Reads more than the window holds, which only the directory of an archive needs. Its caller has limited the length. */
function whole(file: PlacedFile, offset: number, lengthBytes: number): Uint8Array {
  const bytes = new Uint8Array(lengthBytes);
  if (fill(file, offset, bytes) < lengthBytes) throw new CopyRefusal('backup/damaged');
  return bytes;
}

/** Reads a range of the file in pieces that fit into the window. */
export function* portions(
  file: CopyFile,
  { start, lengthBytes }: { readonly start: number; readonly lengthBytes: number },
): Generator<Uint8Array> {
  for (let done = 0; done < lengthBytes; done += WINDOW_BYTES)
    yield file.read(start + done, Math.min(WINDOW_BYTES, lengthBytes - done));
}

/** Opens a regular file for reading at any offset. */
export type OpenCopy = (path: string) => Result<PlacedFile, RegularFileError>;

/**
 * Reads a whole file and keeps only a portion of it in memory.
 *
 * @throws an error with the code `ENOENT` or `EIO`, or a CopyRefusal when the disk refuses in the middle
 */
export function* readInPortions(open: OpenCopy, path: string): Generator<Uint8Array> {
  const opened = open(path);
  if (!opened.ok) {
    const code = opened.error.code === 'not-found' ? 'ENOENT' : 'EIO';
    throw Object.assign(new Error('the file could not be opened'), { code });
  }
  const file = opened.value;
  try {
    yield* portions(throughWindow(file), { start: 0, lengthBytes: file.sizeBytes });
  } finally {
    file.close();
  }
}
