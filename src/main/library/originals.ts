import { type FileHandle, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SHA256_HEX } from '#shared/domain/limits.ts';
import { type FileSystem, errorCode } from '../disk/file-system.ts';
import { createOriginalNames } from './original-names.ts';
import { ownPaths } from './own-paths.ts';
import { sha256InTurns } from '../disk/checksum.ts';

/** How many bytes are hashed or written before the event loop continues: some milliseconds of work. */
const PIECE_BYTES = 2 * 1024 * 1024;

/**
 * The imported files, unchanged, each named by the SHA-256 of its bytes. They can be large, so that no method blocks
 * the event loop for long; failures throw the system's error. Nothing here removes a file, because a damaged article
 * may be converted again from its original. See `removed-items.ts`.
 */
export interface Originals {
  /**
   * Stores the bytes and then the name. The bytes are durable and verified when the promise resolves. Storing a file
   * twice has no effect, unless the stored one was damaged.
   */
  keep(sha256: string, file: { readonly bytes: Uint8Array; readonly name: string }): Promise<void>;
  /** Returns the name that the file had; `null` when it is not known. */
  nameOf(sha256: string): string | null;
  read(sha256: string): Promise<Uint8Array>;
  /** Returns the SHA-256 of the stored file that begins with these digits, or `null`. */
  findByDigits(digits: string): string | null;
  /** Returns when a file was stored. */
  keptAt(sha256: string): Promise<Date>;
}

export function createOriginals(dataFolder: string, fs: FileSystem): Originals {
  const paths = ownPaths(dataFolder);
  const pathOf = (sha256: string): string => join(paths.originals, sha256);
  const names = createOriginalNames(fs, paths);
  /** Originals that were read and found whole in this run. */
  const whole = new Set<string>();

  /** False when the file was cut or changed; the bytes at hand then replace it, because its name is their SHA-256. */
  async function isStored(sha256: string, bytes: Uint8Array): Promise<boolean> {
    const path = pathOf(sha256);
    if ((await sizeOf(path)) !== bytes.length) return false;
    if (!whole.has(sha256) && !(await hasSha256(path, sha256))) return false;
    whole.add(sha256);
    return true;
  }

  async function keepBytes(sha256: string, bytes: Uint8Array): Promise<void> {
    const path = pathOf(sha256);
    if (await isStored(sha256, bytes)) return;
    fs.makeFolder(paths.originals);
    fs.makeFolder(paths.next);
    const temporary = join(paths.next, `original-${sha256}`);
    await rm(temporary, { force: true });
    try {
      await writeDurably(temporary, bytes);
      if ((await sha256InTurns(await readFile(temporary))) !== sha256)
        throw new Error('read back other bytes');
      fs.rename(temporary, path);
      await fs.syncFolderAside(paths.originals);
      whole.add(sha256);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  return {
    async keep(sha256, { bytes, name }) {
      await keepBytes(sha256, bytes);
      try {
        await names.put(sha256, name);
      } catch {
        // The article has the name, too. This copy of it is written again when the app is idle.
      }
    },
    nameOf: (sha256) => names.get(sha256),
    read: (sha256) => readFile(pathOf(sha256)),
    findByDigits(digits) {
      const isWanted = (name: string) => SHA256_HEX.test(name) && name.startsWith(digits);
      return fs.list(paths.originals).find(isWanted) ?? null;
    },
    keptAt: async (sha256) => (await stat(pathOf(sha256))).mtime,
  };
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file: FileHandle = await open(path, 'wx', 0o600);
  try {
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await file.write(
        bytes,
        at,
        Math.min(PIECE_BYTES, bytes.length - at),
      );
      // A disk that writes nothing and reports nothing would otherwise cause an endless loop.
      if (bytesWritten <= 0)
        throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' });
      at += bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** False also when the disk cannot read the file. */
async function hasSha256(path: string, sha256: string): Promise<boolean> {
  try {
    return (await sha256InTurns(await readFile(path))) === sha256;
  } catch {
    return false;
  }
}

/** Returns the size in bytes, or -1 when the file does not exist. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return -1;
    throw error;
  }
}
