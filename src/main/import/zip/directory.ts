/** One entry of the directory at the end of a zip archive. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  /** A symbolic link of Unix: its content would be a path. */
  readonly isLink: boolean;
  /** Bytes of the data as packed. */
  readonly packedBytes: number;
  /** Where its local header is. */
  readonly offset: number;
}

// Signatures and sizes are of the ZIP file format specification (APPNOTE 6.3.10).
const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED_FLAG = 1;
const UNIX_TYPE_MASK = 0xf000;
const UNIX_LINK = 0xa000;

/** Most entries that are listed; whoever asks refuses long before. */
const MAX_LISTED = 20_000;

/** Reads the directory; `null` when there is none, or it does not fit the archive (ZIP64 is not read). */
export function readDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === -1) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  while (
    entries.length < MAX_LISTED &&
    at + ENTRY_BYTES <= end &&
    view.getUint32(at, true) === ENTRY_SIGNATURE
  ) {
    const nameBytes = view.getUint16(at + 28, true);
    const start = at + ENTRY_BYTES;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(start, start + nameBytes)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0,
      isLink: ((view.getUint32(at + 38, true) >>> 16) & UNIX_TYPE_MASK) === UNIX_LINK,
      packedBytes: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at = start + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries.length > 0 ? entries : null;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return -1;
}

/** The packed data of an entry; `null` when it does not lie inside the archive. */
export function dataOf(bytes: Uint8Array, { offset, packedBytes }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + LOCAL_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE)
    return null;
  const start =
    offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packedBytes > bytes.length ? null : bytes.subarray(start, start + packedBytes);
}
