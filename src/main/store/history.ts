import { join } from 'node:path';
import { type FileSystem, writeSafely } from './file-system.ts';
import { decodeSegment, encodeLine } from './journal-line.ts';
import type { StorePaths } from './paths.ts';

/**
 * Takes compacted segments out of the journal, oldest first. Their lines stay in `history/`, so that a
 * removed or changed annotation can be had back; reading places alone are of no later use.
 */
export function archiveSegments(
  fs: FileSystem,
  paths: StorePaths,
  segments: readonly string[],
): void {
  if (segments.length === 0) return;
  fs.makeFolder(paths.history);
  for (const segment of segments) {
    const { records } = decodeSegment(fs.read(join(paths.journal, segment)));
    const kept = records.filter(
      ({ change, voids }) => change.kind !== 'put-reading' || voids !== undefined,
    );
    if (kept.length === 0) continue;
    writeSafely(fs, {
      path: join(paths.history, segment),
      temporary: join(paths.next, segment),
      bytes: Buffer.from(kept.map(encodeLine).join(''), 'utf8'),
    });
  }
  fs.syncFolder(paths.history);
  // Oldest first, and no further than the disk allows: a later line may declare an earlier one void.
  for (const segment of segments) fs.remove(join(paths.journal, segment));
  fs.syncFolder(paths.journal);
}
