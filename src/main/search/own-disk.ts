import { join } from 'node:path';
import type { decodeOwn } from '../library/own-file.ts';
import { articlePath, ownPaths } from '../library/own-paths.ts';
import { type FileSystem, discard, writeSafely } from '../disk/file-system.ts';
import type { OwnDisk, OwnSource } from './own-index.ts';

const PART_NAME = /^segment-(\d{6,})\.bin$/;

const partName = (number: number): string => `segment-${String(number).padStart(6, '0')}.bin`;

/**
 * Gives access to the stored parts of the search index and to the reader's articles in the data folder.
 *
 * @param decode decodes the bytes of an article file
 */
export function createOwnDisk(
  fs: FileSystem,
  { dataFolder, mayWrite }: Pick<OwnSource, 'dataFolder' | 'mayWrite'>,
  decode: typeof decodeOwn,
): OwnDisk {
  const paths = ownPaths(dataFolder);
  const list = (): readonly string[] => {
    try {
      return fs.list(paths.index);
    } catch {
      return []; // Without the folder, the index is built from the articles.
    }
  };
  const parts = () => list().filter((name) => PART_NAME.test(name));
  return {
    mayWrite,
    readArticle(id) {
      try {
        const decoded = decode(fs.read(articlePath(paths, id)));
        if (decoded.kind !== 'article' || decoded.article.id !== id) return null;
        const { title, blocks, contentHash, structure, own } = decoded.article;
        // A place needs no pictures.
        const places = structure && { ...structure, assets: [] };
        return {
          id,
          title,
          blocks,
          contentHash,
          ...(places && { structure: places }),
          convertedBy: own?.convertedBy,
        };
      } catch {
        return null; // The file is missing or unreadable; the main process tells the reader when the article is opened.
      }
    },
    list: parts,
    read(name) {
      try {
        return fs.read(join(paths.index, name));
      } catch {
        return null; // This part is built again from the articles.
      }
    },
    write(bytes) {
      const last = Number(PART_NAME.exec(parts().at(-1) ?? '')?.[1] ?? 0);
      const name = partName(last + 1);
      const path = join(paths.index, name);
      try {
        fs.makeFolder(paths.index);
        writeSafely(fs, { path, temporary: `${path}.part`, bytes });
        fs.syncFolder(paths.index);
        return name;
      } catch {
        return null; // Without this part, the next start reads its articles.
      }
    },
    removeAllBut(names) {
      for (const name of list()) if (!names.has(name)) discard(fs, join(paths.index, name));
    },
  };
}
