import { ZIP_ENCRYPTED, ZIP_END, ZIP_ENTRY, ZIP_LOCAL } from '#shared/domain/zip-format.ts';

/** One entry of the directory at the end of a zip archive. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  /** True for a symbolic link of Unix, whose content would be a path. */
  readonly isLink: boolean;
  /** Size of the packed data, bytes. */
  readonly packedBytes: number;
  /** Offset of its local header, bytes. */
  readonly offset: number;
}

// The mode of a file on Unix, as in `stat`.
const UNIX_TYPE_MASK = 0xf000;
const UNIX_LINK = 0xa000;

/** Most entries that are listed. The caller refuses far fewer. */
const MAX_LISTED = 20_000;

/** Reads the directory; `null` when it is missing or does not fit the archive. ZIP64 is not supported. */
export function readDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === -1) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + ZIP_END.directoryStart, true);
  while (
    entries.length < MAX_LISTED &&
    at + ZIP_ENTRY.lengthBytes <= end &&
    view.getUint32(at, true) === ZIP_ENTRY.signature
  ) {
    const nameBytes = view.getUint16(at + ZIP_ENTRY.nameBytes, true);
    const start = at + ZIP_ENTRY.lengthBytes;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(start, start + nameBytes)),
      method: view.getUint16(at + ZIP_ENTRY.method, true),
      isEncrypted: (view.getUint16(at + ZIP_ENTRY.flags, true) & ZIP_ENCRYPTED) !== 0,
      isLink:
        ((view.getUint32(at + ZIP_ENTRY.attributes, true) >>> 16) & UNIX_TYPE_MASK) === UNIX_LINK,
      packedBytes: view.getUint32(at + ZIP_ENTRY.packedBytes, true),
      offset: view.getUint32(at + ZIP_ENTRY.localStart, true),
    });
    at =
      start +
      nameBytes +
      view.getUint16(at + ZIP_ENTRY.extraBytes, true) +
      view.getUint16(at + ZIP_ENTRY.commentBytes, true);
  }
  return entries.length > 0 ? entries : null;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - ZIP_END.lengthBytes;
  for (let at = last; at >= Math.max(0, last - ZIP_END.maxCommentBytes); at -= 1) {
    if (view.getUint32(at, true) === ZIP_END.signature) return at;
  }
  return -1;
}

/** Returns the packed data of an entry; `null` when it is not inside the archive. */
export function dataOf(bytes: Uint8Array, { offset, packedBytes }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (
    offset + ZIP_LOCAL.lengthBytes > bytes.length ||
    view.getUint32(offset, true) !== ZIP_LOCAL.signature
  )
    return null;
  const start =
    offset +
    ZIP_LOCAL.lengthBytes +
    view.getUint16(offset + ZIP_LOCAL.nameBytes, true) +
    view.getUint16(offset + ZIP_LOCAL.extraBytes, true);
  return start + packedBytes > bytes.length ? null : bytes.subarray(start, start + packedBytes);
}
