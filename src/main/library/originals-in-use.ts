import { join } from 'node:path';
import { type FileSystem, errorCode } from '../disk/file-system.ts';
import { createPace } from '../disk/turns.ts';
import { decodeDetails, decodeOwn } from './own-file.ts';

/** The folder of an article, in the library or in the bin. */
export interface ArticleFolder {
  readonly path: string;
  /** The title to report when the folder cannot be read. */
  readonly title: string;
  /**
   * True when its `article.json` was already read completely in this run, so that its small file of details suffices.
   */
  readonly isSound: boolean;
}

export type OriginalsInUse =
  | { readonly kind: 'known'; readonly sha256s: ReadonlySet<string> }
  /** The article in this folder cannot be read and may use any original. */
  | { readonly kind: 'in-doubt'; readonly title: string };

/**
 * Finds which of these originals are used by the articles in the folders. A record uses each SHA-256 that occurs
 * anywhere in it, even in fields that this version does not know. It works in time slices.
 *
 * @param wanted SHA-256 in hex
 */
export async function findOriginalsInUse(
  fs: FileSystem,
  folders: readonly ArticleFolder[],
  wanted: readonly string[],
): Promise<OriginalsInUse> {
  const sha256s = new Set<string>();
  if (wanted.length === 0) return { kind: 'known', sha256s };
  const pace = createPace();
  for (const folder of folders) {
    const texts = readRecords(fs, folder);
    if (texts === null) return { kind: 'in-doubt', title: folder.title };
    for (const sha256 of wanted)
      if (texts.some((text) => text.includes(sha256))) sha256s.add(sha256);
    await pace();
  }
  return { kind: 'known', sha256s };
}

/** Returns the intact records of a folder, or `null` when another record may have existed. */
function readRecords(fs: FileSystem, { path, isSound }: ArticleFolder): readonly string[] | null {
  const details = readFile(fs, join(path, 'details.json'));
  if (details === 'refused') return null;
  const isDetailsWhole = details !== 'missing' && decodeDetails(details) !== null;
  const copies = details === 'missing' ? [] : [toText(details)];
  if (isSound && isDetailsWhole) return copies;
  const article = readFile(fs, join(path, 'article.json'));
  if (article === 'refused') return null;
  if (article !== 'missing') {
    const { kind } = decodeOwn(article);
    if (kind === 'article') return [...copies, toText(article)];
    if (kind === 'unreadable') return null;
  }
  return isDetailsWhole ? copies : null;
}

function readFile(fs: FileSystem, path: string): Uint8Array | 'missing' | 'refused' {
  try {
    return fs.read(path);
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'missing' : 'refused';
  }
}

const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
