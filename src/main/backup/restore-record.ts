import { join } from 'node:path';
import * as v from 'valibot';
import { articleIdSchema, ownIdSchema } from '#shared/domain/article.ts';
import { encodeFramed, readFramed } from '../disk/framed-json.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { ORIGINAL_NAME } from './manifest.ts';

const VERSION = 1;

const recordSchema = v.object({
  /** Articles that the library does not have yet. */
  added: v.array(ownIdSchema),
  /** Articles whose present folder is replaced. */
  replaced: v.array(ownIdSchema),
  /** Names of originals that the library does not have yet. */
  originals: v.array(v.pipe(v.string(), v.regex(ORIGINAL_NAME))),
  /** Articles whose marks a newer version wrote and for which the library has no marks. */
  newerMarks: v.array(articleIdSchema),
});
/** What a restore moves. While this record is on the disk, the restore has begun and is not finished. */
export type RestoreRecord = v.InferOutput<typeof recordSchema>;

const bodySchema = v.object({ schemaVersion: v.literal(VERSION), data: recordSchema });

/** The paths of a restore in the data folder, which exist only during the restore. */
export interface RestorePaths {
  readonly folder: string;
  /** The folder of everything that is prepared. */
  readonly next: string;
  readonly articles: string;
  readonly originals: string;
  /** The pictures of articles that are not prepared yet, in a folder for each article. */
  readonly assets: string;
  readonly marks: string;
  /** The summaries of the prepared articles. The file is missing when there are none. */
  readonly summaries: string;
  /** The record before the restore begins. The restore begins when it is renamed to `record`. */
  readonly prepared: string;
  readonly record: string;
  /** The replaced folders of articles, which are kept until the restore is finished. */
  readonly former: string;
}

export function restorePaths(dataFolder: string): RestorePaths {
  const folder = join(dataFolder, 'restore');
  const next = join(folder, 'next');
  return {
    folder,
    next,
    articles: join(next, 'articles'),
    originals: join(next, 'originals'),
    assets: join(next, 'assets'),
    marks: join(next, 'marks'),
    summaries: join(next, 'summaries.jsonl'),
    prepared: join(next, 'restore.json'),
    record: join(folder, 'restore.json'),
    former: join(folder, 'former'),
  };
}

export function encodeRecord(data: RestoreRecord, now: Date): Uint8Array {
  const body = { schemaVersion: VERSION, savedAt: now.toISOString(), data };
  return Buffer.from(encodeFramed(body), 'utf8');
}

/** Reads the record, or returns `null` when it is missing or this version cannot read it. */
export const readRecord = (fs: FileSystem, path: string): RestoreRecord | null =>
  readFramed(fs, path, bodySchema)?.data ?? null;
