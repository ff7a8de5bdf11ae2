import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { type CopyFile, portions } from './copy-file.ts';
import { CopyRefusal } from './copy-refusal.ts';
import { type ZipEntry, findData } from './zip-directory.ts';
import { startSha256 } from '../disk/checksum.ts';

/** Entries up to this size are unpacked in one piece, bytes. */
const SMALL_BYTES = 1_000_000;

/** Receives the bytes of an entry, which are valid only during the call. */
export type Take = (piece: Uint8Array) => void;

/** Returns the most packed bytes that a small entry may have. Deflate enlarges even the worst content by less. */
const mostPacked = (sizeBytes: number): number => 2 * sizeBytes + 1024;

/**
 * Unpacks an entry and checks it: the packed and the unpacked bytes must end exactly at their declared sizes, and the
 * hash must match. The pieces are passed on before these checks.
 *
 * @param sha256  of the whole entry, hex; `null` for an entry without a hash
 * @throws CopyRefusal
 */
export async function unpack(
  file: CopyFile,
  entry: ZipEntry,
  sha256: string | null,
  take: Take,
): Promise<void> {
  const hash = startSha256();
  const hashed: Take = (piece) => {
    hash.update(piece);
    take(piece);
  };
  const stretch = { start: findData(file, entry), lengthBytes: entry.packedBytes };
  if (!entry.isPacked) for (const piece of portions(file, stretch)) hashed(piece);
  else if (entry.sizeBytes <= SMALL_BYTES) hashed(inflateSmall(file, entry, stretch));
  else await inflateLarge(file, entry, stretch, hashed);
  if (sha256 !== null && hash.digest('hex') !== sha256) throw new CopyRefusal('backup/damaged');
}

interface Stretch {
  readonly start: number;
  readonly lengthBytes: number;
}

function inflateSmall(file: CopyFile, { sizeBytes }: ZipEntry, stretch: Stretch): Uint8Array {
  const { start, lengthBytes } = stretch;
  if (lengthBytes > mostPacked(sizeBytes)) throw new CopyRefusal('backup/damaged');
  const packed = file.read(start, lengthBytes);
  // With `info` the result is an object, which the types do not declare.
  const { buffer, engine } = inflateRawSync(packed, {
    maxOutputLength: Math.max(1, sizeBytes),
    info: true,
  }) as unknown as { buffer: Uint8Array; engine: { bytesWritten: number } };
  if (buffer.length !== sizeBytes || engine.bytesWritten !== lengthBytes)
    throw new CopyRefusal('backup/damaged');
  return buffer;
}

/** Unpacks a large entry in pieces, and stops when it is longer than declared. */
async function inflateLarge(
  file: CopyFile,
  { sizeBytes }: ZipEntry,
  stretch: Stretch,
  take: Take,
): Promise<void> {
  const inflate = createInflateRaw();
  let done = 0;
  await pipeline(
    // The pieces are copied, because the window is reused before the stream has read them.
    Readable.from(copies(portions(file, stretch))),
    inflate,
    async (pieces: AsyncIterable<Uint8Array>) => {
      for await (const piece of pieces) {
        done += piece.length;
        if (done > sizeBytes) throw new CopyRefusal('backup/damaged');
        take(piece);
      }
    },
  );
  if (done !== sizeBytes || inflate.bytesWritten !== stretch.lengthBytes)
    throw new CopyRefusal('backup/damaged');
}

function* copies(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}
