import type { CopyFile } from './copy-file.ts';
import { CopyRefusal } from './copy-refusal.ts';
import { MAX_ENTRIES } from './manifest.ts';

/** An entry as the directory of the archive tells it. */
export interface ZipEntry {
  readonly name: string;
  readonly isPacked: boolean;
  /** Declared; what comes out must be as long, neither longer nor shorter. */
  readonly sizeBytes: number;
  readonly packedBytes: number;
  /** Where its local header is. */
  readonly offset: number;
  /** Where the next entry begins: nothing of this one may reach over it. */
  readonly limit: number;
}

// Signatures and sizes are of the ZIP file format specification (APPNOTE 6.3.10).
const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED_FLAG = 1;
const STORED = 0;
const DEFLATED = 8;
/** Stands for a size that is told elsewhere: ZIP64, which is not read. */
const ELSEWHERE = 0xffffffff;

/** Largest directory, bytes: twice what the most entries take with the names that they may have. */
const MAX_DIRECTORY_BYTES = MAX_ENTRIES * 300;

type Listed = Omit<ZipEntry, 'limit'>;

/**
 * Reads the directory, once. It must end where the file ends and list exactly the entries that it counts.
 *
 * @throws CopyRefusal
 */
export function readDirectory(file: CopyFile): ReadonlyMap<string, ZipEntry> {
  const { start, sizeBytes, count } = readEnd(file);
  const listed = [...list(file.read(start, sizeBytes))];
  if (listed.length !== count) throw new CopyRefusal('backup/damaged');
  const entries = new Map<string, ZipEntry>();
  const inOrder = listed.toSorted((a, b) => a.offset - b.offset);
  for (const [index, entry] of inOrder.entries()) {
    if (entries.has(entry.name)) throw new CopyRefusal('backup/unexpected-entry');
    const limit = inOrder[index + 1]?.offset ?? start;
    entries.set(entry.name, { ...entry, limit });
  }
  return entries;
}

function readEnd(file: CopyFile): { start: number; sizeBytes: number; count: number } {
  const at = file.sizeBytes - END_BYTES;
  if (at < 0) throw new CopyRefusal('backup/damaged');
  const view = viewOf(file.read(at, END_BYTES));
  const [start, sizeBytes, count] = [
    view.getUint32(16, true),
    view.getUint32(12, true),
    view.getUint16(10, true),
  ];
  if (view.getUint32(0, true) !== END_SIGNATURE || start + sizeBytes !== at)
    throw new CopyRefusal('backup/damaged');
  if (sizeBytes > MAX_DIRECTORY_BYTES) throw new CopyRefusal('backup/too-large');
  return { start, sizeBytes, count };
}

function* list(bytes: Uint8Array): Generator<Listed> {
  const view = viewOf(bytes);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length;) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      throw new CopyRefusal('backup/damaged');
    const nameBytes = view.getUint16(at + 28, true);
    const nameEnd = at + ENTRY_BYTES + nameBytes;
    const [method, packedBytes, sizeBytes] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true),
    ];
    const isEncrypted = (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0;
    const isKnown = method === STORED ? packedBytes === sizeBytes : method === DEFLATED;
    if (isEncrypted || !isKnown || Math.max(packedBytes, sizeBytes) === ELSEWHERE)
      throw new CopyRefusal('backup/damaged');
    yield {
      name: decoder.decode(bytes.subarray(at + ENTRY_BYTES, nameEnd)),
      isPacked: method === DEFLATED,
      packedBytes,
      sizeBytes,
      offset: view.getUint32(at + 42, true),
    };
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at > bytes.length) throw new CopyRefusal('backup/damaged');
  }
}

/**
 * Where the packed bytes of an entry begin. Its local header must be of the same name and method, as other programs
 * go by that, and they must end before the next entry begins: else one packed block could be unpacked ten thousand
 * times.
 *
 * @throws CopyRefusal
 */
export function findData(file: CopyFile, entry: ZipEntry): number {
  const name = Buffer.from(entry.name, 'utf8');
  const bytes = file.read(entry.offset, LOCAL_BYTES + name.length);
  const view = viewOf(bytes);
  const isSame =
    view.getUint32(0, true) === LOCAL_SIGNATURE &&
    view.getUint16(8, true) === (entry.isPacked ? DEFLATED : STORED) &&
    view.getUint16(26, true) === name.length &&
    name.equals(bytes.subarray(LOCAL_BYTES));
  const start = entry.offset + LOCAL_BYTES + name.length + view.getUint16(28, true);
  if (!isSame || start + entry.packedBytes > entry.limit) throw new CopyRefusal('backup/damaged');
  return start;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
