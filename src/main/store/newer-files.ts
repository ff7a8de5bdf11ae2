import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { toLine } from '../disk/framed-json.ts';
import { decodeMarksFile } from './marks-file.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { type StorePaths, marksFileName } from './paths.ts';

/** The copy of an article's marks that a newer version wrote, as one line; `null` when there is none. */
export function readNewer(
  fs: FileSystem,
  paths: StorePaths,
  articleId: ArticleId,
): Uint8Array | null {
  const path = join(paths.marks, `${marksFileName(articleId)}.json`);
  for (const copy of [path, `${path}.bak`]) {
    if (!fs.exists(copy)) continue;
    const bytes = fs.read(copy);
    if (decodeMarksFile(bytes).kind === 'newer') return toLine(bytes);
  }
  return null;
}
