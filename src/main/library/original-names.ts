import { join } from 'node:path';
import * as v from 'valibot';
import { MAX_TITLE_UTF16 } from '#shared/domain/limits.ts';
import { tryParse } from '#shared/domain/parse.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { decodeFramed, encodeFramed, isOfNewerVersion } from '../disk/framed-json.ts';
import type { OwnPaths } from './own-paths.ts';
import { writeInTurns } from './write-in-turns.ts';

/** Version of the stored shape of a name. */
const SCHEMA_VERSION = 1;

const bodySchema = v.object({
  schemaVersion: v.literal(SCHEMA_VERSION),
  data: v.object({ name: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TITLE_UTF16)) }),
});

/**
 * The names that the imported files had, one small file for each original. Some formats are recognised by their name
 * only, so that an article whose other files are all lost is still converted as it was before.
 */
export interface OriginalNames {
  /** Returns the name of the original with this SHA-256; `null` when it is missing, damaged or of a newer version. */
  get(sha256: string): string | null;
  /** Returns the SHA-256s of the originals that have such a file. @throws the system's error */
  list(): ReadonlySet<string>;
  /** Stores a name durably. A file of a newer version is not changed. @throws the system's error */
  put(sha256: string, name: string): Promise<void>;
}

export function createOriginalNames(fs: FileSystem, paths: OwnPaths): OriginalNames {
  const read = (sha256: string): Uint8Array | null => {
    try {
      return fs.read(join(paths.originalNames, sha256));
    } catch {
      return null; // The file is missing or unreadable; the name is then taken from the article, if it has one.
    }
  };

  return {
    get(sha256) {
      const bytes = read(sha256);
      return bytes && decodeName(bytes);
    },
    list: () => new Set(fs.list(paths.originalNames)),
    async put(sha256, name) {
      const before = read(sha256);
      if (before && (decodeName(before) === name || isOfNewerVersion(before, SCHEMA_VERSION)))
        return;
      fs.makeFolder(paths.originalNames);
      fs.makeFolder(paths.next);
      await writeInTurns(fs, {
        path: join(paths.originalNames, sha256),
        temporary: join(paths.next, `name-${sha256}`),
        pieces: [Buffer.from(encodeName(name), 'utf8')],
      });
      await fs.syncFolderAside(paths.originalNames);
    },
  };
}

const encodeName = (name: string): string =>
  encodeFramed({ schemaVersion: SCHEMA_VERSION, data: { name } });

function decodeName(bytes: Uint8Array): string | null {
  try {
    const parsed = tryParse(bodySchema, decodeFramed(bytes));
    return parsed.success ? parsed.output.data.name : null;
  } catch {
    return null;
  }
}
