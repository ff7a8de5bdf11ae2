import { join } from 'node:path';
import * as v from 'valibot';
import { annotationIdSchema } from '#shared/domain/annotation.ts';
import { articleIdSchema } from '#shared/domain/article.ts';
import { encodeFramed, readFramed } from '../disk/framed-json.ts';
import { type FileSystem, writeSafely } from '../disk/file-system.ts';
import { keepUnread } from '../library/set-aside.ts';
import type { TagPlan } from './plan-change.ts';

const VERSION = 1;

const tagsSchema = v.array(v.string());
const markSchema = v.object({ tags: tagsSchema, note: v.string() });
const bodySchema = v.object({
  schemaVersion: v.literal(VERSION),
  data: v.object({
    marks: v.array(
      v.object({
        articleId: articleIdSchema,
        id: annotationIdSchema,
        before: markSchema,
        after: markSchema,
      }),
    ),
    articles: v.array(
      v.object({ articleId: articleIdSchema, before: tagsSchema, after: tagsSchema }),
    ),
  }),
});

/** A change of tags in progress. It is on the disk before the first part is written and is removed after the last. */
export interface PendingChange {
  /** @throws the system's error when it could not be saved */
  write(plan: TagPlan): void;
  /** Returns an interrupted change, or `null` when there is none or it cannot be read. */
  read(): TagPlan | null;
  /** @throws the system's error when it could not be removed */
  clear(): void;
}

/** @param folder absolute path of the data folder */
export function createPendingChange(
  fs: FileSystem,
  folder: string,
  now: () => Date,
): PendingChange {
  const path = join(folder, 'tag-change.json');

  const read = (): TagPlan | null => readFramed(fs, path, bodySchema)?.data ?? null;

  return {
    write(data) {
      const name = `${now().getTime()}-tag-change.json`;
      if (read() === null) keepUnread(fs, { path, into: join(folder, 'quarantine'), name });
      const body = { schemaVersion: VERSION, savedAt: now().toISOString(), data };
      fs.makeFolder(join(folder, 'next'));
      const temporary = join(folder, 'next', 'tag-change.json');
      writeSafely(fs, { path, temporary, bytes: Buffer.from(encodeFramed(body), 'utf8') });
      fs.syncFolder(folder);
    },
    read,
    clear() {
      fs.remove(path);
      fs.syncFolder(folder);
    },
  };
}
