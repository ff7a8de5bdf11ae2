import { join } from 'node:path';
import * as v from 'valibot';
import { annotationIdSchema } from '#shared/domain/annotation.ts';
import { articleIdSchema } from '#shared/domain/article.ts';
import { encodeFramed, isOfNewerVersion, readFramed } from '../disk/framed-json.ts';
import { type FileSystem, writeSafely } from '../disk/file-system.ts';
import { keepUnread, setAside } from '../library/set-aside.ts';
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

/** What the last run left. */
export type FoundChange =
  | { readonly kind: 'none' | 'damaged' | 'newer' }
  | { readonly kind: 'change'; readonly plan: TagPlan };

/** A change of tags in progress. It is on the disk before the first part is written and is removed after the last. */
export interface PendingChange {
  /** @throws the system's error when it could not be saved */
  write(plan: TagPlan): void;
  /** Reads an interrupted change, if there is one. */
  find(): FoundChange;
  /** Moves a damaged file to quarantine. Returns the folder where it is afterwards, which is the same if that failed. */
  putAside(): string;
  /** The folder of the file: the absolute path of the data folder. */
  readonly folder: string;
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
  const aside = () => ({
    path,
    into: join(folder, 'quarantine'),
    name: `${now().getTime()}-tag-change.json`,
  });

  const find = (): FoundChange => {
    const known = readFramed(fs, path, bodySchema);
    if (known) return { kind: 'change', plan: known.data };
    if (!fs.exists(path)) return { kind: 'none' };
    return { kind: isNewer(fs, path) ? 'newer' : 'damaged' };
  };

  return {
    folder,
    find,
    write(data) {
      if (find().kind !== 'change') keepUnread(fs, aside());
      const body = { schemaVersion: VERSION, savedAt: now().toISOString(), data };
      fs.makeFolder(join(folder, 'next'));
      const temporary = join(folder, 'next', 'tag-change.json');
      writeSafely(fs, { path, temporary, bytes: Buffer.from(encodeFramed(body), 'utf8') });
      fs.syncFolder(folder);
    },
    putAside: () => (setAside(fs, aside()) === 'moved' ? aside().into : folder),
    clear() {
      fs.remove(path);
      fs.syncFolder(folder);
    },
  };
}

function isNewer(fs: FileSystem, path: string): boolean {
  try {
    return isOfNewerVersion(fs.read(path), VERSION);
  } catch {
    return false;
  }
}
