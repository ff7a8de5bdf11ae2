import * as v from 'valibot';
import { type ArticleId, ownIdSchema } from '#shared/domain/article.ts';
import { tryParse } from '#shared/domain/parse.ts';
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

/** The folder of the pictures. Each is named by its article and the SHA-256 of its bytes. */
export const ASSETS_FOLDER = 'assets/';

const ASSET_NAME = /^assets\/([^/]{1,80})\/([0-9a-f]{64})$/;

/** Returns the article and the hash in the name of a picture; `null` for any other name. */
export function assetNamed(
  name: string,
): { readonly id: ArticleId; readonly sha256: string } | null {
  const [, id, sha256] = ASSET_NAME.exec(name) ?? [];
  const parsed = tryParse(ownIdSchema, id);
  return parsed.success && sha256 !== undefined ? { id: parsed.output, sha256 } : null;
}

/**
 * Version of the container. Its contents have their own versions. Version 2 has pictures; a backup without any is one of
 * version 1, so that older versions of the app can read it.
 */
export const BACKUP_VERSION = 2;

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
          ORIGINAL_NAME.test(name.slice(ORIGINALS_FOLDER.length))) ||
        assetNamed(name) !== null,
    ),
  ),
  sizeBytes: countSchema,
  sha256: sha256Schema,
});
export type Entry = v.InferOutput<typeof entrySchema>;

export const manifestSchema = v.object({
  format: v.literal('hashiya-backup'),
  version: v.picklist([1, BACKUP_VERSION]),
  createdAt: timeSchema,
  /** Version of the app that wrote the backup. */
  app: v.string(),
  entries: v.pipe(v.array(entrySchema), v.maxLength(MAX_ENTRIES)),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;
