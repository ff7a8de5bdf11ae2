import {
  type FileSystem,
  type OpenFile,
  discard,
  equalBytes,
  writeAll,
} from '../disk/file-system.ts';
import { nextTurn } from '../disk/turns.ts';

interface WantedFile {
  readonly path: string;
  /** A path on the same disk; the file is removed when anything fails. */
  readonly temporary: string;
  /** Each piece is written and made durable in a time slice of its own. */
  readonly pieces: readonly Uint8Array[];
}

/** Writes a large file with the same guarantees as `writeSafely`, but lets other work run between its pieces. */
export async function writeInTurns(
  fs: FileSystem,
  { path, temporary, pieces }: WantedFile,
): Promise<void> {
  discard(fs, temporary);
  try {
    await writePieces(fs, fs.create(temporary), pieces);
    if (!isEqual(fs.read(temporary), pieces)) throw new Error('read back other bytes');
    fs.rename(temporary, path);
  } catch (error) {
    discard(fs, temporary);
    throw error;
  }
  await nextTurn();
}

async function writePieces(
  fs: FileSystem,
  file: OpenFile,
  pieces: readonly Uint8Array[],
): Promise<void> {
  try {
    for (const piece of pieces) {
      writeAll(fs, file, piece);
      await fs.syncAside(file);
    }
  } finally {
    fs.close(file);
  }
}

function isEqual(bytes: Uint8Array, pieces: readonly Uint8Array[]): boolean {
  let at = 0;
  const same = pieces.every((piece) => {
    at += piece.length;
    return equalBytes(bytes.subarray(at - piece.length, at), piece);
  });
  return same && at === bytes.length;
}
