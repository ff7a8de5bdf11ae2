import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { listSegments } from './journal.ts';
import { type Damage, type JournalRecord, decodeSegment } from './journal-line.ts';

/** What was read from the journal. */
export interface Replay {
  /** The records of each article in the order of their sequence numbers. */
  readonly byArticle: ReadonlyMap<ArticleId, readonly JournalRecord[]>;
  readonly lastSequence: number;
  readonly damage: readonly (Damage & { readonly segment: string })[];
  /** Segments that the disk could not read. */
  readonly unreadable: readonly string[];
}

/** Reads the segments of a folder and keeps every whole line, wherever the damage is. */
export function replaySegments(
  fs: FileSystem,
  folder: string,
  segments: readonly string[] = listSegments(fs, folder),
): Replay {
  const records: JournalRecord[] = [];
  const damage: (Damage & { segment: string })[] = [];
  const unreadable: string[] = [];
  for (const segment of segments) {
    try {
      const content = decodeSegment(fs.read(join(folder, segment)));
      for (const record of content.records) records.push(record);
      damage.push(...content.damage.map((piece) => ({ ...piece, segment })));
    } catch {
      // The caller then opens the store read-only and tells the reader.
      unreadable.push(segment);
    }
  }
  const lastSequence = records.reduce((last, { sequence }) => Math.max(last, sequence), 0);
  return { byArticle: group(records), lastSequence, damage, unreadable };
}

function group(records: readonly JournalRecord[]): Map<ArticleId, JournalRecord[]> {
  const voided = new Set(records.flatMap(({ voids }) => voids ?? []));
  const groups = new Map<ArticleId, JournalRecord[]>();
  for (const record of records.toSorted((a, b) => a.sequence - b.sequence)) {
    if (voided.has(record.sequence)) continue;
    const { articleId } = record.change;
    // A newer version wrote this change, which has no article; only the history keeps it.
    if (articleId === null) continue;
    const list = groups.get(articleId);
    if (list) list.push(record);
    else groups.set(articleId, [record]);
  }
  return groups;
}
