import { join } from 'node:path';
import * as v from 'valibot';
import type { ArticleId } from '#shared/domain/article.ts';
import { positiveSchema } from '#shared/domain/primitives.ts';
import { startsFramed } from '../disk/framed-json.ts';
import { decodeMarksFile } from './marks-file.ts';
import { type FileSystem, writeSafely } from '../disk/file-system.ts';
import { SCHEMA_VERSION } from './journal-line.ts';
import { type StorePaths, marksFileName } from './paths.ts';

/** The version that the data folder states. */
export type FolderVersion = 'none' | 'old' | 'current' | 'newer';

const versionSchema = v.object({ schemaVersion: positiveSchema });

/** Reads `store-version.json`. If it is missing, any files of articles are those of version 1. */
export function readFolderVersion(fs: FileSystem, paths: StorePaths): FolderVersion {
  try {
    const text = Buffer.from(fs.read(paths.version)).toString('utf8');
    const { schemaVersion } = v.parse(versionSchema, JSON.parse(text));
    if (schemaVersion === SCHEMA_VERSION) return 'current';
    return schemaVersion > SCHEMA_VERSION ? 'newer' : 'old';
  } catch {
    // The file is missing or damaged; the articles' files state their own versions.
    return fs.list(paths.marks).some((name) => name.endsWith('.json')) ? 'old' : 'none';
  }
}

/** Returns the articles whose file is readable and of an older version. */
export function listOldArticles(fs: FileSystem, paths: StorePaths): readonly ArticleId[] {
  return fs.list(paths.marks).flatMap((name) => {
    if (!name.endsWith('.json')) return [];
    const bytes = fs.read(join(paths.marks, name));
    if (startsFramed(bytes)) return [];
    const decoded = decodeMarksFile(bytes);
    if (decoded.kind !== 'article') return [];
    return `${marksFileName(decoded.articleId)}.json` === name ? [decoded.articleId] : [];
  });
}

/** Records that every file is of the current version; until then each start checks again. */
export function finishMigration(fs: FileSystem, paths: StorePaths): void {
  fs.makeFolder(paths.next);
  writeSafely(fs, {
    path: paths.version,
    temporary: join(paths.next, 'store-version.json'),
    bytes: Buffer.from(`${JSON.stringify({ schemaVersion: SCHEMA_VERSION })}\n`, 'utf8'),
  });
  fs.syncFolder(paths.folder);
}
