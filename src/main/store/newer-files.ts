import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { decodeArticleFile, toLine } from './article-file.ts';
import type { FileSystem } from './file-system.ts';
import { type StorePaths, articleFileName } from './paths.ts';

/** The copy of an article's marks that a newer version wrote, as one line; `null` when there is none. */
export function readNewer(
  fs: FileSystem,
  paths: StorePaths,
  articleId: ArticleId,
): Uint8Array | null {
  const path = join(paths.marks, `${articleFileName(articleId)}.json`);
  for (const copy of [path, `${path}.bak`]) {
    if (!fs.exists(copy)) continue;
    const bytes = fs.read(copy);
    if (decodeArticleFile(bytes).kind === 'newer') return toLine(bytes);
  }
  return null;
}
