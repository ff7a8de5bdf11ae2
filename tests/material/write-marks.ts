import { join } from 'node:path';
import { encodeFramed } from '#main/disk/framed-json.ts';
import { toBody } from '#main/store/marks-file.ts';
import { NOTHING_UNREAD, createMarksState } from '#main/store/marks-state.ts';
import { finishMigration } from '#main/store/migration.ts';
import { createNodeFileSystem } from '#main/disk/node-file-system.ts';
import { marksFileName, storePaths } from '#main/store/paths.ts';
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
    const state = createMarksState(marks, annotations.length, NOTHING_UNREAD);
    const bytes = Buffer.from(encodeFramed(toBody(articleId, state, new Date())));
    for (const end of ['json', 'json.bak']) {
      const file = fs.create(join(paths.marks, `${marksFileName(articleId)}.${end}`));
      fs.write(file, bytes);
      fs.close(file);
    }
  }
  finishMigration(fs, paths);
}
