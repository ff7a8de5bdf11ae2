import {
  ZIP_ELSEWHERE,
  ZIP_ENCRYPTED,
  ZIP_END,
  ZIP_ENTRY,
  ZIP_LOCAL,
  ZIP_METHOD,
} from '#shared/domain/zip-format.ts';
import type { CopyFile } from './copy-file.ts';
import { CopyRefusal } from './copy-refusal.ts';
import { MAX_ENTRIES } from './manifest.ts';

/** An entry as the directory of the archive lists it. */
export interface ZipEntry {
  readonly name: string;
  readonly isPacked: boolean;
  /** The declared size. The unpacked content must have exactly this length. */
  readonly sizeBytes: number;
  readonly packedBytes: number;
  /** The offset of its local header, bytes. */
  readonly offset: number;
  /** The offset of the next entry, bytes. Nothing of this entry may reach beyond it. */
  readonly limit: number;
}

/** Largest directory, bytes: twice what the most entries need with the allowed names. */
const MAX_DIRECTORY_BYTES = MAX_ENTRIES * 300;

type Listed = Omit<ZipEntry, 'limit'>;

/**
 * Reads the directory once. It must end where the file ends, and list exactly the entries that it counts.
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
  const at = file.sizeBytes - ZIP_END.lengthBytes;
  if (at < 0) throw new CopyRefusal('backup/damaged');
  const view = viewOf(file.read(at, ZIP_END.lengthBytes));
  const [start, sizeBytes, count] = [
    view.getUint32(ZIP_END.directoryStart, true),
    view.getUint32(ZIP_END.directoryBytes, true),
    view.getUint16(ZIP_END.entryCount, true),
  ];
  if (view.getUint32(0, true) !== ZIP_END.signature || start + sizeBytes !== at)
    throw new CopyRefusal('backup/damaged');
  if (sizeBytes > MAX_DIRECTORY_BYTES) throw new CopyRefusal('backup/too-large');
  return { start, sizeBytes, count };
}

function* list(bytes: Uint8Array): Generator<Listed> {
  const view = viewOf(bytes);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length;) {
    if (
      at + ZIP_ENTRY.lengthBytes > bytes.length ||
      view.getUint32(at, true) !== ZIP_ENTRY.signature
    )
      throw new CopyRefusal('backup/damaged');
    const nameBytes = view.getUint16(at + ZIP_ENTRY.nameBytes, true);
    const nameEnd = at + ZIP_ENTRY.lengthBytes + nameBytes;
    const [method, packedBytes, sizeBytes] = [
      view.getUint16(at + ZIP_ENTRY.method, true),
      view.getUint32(at + ZIP_ENTRY.packedBytes, true),
      view.getUint32(at + ZIP_ENTRY.sizeBytes, true),
    ];
    const isEncrypted = (view.getUint16(at + ZIP_ENTRY.flags, true) & ZIP_ENCRYPTED) !== 0;
    const isKnown =
      method === ZIP_METHOD.stored ? packedBytes === sizeBytes : method === ZIP_METHOD.deflated;
    if (isEncrypted || !isKnown || Math.max(packedBytes, sizeBytes) === ZIP_ELSEWHERE)
      throw new CopyRefusal('backup/damaged');
    yield {
      name: decoder.decode(bytes.subarray(at + ZIP_ENTRY.lengthBytes, nameEnd)),
      isPacked: method === ZIP_METHOD.deflated,
      packedBytes,
      sizeBytes,
      offset: view.getUint32(at + ZIP_ENTRY.localStart, true),
    };
    at =
      nameEnd +
      view.getUint16(at + ZIP_ENTRY.extraBytes, true) +
      view.getUint16(at + ZIP_ENTRY.commentBytes, true);
    if (at > bytes.length) throw new CopyRefusal('backup/damaged');
  }
}

/**
 * Returns where the packed bytes of an entry begin. Its local header must have the same name and method, because other
 * programs use that one. The bytes must end before the next entry, because otherwise ten thousand entries could share one
 * packed block.
 *
 * @throws CopyRefusal
 */
export function findData(file: CopyFile, entry: ZipEntry): number {
  const name = Buffer.from(entry.name, 'utf8');
  const bytes = file.read(entry.offset, ZIP_LOCAL.lengthBytes + name.length);
  const view = viewOf(bytes);
  const isSame =
    view.getUint32(0, true) === ZIP_LOCAL.signature &&
    view.getUint16(ZIP_LOCAL.method, true) ===
      (entry.isPacked ? ZIP_METHOD.deflated : ZIP_METHOD.stored) &&
    view.getUint16(ZIP_LOCAL.nameBytes, true) === name.length &&
    name.equals(bytes.subarray(ZIP_LOCAL.lengthBytes));
  const start =
    entry.offset + ZIP_LOCAL.lengthBytes + name.length + view.getUint16(ZIP_LOCAL.extraBytes, true);
  if (!isSame || start + entry.packedBytes > entry.limit) throw new CopyRefusal('backup/damaged');
  return start;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
