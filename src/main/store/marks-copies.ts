import { basename, join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { NO_MARKS } from '#shared/domain/defaults.ts';
import { HEAD_BYTES } from '../disk/framed-json.ts';
import { type Decoded, decodeMarksFile } from './marks-file.ts';
import { type MarksState, NOTHING_UNREAD, createMarksState } from './marks-state.ts';
import { type FileSystem, equalBytes, errorCode } from '../disk/file-system.ts';
import { type StorePaths, marksFileName } from './paths.ts';

/** One of the two copies of an article's marks. */
export interface Copy {
  readonly path: string;
  readonly found: Decoded | { readonly kind: 'missing' } | { readonly kind: 'unreadable' };
}

export interface Copies {
  readonly main: Copy;
  readonly backup: Copy;
  /** The newest valid of the two, or an empty state. */
  readonly state: MarksState;
  /** False when neither copy is valid. */
  readonly isKnown: boolean;
  /** True when both copies are whole, of the current version and at the same revision. */
  readonly isComplete: boolean;
}

/**
 * Reads both copies of an article and chooses the newest valid one. Changes nothing.
 *
 * @param isQuick  accept a second copy that begins with the checksum of a whole main copy, which halves the
 *                 time to open a library; compaction reads both copies completely
 * @param names    all names of marks files, if known; asking the disk for thousands of missing ones takes seconds
 */
export function readCopies(
  {
    fs,
    paths,
    isQuick,
    names = null,
  }: {
    fs: FileSystem;
    paths: StorePaths;
    isQuick: boolean;
    names?: ReadonlySet<string> | null;
  },
  articleId: ArticleId,
): Copies {
  const path = join(paths.marks, `${marksFileName(articleId)}.json`);
  const read = (copy: string): Copy =>
    names?.has(basename(copy)) === false
      ? { path: copy, found: { kind: 'missing' } }
      : readCopy(fs, copy, articleId);
  const main = read(path);
  const backupPath = `${path}.bak`;
  const isAlike = isQuick && main.found.kind === 'article' && startAlike(fs, path, backupPath);
  const backup = isAlike ? { path: backupPath, found: main.found } : read(backupPath);
  const first = main.found.kind === 'article' ? main.found : null;
  const second = backup.found.kind === 'article' ? backup.found : null;
  const newest =
    first && second && second.state.revision > first.state.revision ? second : (first ?? second);
  return {
    main,
    backup,
    state: newest?.state ?? createMarksState(NO_MARKS, 0, NOTHING_UNREAD),
    isKnown: newest !== null,
    isComplete:
      first !== null &&
      second !== null &&
      first.schemaVersion === second.schemaVersion &&
      first.schemaVersion > 1 &&
      first.state.revision === second.state.revision,
  };
}

function startAlike(fs: FileSystem, path: string, other: string): boolean {
  try {
    return equalBytes(fs.readStart(path, HEAD_BYTES), fs.readStart(other, HEAD_BYTES));
  } catch {
    // The second copy is missing; the caller then reads it and finds that out in the ordinary way.
    return false;
  }
}

function readCopy(fs: FileSystem, path: string, articleId: ArticleId): Copy {
  let bytes: Uint8Array;
  try {
    bytes = fs.read(path);
  } catch (error) {
    return { path, found: { kind: errorCode(error) === 'ENOENT' ? 'missing' : 'unreadable' } };
  }
  const found = decodeMarksFile(bytes);
  const isAnother = found.kind === 'article' && found.articleId !== articleId;
  return { path, found: isAnother ? { kind: 'invalid' } : found };
}
