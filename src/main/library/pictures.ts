import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { MAX_ASSET_BYTES, OWN_ID, SHA256_HEX } from '#shared/domain/limits.ts';
import { type PictureFacts, readPicture } from '../picture/read-picture.ts';
import { sha256InTurns } from '../disk/checksum.ts';
import { type FileSystem, discard, writeAll } from '../disk/file-system.ts';
import { readRegularFile } from '../disk/regular-file.ts';
import { type OwnPaths, articleFolder, ownPaths } from './own-paths.ts';

/** The bytes of pictures by their SHA-256. */
export type PictureFiles = ReadonlyMap<string, Uint8Array>;

/** The name of the folder with the pictures, inside the folder of their article. */
export const PICTURES_FOLDER = 'assets';

/** How many pictures are made durable at the same time. */
const AT_ONCE = 8;

/**
 * Writes pictures into a folder, each durably under its SHA-256. A picture that is there with the same length stays,
 * because its name is its hash. Failures throw the system's error.
 *
 * @param next  a folder on the same disk for unfinished files
 */
export async function writePictures(
  fs: FileSystem,
  { folder, next }: { readonly folder: string; readonly next: string },
  pictures: PictureFiles,
): Promise<void> {
  if (pictures.size === 0) return;
  fs.makeFolder(folder);
  fs.makeFolder(next);
  const missing = [...pictures];
  while (missing.length > 0) {
    const some = missing.splice(0, AT_ONCE);
    await Promise.all(
      some.map(([sha256, bytes]) =>
        writeOne(
          fs,
          { path: join(folder, sha256), temporary: join(next, `${sha256}.part`) },
          bytes,
        ),
      ),
    );
  }
  await fs.syncFolderAside(folder);
}

async function writeOne(
  fs: FileSystem,
  { path, temporary }: { readonly path: string; readonly temporary: string },
  bytes: Uint8Array,
): Promise<void> {
  discard(fs, temporary);
  try {
    const file = fs.create(temporary);
    try {
      writeAll(fs, file, bytes);
      await fs.syncAside(file);
    } finally {
      fs.close(file);
    }
    fs.rename(temporary, path);
  } catch (error) {
    discard(fs, temporary);
    throw error;
  }
}

export const picturesFolder = (paths: OwnPaths, id: ArticleId): string =>
  join(articleFolder(paths, id), PICTURES_FOLDER);

/** A picture as it is shown: its bytes and what they say about themselves. */
export interface ShownPicture {
  readonly bytes: Uint8Array;
  readonly facts: PictureFacts;
}

/**
 * Reads a picture of an article; `null` when it is missing, damaged or no picture. It follows no link, and reads nothing
 * outside the folders of the own articles, whatever the names are.
 */
export async function readArticlePicture(
  dataFolder: string,
  id: string,
  sha256: string,
): Promise<ShownPicture | null> {
  if (!OWN_ID.test(id) || !SHA256_HEX.test(sha256)) return null;
  const path = join(ownPaths(dataFolder).library, id, PICTURES_FOLDER, sha256);
  const read = await readRegularFile(path, MAX_ASSET_BYTES);
  if (!read.ok || (await sha256InTurns(read.value)) !== sha256) return null;
  const facts = readPicture(read.value);
  return facts.ok ? { bytes: read.value, facts: facts.value } : null;
}
