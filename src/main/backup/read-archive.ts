import { tryParse } from '#shared/domain/parse.ts';
import type { CopyFile } from './copy-file.ts';
import { CopyRefusal } from './copy-refusal.ts';
import {
  BACKUP_VERSION,
  type Entry,
  MANIFEST_NAME,
  type Manifest,
  manifestSchema,
} from './manifest.ts';
import { type Take, unpack } from './unpack.ts';
import { type ZipEntry, readDirectory } from './zip-directory.ts';

/** The archive of a copy, of which only directory and manifest have been read. */
export interface Archive {
  readonly manifest: Manifest;
  /**
   * Unpacks an entry and compares its size and hash. The pieces are passed on before the comparison.
   *
   * @throws CopyRefusal
   */
  read(entry: Entry, take: Take): Promise<void>;
}

/** Largest manifest, bytes. */
const MAX_MANIFEST_BYTES = 20_000_000;

/** The contents may exceed the file by these limits: a text shrinks to a tenth, a zip bomb to a thousandth. */
const USUAL_BYTES = 20_000_000;
const USUAL_RATIO = 60;

/**
 * Opens the archive. All names are compared with a fixed list before anything is unpacked, so that none can lead out of a
 * folder. The declared sizes are limited, and the unpacking enforces them.
 *
 * @throws CopyRefusal
 */
export async function openArchive(file: CopyFile): Promise<Archive> {
  const start = file.read(0, Math.min(2, file.sizeBytes));
  if (!(start[0] === 0x50 && start[1] === 0x4b)) throw new CopyRefusal('backup/other-format');
  const listed = readDirectory(file);
  const manifest = await readManifest(file, listed.get(MANIFEST_NAME));
  checkEntries(manifest.entries, listed, file.sizeBytes);
  return {
    manifest,
    async read({ name, sha256 }, take) {
      const entry = listed.get(name);
      if (!entry) throw new CopyRefusal('backup/unexpected-entry');
      await unpack(file, entry, sha256, take);
    },
  };
}

async function readManifest(file: CopyFile, entry: ZipEntry | undefined): Promise<Manifest> {
  if (!entry) throw new CopyRefusal('backup/other-format');
  if (entry.sizeBytes > MAX_MANIFEST_BYTES) throw new CopyRefusal('backup/too-large');
  const pieces: Uint8Array[] = [];
  await unpack(file, entry, null, (piece) => pieces.push(Uint8Array.from(piece)));
  const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  const content: unknown = JSON.parse(text);
  const parsed = tryParse(manifestSchema, content);
  if (parsed.success) return parsed.output;
  throw new CopyRefusal(isNewer(content) ? 'backup/newer-version' : 'backup/damaged');
}

/** Checks that the archive contains exactly the entries of its manifest, each once and with its size. */
function checkEntries(
  entries: readonly Entry[],
  listed: ReadonlyMap<string, ZipEntry>,
  fileBytes: number,
): void {
  const names = new Set(entries.map(({ name }) => name));
  if (names.size !== entries.length || listed.size !== entries.length + 1)
    throw new CopyRefusal('backup/unexpected-entry');
  let total = 0;
  for (const { name, sizeBytes } of entries) {
    const found = listed.get(name);
    if (!found) throw new CopyRefusal('backup/unexpected-entry');
    if (found.sizeBytes !== sizeBytes) throw new CopyRefusal('backup/damaged');
    total += sizeBytes;
  }
  if (total > USUAL_BYTES + USUAL_RATIO * fileBytes) throw new CopyRefusal('backup/too-large');
}

function isNewer(content: unknown): boolean {
  if (typeof content !== 'object' || content === null) return false;
  const version = 'version' in content ? content.version : undefined;
  return typeof version === 'number' && version > BACKUP_VERSION;
}
