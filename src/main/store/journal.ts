import { join } from 'node:path';
import type { Change } from './change.ts';
import { type FileSystem, type OpenFile, discard, writeAll } from '../disk/file-system.ts';
import { type JournalRecord, encodeLine, encodeLineInSteps } from './journal-line.ts';
import { SEGMENT_NAME, type StorePaths, segmentName } from './paths.ts';

/** The file to which every change is appended as one durable line before it is acknowledged. */
export interface Journal {
  /** Writes the changes with one sync; throws the system's error when they are not on the disk. */
  append(changes: readonly Change[], after: number): readonly JournalRecord[];
  /**
   * Encodes many changes, at most one per step, so that an `append` of the same changes right after has only to write
   * them.
   */
  prepare(changes: readonly Change[], after: number): Iterable<void>;
  /** Ends the current segment and returns the segments that may be compacted, oldest first. */
  closeSegment(): readonly string[];
  /** Bytes and changes written since the segment was last closed. */
  readonly load: { readonly bytes: number; readonly changes: number };
}

/** Lines that were encoded ahead of their `append`. */
interface Prepared {
  readonly changes: readonly Change[];
  readonly records: readonly JournalRecord[];
  readonly bytes: Uint8Array;
}

interface Segment {
  readonly path: string;
  readonly file: OpenFile;
  sizeBytes: number;
}

/**
 * Starts a new segment. Old ones are only read, so nothing is appended to a line that was cut off.
 *
 * @param lastSequence  highest sequence number in the journal's segments
 */
export function createJournal(fs: FileSystem, paths: StorePaths, lastSequence: number): Journal {
  let segment: Segment | null = null;
  let sequence = lastSequence;
  let nextNumber = highestNumber(fs, paths) + 1;
  /** Refused changes that could not be removed from a failing disk. The next line declares them void. */
  let voids: number[] = [];
  let prepared: Prepared | null = null;
  const load = { bytes: 0, changes: 0 };

  function startSegment(): Segment {
    fs.makeFolder(paths.journal);
    const path = join(paths.journal, segmentName(nextNumber++));
    const file = fs.create(path);
    try {
      fs.syncFolder(paths.journal);
    } catch (error) {
      closeQuietly(file);
      discard(fs, path);
      throw error;
    }
    return { path, file, sizeBytes: 0 };
  }

  function number(changes: readonly Change[], after: number): JournalRecord[] {
    const first = Math.max(sequence, after) + 1;
    return changes.map((change, index) => ({
      sequence: first + index,
      ...(index === 0 && voids.length > 0 ? { voids: [...voids] } : {}),
      change,
    }));
  }

  /** Uses lines encoded ahead only in the very next append, and only for the same changes. */
  function encode(changes: readonly Change[], after: number): Prepared {
    const known = prepared;
    prepared = null;
    const isSame =
      known?.changes.length === changes.length &&
      changes.every((change, index) => change === known.changes[index]);
    if (known && isSame) return known;
    const records = number(changes, after);
    return { changes, records, bytes: Buffer.from(records.map(encodeLine).join(''), 'utf8') };
  }

  /** After a failed write, cuts the segment back to its acknowledged bytes. It is not written to again. */
  function takeBack(failed: Segment, records: readonly JournalRecord[]): void {
    segment = null;
    try {
      fs.truncate(failed.file, failed.sizeBytes);
      fs.sync(failed.file);
    } catch {
      // The caller reports the failed write; the next line that can be written declares these changes void.
      voids.push(...records.map((record) => record.sequence));
    }
    closeQuietly(failed.file);
  }

  function closeQuietly(file: OpenFile): void {
    try {
      fs.close(file);
    } catch {
      // Everything acknowledged was synced before, so this failure loses nothing.
    }
  }

  return {
    append(changes, after) {
      segment ??= startSegment();
      const { records, bytes } = encode(changes, after);
      sequence = records.at(-1)?.sequence ?? sequence;
      try {
        writeAll(fs, segment.file, bytes);
        fs.sync(segment.file);
      } catch (error) {
        takeBack(segment, records);
        throw error;
      }
      segment.sizeBytes += bytes.length;
      voids = [];
      load.bytes += bytes.length;
      load.changes += records.length;
      return records;
    },
    *prepare(changes, after) {
      // The next line has to name the void changes, and speed does not matter on a failing disk.
      if (voids.length > 0) return;
      const records = number(changes, after);
      const lines: Uint8Array[] = [];
      for (const record of records) {
        lines.push(yield* encodeLineInSteps(record));
        yield;
      }
      prepared = { changes, records, bytes: Buffer.concat(lines) };
    },
    closeSegment() {
      // A refused change that is still in a segment must not be compacted before it is declared void.
      if (voids.length > 0) return [];
      if (segment) closeQuietly(segment.file);
      segment = null;
      load.bytes = 0;
      load.changes = 0;
      return listSegments(fs, paths.journal);
    },
    load,
  };
}

/** Returns the names of the segments in a folder, oldest first. */
export function listSegments(fs: FileSystem, folder: string): readonly string[] {
  const numbered = fs.list(folder).flatMap((name) => {
    const number = SEGMENT_NAME.exec(name)?.[1];
    return number ? [{ name, number: Number(number) }] : [];
  });
  return numbered.toSorted((a, b) => a.number - b.number).map(({ name }) => name);
}

function highestNumber(fs: FileSystem, paths: StorePaths): number {
  const names = listSegments(fs, paths.journal);
  return Math.max(0, ...names.map((name) => Number(SEGMENT_NAME.exec(name)?.[1])));
}
