import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { type FileSystem, discard, temporaryBeside, writeAll } from '../disk/file-system.ts';
import { type Entry, MANIFEST_NAME, MAX_BACKUP_BYTES } from './manifest.ts';
import { sha256, startSha256 } from '../disk/checksum.ts';

/** One entry to be, in pieces; made one after the other, so that little is in memory at a time. */
export interface Source {
  readonly name: string;
  /** True for what is packed already. */
  readonly isPacked: boolean;
  readonly pieces: Iterable<Uint8Array>;
}

/** The archive would be larger than what can be read back. */
export class ArchiveTooLarge extends Error {}

/** The work stops this often to let the app answer, ms. */
const BREATH_MS = 20;

/** What is packed at once, bytes: some milliseconds. */
const PORTION_BYTES = 256_000;

/**
 * Writes a ZIP file beside its place, makes it durable, compares it with what was meant, and gives it its
 * name. Mode 0600. Whatever stood there is replaced only by a complete archive.
 *
 * @param describe  makes the manifest from the entries, with their sizes and hashes
 * @throws the system's error, or `ArchiveTooLarge`
 */
export async function writeArchive(
  fs: FileSystem,
  path: string,
  sources: Iterable<Source>,
  describe: (entries: readonly Entry[]) => unknown,
): Promise<void> {
  const temporary = temporaryBeside(path);
  const file = fs.create(temporary);
  const whole = startSha256();
  let size = 0;
  let isOpen = true;
  try {
    await pack(sources, describe, (bytes) => {
      size += bytes.length;
      if (size > MAX_BACKUP_BYTES) throw new ArchiveTooLarge('the archive is too large');
      writeAll(fs, file, bytes);
      whole.update(bytes);
    });
    fs.sync(file);
    fs.close(file);
    isOpen = false;
    const written = sha256(fs.read(temporary));
    if (written !== whole.digest('hex')) throw new Error('read back other bytes');
    fs.rename(temporary, path);
    fs.syncFolder(dirname(path));
  } catch (error) {
    if (isOpen) fs.close(file);
    discard(fs, temporary);
    throw error;
  }
}

/** The marks of one article may be megabytes, whose packing would hold the app. */
function* inPortions(pieces: Iterable<Uint8Array>): Iterable<Uint8Array> {
  for (const piece of pieces)
    for (let from = 0; from < piece.length; from += PORTION_BYTES)
      yield piece.subarray(from, from + PORTION_BYTES);
}

async function pack(
  sources: Iterable<Source>,
  describe: (entries: readonly Entry[]) => unknown,
  write: (bytes: Uint8Array) => void,
): Promise<void> {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  const entries: Entry[] = [];
  let worked = performance.now();
  for (const { name, isPacked, pieces } of sources) {
    const entry = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    const hash = startSha256();
    let sizeBytes = 0;
    for (const piece of inPortions(pieces)) {
      hash.update(piece);
      sizeBytes += piece.length;
      entry.push(piece);
      if (performance.now() - worked < BREATH_MS) continue;
      await setImmediate();
      worked = performance.now();
    }
    entry.push(new Uint8Array(), true);
    entries.push({ name, sizeBytes, sha256: hash.digest('hex') });
  }
  const manifest = new ZipDeflate(MANIFEST_NAME);
  zip.add(manifest);
  manifest.push(Buffer.from(`${JSON.stringify(describe(entries), null, 2)}\n`, 'utf8'), true);
  zip.end();
}
