import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { sha256 } from '../disk/checksum.ts';

/** Every name that the store uses inside the data folder. See docs/data-format.md. */
export interface StorePaths {
  readonly folder: string;
  readonly marks: string;
  /** Folder for files that are being written; every start empties it. */
  readonly next: string;
  readonly journal: string;
  readonly history: string;
  readonly quarantine: string;
  readonly backups: string;
  readonly lock: string;
  readonly version: string;
}

export function storePaths(folder: string): StorePaths {
  return {
    folder,
    marks: join(folder, 'marks'),
    next: join(folder, 'next'),
    journal: join(folder, 'journal'),
    history: join(folder, 'history'),
    quarantine: join(folder, 'quarantine'),
    backups: join(folder, 'backups'),
    lock: join(folder, 'store.lock'),
    version: join(folder, 'store-version.json'),
  };
}

/** Returns the file name of an article, 32 hex digits. It is a hash, so that no id can name a path. */
export function marksFileName(articleId: ArticleId): string {
  return sha256(articleId).slice(0, 32);
}

/** A segment that is being written or waits for compaction: `journal-000001.log`. */
export const SEGMENT_NAME = /^journal-(\d{6,})\.log$/;

export const segmentName = (number: number): string =>
  `journal-${String(number).padStart(6, '0')}.log`;

/** A temporary file that the first version left when it was killed during a write. */
export const V1_TEMPORARY = /\.tmp-\d{10}[0-9a-f]{6}$/;
