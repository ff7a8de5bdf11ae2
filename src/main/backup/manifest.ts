import * as v from 'valibot';
import { countSchema, sha256Schema, timeSchema } from '#shared/domain/primitives.ts';

/** The ending of a backup file, without the dot. */
export const BACKUP_EXTENSION = 'hashiya';

/** The entry that lists the contents. It is written last, so that it can contain every hash. */
export const MANIFEST_NAME = 'hashiya.json';

/** The entry of the marks. Each line is a file of `marks/`, byte for byte. */
export const MARKS_NAME = 'marks.jsonl';

/** The entry of the own articles. Each line is an `article.json`, byte for byte. */
export const ARTICLES_NAME = 'articles.jsonl';

export const SETTINGS_NAME = 'settings.json';

/** The folder of the originals, which are named by the SHA-256 of their bytes. */
export const ORIGINALS_FOLDER = 'originals/';

/** The name of an original: its hash, perhaps with an ending. */
export const ORIGINAL_NAME = /^[0-9a-f]{64}(?:\.[a-z0-9]{1,8})?$/;

/** Version of the container. Its contents have their own versions. */
export const BACKUP_VERSION = 1;

/** Most entries besides the manifest, because the directory of an archive counts up to 65,535. */
export const MAX_ENTRIES = 65_000;

/** Largest backup, bytes. */
export const MAX_BACKUP_BYTES = 2_000_000_000;

export const entrySchema = v.strictObject({
  name: v.pipe(
    v.string(),
    v.check(
      (name) =>
        [MARKS_NAME, ARTICLES_NAME, SETTINGS_NAME].includes(name) ||
        (name.startsWith(ORIGINALS_FOLDER) &&
          ORIGINAL_NAME.test(name.slice(ORIGINALS_FOLDER.length))),
    ),
  ),
  sizeBytes: countSchema,
  sha256: sha256Schema,
});
export type Entry = v.InferOutput<typeof entrySchema>;

export const manifestSchema = v.object({
  format: v.literal('hashiya-backup'),
  version: v.literal(BACKUP_VERSION),
  createdAt: timeSchema,
  /** Version of the app that wrote the backup. */
  app: v.string(),
  entries: v.pipe(v.array(entrySchema), v.maxLength(MAX_ENTRIES)),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;
