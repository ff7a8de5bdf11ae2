import { dirname } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { type FileSystem, discard, writeAll } from '../disk/file-system.ts';
import { type OpenCopy, readInPortions } from './copy-file.ts';
import { type Entry, MANIFEST_NAME, MAX_BACKUP_BYTES } from './manifest.ts';
import { startSha256 } from '../disk/checksum.ts';

/** One entry of an archive that is being written. */
export interface Source {
  readonly name: string;
  /** True for content that is already packed. */
  readonly isPacked: boolean;
  /** The content. Each piece is valid until the next one is requested, so that little is in memory at a time. */
  readonly pieces: Iterable<Uint8Array>;
}

/** The archive would be too large to be read again. */
export class ArchiveTooLarge extends Error {}

interface Tools {
  readonly fs: FileSystem;
  readonly open: OpenCopy;
}

/** How many bytes are packed at once. fflate needs several times as much memory. */
const PORTION_BYTES = 256_000;

/**
 * Writes a ZIP file, mode 0600, under a temporary name, makes it durable, reads it back, and renames it to `path`. So an
 * existing file is replaced only by a complete archive. It blocks on the disk, so only worker processes call it.
 *
 * @param temporary  a new path in the folder of `path`
 * @param describe   makes the manifest from the entries, with their sizes and hashes
 * @throws the system's error, or `ArchiveTooLarge`; the temporary file is removed then
 */
export function writeArchive(
  { fs, open }: Tools,
  { path, temporary }: { readonly path: string; readonly temporary: string },
  sources: Iterable<Source>,
  describe: (entries: readonly Entry[]) => unknown,
): void {
  const file = fs.create(temporary);
  const whole = startSha256();
  let size = 0;
  let isOpen = true;
  try {
    pack(sources, describe, (bytes) => {
      size += bytes.length;
      if (size > MAX_BACKUP_BYTES) throw new ArchiveTooLarge('the archive is too large');
      writeAll(fs, file, bytes);
      whole.update(bytes);
    });
    fs.sync(file);
    fs.close(file);
    isOpen = false;
    const written = startSha256();
    for (const piece of readInPortions(open, temporary)) written.update(piece);
    if (written.digest('hex') !== whole.digest('hex')) throw new Error('read back other bytes');
    fs.rename(temporary, path);
    fs.syncFolder(dirname(path));
  } catch (error) {
    if (isOpen) fs.close(file);
    discard(fs, temporary);
    throw error;
  }
}

function* inPortions(pieces: Iterable<Uint8Array>): Iterable<Uint8Array> {
  for (const piece of pieces)
    for (let from = 0; from < piece.length; from += PORTION_BYTES)
      yield piece.subarray(from, from + PORTION_BYTES);
}

function pack(
  sources: Iterable<Source>,
  describe: (entries: readonly Entry[]) => unknown,
  write: (bytes: Uint8Array) => void,
): void {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  const entries: Entry[] = [];
  for (const { name, isPacked, pieces } of sources) {
    const entry = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    const hash = startSha256();
    let sizeBytes = 0;
    for (const piece of inPortions(pieces)) {
      hash.update(piece);
      sizeBytes += piece.length;
      entry.push(piece);
    }
    entry.push(new Uint8Array(), true);
    entries.push({ name, sizeBytes, sha256: hash.digest('hex') });
  }
  const manifest = new ZipDeflate(MANIFEST_NAME);
  zip.add(manifest);
  manifest.push(Buffer.from(`${JSON.stringify(describe(entries), null, 2)}\n`, 'utf8'), true);
  zip.end();
}
