import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { NO_MARKS } from '#shared/domain/annotation.ts';
import { type Decoded, decodeArticleFile } from './article-file.ts';
import { type ArticleState, NOTHING_UNREAD, createArticleState } from './article-state.ts';
import { type FileSystem, errorCode } from './file-system.ts';
import { type StorePaths, articleFileName } from './paths.ts';

/** One of the two copies of an article's marks. */
export interface Copy {
  readonly path: string;
  readonly found: Decoded | { readonly kind: 'missing' } | { readonly kind: 'unreadable' };
}

export interface Copies {
  readonly main: Copy;
  readonly backup: Copy;
  /** The newest valid of the two, or an empty state. */
  readonly state: ArticleState;
  /** False when nothing valid was there. */
  readonly isKnown: boolean;
  /** True when both copies are whole, of the current version and at the same revision. */
  readonly isComplete: boolean;
}

/** Reads both copies of an article and chooses the newest valid one. Changes nothing. */
export function readCopies(fs: FileSystem, paths: StorePaths, articleId: ArticleId): Copies {
  const path = join(paths.marks, `${articleFileName(articleId)}.json`);
  const main = readCopy(fs, path, articleId);
  const backup = readCopy(fs, `${path}.bak`, articleId);
  const first = main.found.kind === 'article' ? main.found : null;
  const second = backup.found.kind === 'article' ? backup.found : null;
  const newest =
    first && second && second.state.revision > first.state.revision ? second : (first ?? second);
  return {
    main,
    backup,
    state: newest?.state ?? createArticleState(NO_MARKS, 0, NOTHING_UNREAD),
    isKnown: newest !== null,
    isComplete:
      first !== null &&
      second !== null &&
      first.schemaVersion === second.schemaVersion &&
      first.schemaVersion > 1 &&
      first.state.revision === second.state.revision,
  };
}

function readCopy(fs: FileSystem, path: string, articleId: ArticleId): Copy {
  let bytes: Uint8Array;
  try {
    bytes = fs.read(path);
  } catch (error) {
    return { path, found: { kind: errorCode(error) === 'ENOENT' ? 'missing' : 'unreadable' } };
  }
  const found = decodeArticleFile(bytes);
  const isAnother = found.kind === 'article' && found.articleId !== articleId;
  return { path, found: isAnother ? { kind: 'invalid' } : found };
}
