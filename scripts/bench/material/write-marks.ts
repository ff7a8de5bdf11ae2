import { join } from 'node:path';
import { encodeBody, toBody } from '#main/store/article-file.ts';
import { NOTHING_UNREAD, createArticleState } from '#main/store/article-state.ts';
import { finishMigration } from '#main/store/migration.ts';
import { createNodeFileSystem } from '#main/store/node-file-system.ts';
import { articleFileName, storePaths } from '#main/store/paths.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';

interface MarksOfArticle {
  readonly articleId: ArticleId;
  readonly annotations: Annotation[];
}

/** Writes a compacted library into a data folder, as the store leaves it. */
export function writeMarks(dataFolder: string, all: readonly MarksOfArticle[]): void {
  const fs = createNodeFileSystem();
  const paths = storePaths(dataFolder);
  fs.makeFolder(paths.marks);
  for (const { articleId, annotations } of all) {
    const marks = { annotations, bookmarks: [], reading: null, shelf: null };
    const state = createArticleState(marks, annotations.length, NOTHING_UNREAD);
    const bytes = Buffer.from(encodeBody(toBody(articleId, state, new Date())));
    for (const end of ['json', 'json.bak']) {
      const file = fs.create(join(paths.marks, `${articleFileName(articleId)}.${end}`));
      fs.write(file, bytes);
      fs.close(file);
    }
  }
  finishMigration(fs, paths);
}
