import { join } from 'node:path';
import type { Settings } from '#shared/domain/settings.ts';
import { OWN_ID, SHA256_HEX } from '#shared/domain/limits.ts';
import { decodeOwn, withoutPath } from '../library/own-file.ts';
import { ownPaths } from '../library/own-paths.ts';
import { PICTURES_FOLDER } from '../library/pictures.ts';
import { startSha256 } from '../disk/checksum.ts';
import { encodeFramed, toLine } from '../disk/framed-json.ts';
import { toBody } from '../store/marks-file.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { type OpenCopy, readInPortions } from './copy-file.ts';
import {
  ARTICLES_NAME,
  ASSETS_FOLDER,
  MARKS_NAME,
  ORIGINALS_FOLDER,
  ORIGINAL_NAME,
  SETTINGS_NAME,
} from './manifest.ts';
import { openPresentLibrary } from './present-library.ts';
import type { Source } from './write-archive.ts';

/** A library on the disk, with the settings that only the main process reads. */
export interface LibraryParts {
  readonly fs: FileSystem;
  readonly open: OpenCopy;
  readonly dataFolder: string;
  readonly settings: Settings;
  readonly now: () => Date;
}

interface SourceOptions {
  readonly withOriginals: boolean;
  /** Called for each article, each picture and each original that cannot be read or is damaged. */
  readonly onLeftOut: () => void;
}

/** Reads the whole library from the disk as the entries of a backup, as far as it can be read. */
export function* librarySources(
  parts: LibraryParts,
  { withOriginals, onLeftOut }: SourceOptions,
): Iterable<Source> {
  const text = (name: string, pieces: Iterable<Uint8Array>) => ({ name, isPacked: false, pieces });
  yield text(MARKS_NAME, markLines(parts));
  // The pictures come before the articles, so that a restore of an article finds them prepared.
  if (withOriginals) yield* pictures(parts, onLeftOut);
  yield text(ARTICLES_NAME, articleLines(parts, onLeftOut));
  yield text(SETTINGS_NAME, [Buffer.from(`${JSON.stringify(parts.settings)}\n`, 'utf8')]);
  if (withOriginals) yield* originals(parts, onLeftOut);
}

function* markLines({ fs, dataFolder, now }: LibraryParts): Iterable<Uint8Array> {
  const present = openPresentLibrary(fs, dataFolder);
  for (const [articleId, state] of present.otherMarks())
    yield Buffer.from(encodeFramed(toBody(articleId, state, now())), 'utf8');
  // What a newer version wrote is copied byte for byte.
  yield* present.newerMarks();
}

function* articleLines(
  { fs, dataFolder }: LibraryParts,
  onLeftOut: () => void,
): Iterable<Uint8Array> {
  const paths = ownPaths(dataFolder);
  for (const id of fs.list(paths.library)) {
    if (!OWN_ID.test(id)) continue;
    const bytes = readWhole(fs, join(paths.library, id, 'article.json'), id);
    // The path of the original's folder can identify the reader, who may give the copy to others.
    if (bytes) yield withoutPath(toLine(bytes));
    else onLeftOut();
  }
}

/** Returns the file of an article; `null` when it is missing or damaged, which the app handles when it reads it. */
function readWhole(fs: FileSystem, path: string, id: string): Uint8Array | null {
  try {
    const bytes = fs.read(path);
    const decoded = decodeOwn(bytes);
    if (decoded.kind === 'invalid') return null;
    return decoded.kind === 'article' && decoded.article.id !== id ? null : bytes;
  } catch {
    // The disk cannot read it. A backup that lacks one article is better than none.
    return null;
  }
}

function* pictures(
  { fs, open, dataFolder }: LibraryParts,
  onLeftOut: () => void,
): Iterable<Source> {
  const paths = ownPaths(dataFolder);
  for (const id of fs.list(paths.library)) {
    if (!OWN_ID.test(id)) continue;
    const folder = join(paths.library, id, PICTURES_FOLDER);
    for (const sha256 of fs.list(folder)) {
      if (!SHA256_HEX.test(sha256)) continue;
      const path = join(folder, sha256);
      if (isWhole(open, path, sha256))
        yield {
          name: `${ASSETS_FOLDER}${id}/${sha256}`,
          isPacked: true,
          pieces: readInPortions(open, path),
        };
      else onLeftOut();
    }
  }
}

function* originals(
  { fs, open, dataFolder }: LibraryParts,
  onLeftOut: () => void,
): Iterable<Source> {
  const folder = ownPaths(dataFolder).originals;
  for (const name of fs.list(folder)) {
    if (!ORIGINAL_NAME.test(name)) continue;
    const path = join(folder, name);
    if (isWhole(open, path, name))
      yield {
        name: `${ORIGINALS_FOLDER}${name}`,
        isPacked: true,
        pieces: readInPortions(open, path),
      };
    else onLeftOut();
  }
}

/** True when the file can be read and has this SHA-256. A backup with any other original would be refused as a whole. */
function isWhole(open: OpenCopy, path: string, sha256: string): boolean {
  const hash = startSha256();
  try {
    for (const piece of readInPortions(open, path)) hash.update(piece);
  } catch {
    // A backup that lacks one original is better than none.
    return false;
  }
  return hash.digest('hex') === sha256;
}
