import { join } from 'node:path';
import type { decodeOwn } from '../library/own-file.ts';
import { type OwnPaths, articlePath, ownPaths } from '../library/own-paths.ts';
import { type FileSystem, discard, writeSafely } from '../disk/file-system.ts';
import type { SearchableArticle } from './engine.ts';
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
  source: Pick<OwnSource, 'dataFolder' | 'mayWrite'>,
  decode: typeof decodeOwn,
): OwnDisk {
  return new OwnFolder(fs, source, decode);
}

class OwnFolder implements OwnDisk {
  readonly mayWrite: boolean;
  private readonly fs: FileSystem;
  private readonly paths: OwnPaths;
  private readonly decode: typeof decodeOwn;

  constructor(
    fs: FileSystem,
    { dataFolder, mayWrite }: Pick<OwnSource, 'dataFolder' | 'mayWrite'>,
    decode: typeof decodeOwn,
  ) {
    this.fs = fs;
    this.paths = ownPaths(dataFolder);
    this.mayWrite = mayWrite;
    this.decode = decode;
  }

  readArticle(id: SearchableArticle['id']): SearchableArticle | null {
    try {
      const decoded = this.decode(this.fs.read(articlePath(this.paths, id)));
      if (decoded.kind !== 'article' || decoded.article.id !== id) return null;
      const { title, blocks, contentHash } = decoded.article;
      return { id, title, blocks, contentHash };
    } catch {
      // The file is missing or unreadable; the main process tells the reader when the article is opened.
      return null;
    }
  }

  list(): readonly string[] {
    return this.listFolder().filter((name) => PART_NAME.test(name));
  }

  read(name: string): Uint8Array | null {
    try {
      return this.fs.read(join(this.paths.index, name));
    } catch {
      return null; // This part is built again from the articles.
    }
  }

  write(bytes: Uint8Array): string | null {
    const { fs, paths } = this;
    const last = Number(PART_NAME.exec(this.list().at(-1) ?? '')?.[1] ?? 0);
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
  }

  removeAllBut(names: ReadonlySet<string>): void {
    for (const name of this.listFolder())
      if (!names.has(name)) discard(this.fs, join(this.paths.index, name));
  }

  private listFolder(): readonly string[] {
    try {
      return this.fs.list(this.paths.index);
    } catch {
      return []; // Without the folder, the index is built from the articles.
    }
  }
}
