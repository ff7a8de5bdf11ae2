import { MAX_ASSET_BYTES } from '#shared/domain/limits.ts';
import type { PictureFault } from '../../picture/read-picture.ts';
import {
  MAX_ENTRIES,
  MAX_ENTRY_BYTES,
  MAX_RATIO,
  MAX_UNPACKED_BYTES,
  MIN_RATIO_BYTES,
} from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { type ZipEntry, dataOf, readDirectory } from './directory.ts';
import { inflateRaw } from './inflate.ts';

/** A zip archive in memory. Nothing is written to the disk, and no entry is opened as an archive. */
export interface Archive {
  has(name: string): boolean;
  /**
   * Unpacks an entry; `null` when no entry has the name.
   *
   * @throws Refusal `import/password`, `import/unpacks-too-large` or `import/damaged`
   */
  read(name: string): Uint8Array | null;
  /** Unpacks a picture, which does not count among the bytes of the text, or says why there is none. */
  readPicture(name: string): Uint8Array | PictureFault;
  /** How many entries were left out because they are links or their names lead out of the archive. */
  readonly leftOut: number;
}

const STORED = 0;
const DEFLATED = 8;

/**
 * Opens an archive by its directory. Of two entries with one name the first counts. Declared sizes are not trusted, so
 * unpacking stops at the limits.
 *
 * @throws Refusal `import/damaged` without a directory, `import/unpacks-too-large` above MAX_ENTRIES
 */
export function openArchive(bytes: Uint8Array): Archive {
  const listed = readDirectory(bytes);
  if (listed === null) throw new Refusal('import/damaged');
  if (listed.length > MAX_ENTRIES) throw new Refusal('import/unpacks-too-large');
  const entries = new Map<string, ZipEntry>();
  let leftOut = 0;
  for (const entry of listed) {
    if (entry.isLink || !isSafeName(entry.name)) leftOut += 1;
    else if (!entries.has(entry.name)) entries.set(entry.name, entry);
  }
  let remaining = MAX_UNPACKED_BYTES;
  return {
    leftOut,
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const unpacked = unpack(bytes, entry, remaining);
      remaining -= unpacked.length;
      return unpacked;
    },
    readPicture(name) {
      const entry = entries.get(name);
      return entry === undefined ? 'not-in-file' : unpackPicture(bytes, entry);
    },
  };
}

function unpackPicture(bytes: Uint8Array, entry: ZipEntry): Uint8Array | PictureFault {
  try {
    return unpack(bytes, entry, MAX_ASSET_BYTES);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.failure.code === 'import/unpacks-too-large' ? 'too-large' : 'not-a-picture';
  }
}

function unpack(bytes: Uint8Array, entry: ZipEntry, remaining: number): Uint8Array {
  if (entry.isEncrypted) throw new Refusal('import/password');
  const packed = dataOf(bytes, entry);
  if (packed === null) throw new Refusal('import/damaged');
  const limit = Math.min(
    MAX_ENTRY_BYTES,
    remaining,
    Math.max(MIN_RATIO_BYTES, packed.length * MAX_RATIO),
  );
  if (entry.method === STORED) {
    if (packed.length > limit) throw new Refusal('import/unpacks-too-large');
    return packed;
  }
  if (entry.method !== DEFLATED || limit <= 0) throw new Refusal('import/damaged');
  return inflateRaw(packed, limit);
}

/** Tells whether a name stays inside the archive on every system: no parent, no root, no drive, no backslash. */
function isSafeName(name: string): boolean {
  return (
    name !== '' &&
    !/[\\\0]/u.test(name) &&
    !/^(?:\/|[A-Za-z]:)/u.test(name) &&
    !name.split('/').includes('..')
  );
}

/** Resolves a reference from one entry to another; `null` when it leads out of the archive. */
export function resolveName(from: string, reference: string): string | null {
  const path = decoded(reference.replace(/[?#].*$/su, ''));
  if (/^[A-Za-z][A-Za-z0-9+.-]*:|^\/\/|\\/u.test(path)) return null;
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference; // The reference is not validly encoded, so it stays unchanged.
  }
}
