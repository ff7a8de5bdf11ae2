import { join } from 'node:path';
import * as v from 'valibot';
import { articleIdSchema, ownIdSchema } from '#shared/domain/article.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { decodeFramed, encodeFramed } from '../disk/framed-json.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { ORIGINAL_NAME } from './manifest.ts';

const VERSION = 1;

const recordSchema = v.object({
  /** Articles that are not there now. */
  added: v.array(ownIdSchema),
  /** Articles whose folder gives way. */
  replaced: v.array(ownIdSchema),
  /** Names of originals that are not there now. */
  originals: v.array(v.pipe(v.string(), v.regex(ORIGINAL_NAME))),
  /** Articles whose marks a newer version wrote, and of which nothing is stored now. */
  newerMarks: v.array(articleIdSchema),
});
/** What a restore moves. As long as it is on the disk, the restore has begun and has not ended. */
export type RestoreRecord = v.InferOutput<typeof recordSchema>;

const bodySchema = v.object({ schemaVersion: v.literal(VERSION), data: recordSchema });

/** The folder of a restore inside the data folder; it is there only meanwhile. */
export interface RestorePaths {
  readonly folder: string;
  /** What is prepared. */
  readonly next: string;
  readonly articles: string;
  readonly originals: string;
  readonly marks: string;
  /** What the list shows of the prepared articles; is not there when there are none. */
  readonly summaries: string;
  /** The record before the restore begins; its rename to `record` is the beginning. */
  readonly prepared: string;
  readonly record: string;
  /** Folders of articles that gave way, until the end. */
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

/** `null` when there is none, or none that this version can read. */
export function readRecord(fs: FileSystem, path: string): RestoreRecord | null {
  if (!fs.exists(path)) return null;
  try {
    const body = decodeFramed(Buffer.from(fs.read(path)).toString('utf8'));
    const parsed = tryParse(bodySchema, body);
    return parsed.success ? parsed.output.data : null;
  } catch {
    return null;
  }
}
