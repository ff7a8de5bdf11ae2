import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { MANIFEST_NAME } from '../manifest.ts';

/** An entry of an archive as it is written, whether its statements are true or not. */
export interface RawEntry {
  readonly name: string;
  /** The bytes in the archive. */
  readonly packed: Uint8Array;
  readonly isDeflated: boolean;
  /** The size that headers and manifest state. */
  readonly sizeBytes: number;
  /** The hash that the manifest states. */
  readonly sha256: string;
  /** True when the entry shares the local record of the entry before it. */
  readonly isShared?: boolean;
  /** The offset of its local record inside the content of another entry. */
  readonly insideAt?: number;
  /** The name in the local record, if it differs. */
  readonly localName?: string;
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Creates an entry with true statements. */
export function entryOf(name: string, content: Uint8Array | string, isDeflated = true): RawEntry {
  const bytes = Buffer.from(content);
  const packed = isDeflated ? deflateRawSync(bytes) : bytes;
  return { name, packed, isDeflated, sizeBytes: bytes.length, sha256: sha256(bytes) };
}

/** Creates an original with true statements, named by its hash. */
export const originalOf = (content: Uint8Array | string): RawEntry =>
  entryOf(`originals/${sha256(Buffer.from(content))}`, content, false);

/** Creates the manifest of these entries. */
export function manifestOf(entries: readonly RawEntry[]): RawEntry {
  const listed = entries.map(({ name, sizeBytes, sha256: hash }) => ({
    name,
    sizeBytes,
    sha256: hash,
  }));
  const manifest = {
    format: 'hashiya-backup',
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    app: '1',
    entries: listed,
  };
  return entryOf(MANIFEST_NAME, JSON.stringify(manifest));
}

/** Creates a copy of a library with its manifest. */
export const copyOf = (entries: readonly RawEntry[]): Uint8Array =>
  buildZip([...entries, manifestOf(entries)]);

/** Writes the entries exactly as given, whether their statements are true or not. */
export function buildZip(entries: readonly RawEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let [at, local] = [0, 0];
  for (const entry of entries) {
    if (entry.insideAt !== undefined) local = entry.insideAt;
    else if (!entry.isShared) {
      local = at;
      const head = headOf(entry, Buffer.from(entry.localName ?? entry.name, 'utf8'));
      parts.push(head, entry.packed);
      at += head.length + entry.packed.length;
    }
    directory.push(directoryRecord(entry, local));
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}

/** Returns the local record of an entry, without its content. */
export function headOf(
  { isDeflated, packed, sizeBytes }: Omit<RawEntry, 'name' | 'sha256'>,
  name: Buffer,
): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(isDeflated ? 8 : 0, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(sizeBytes, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function directoryRecord({ name, isDeflated, packed, sizeBytes }: RawEntry, at: number): Buffer {
  const record = Buffer.alloc(46);
  const bytes = Buffer.from(name, 'utf8');
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(20, 6);
  record.writeUInt16LE(isDeflated ? 8 : 0, 10);
  record.writeUInt32LE(packed.length, 20);
  record.writeUInt32LE(sizeBytes, 24);
  record.writeUInt16LE(bytes.length, 28);
  record.writeUInt32LE(at, 42);
  return Buffer.concat([record, bytes]);
}
