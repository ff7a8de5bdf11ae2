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
export const createJournal = (fs: FileSystem, paths: StorePaths, lastSequence: number): Journal =>
  new SegmentedJournal(fs, paths, lastSequence);

class SegmentedJournal implements Journal {
  readonly load = { bytes: 0, changes: 0 };
  private readonly fs: FileSystem;
  private readonly paths: StorePaths;
  private segment: Segment | null = null;
  private sequence: number;
  private nextNumber: number;
  /** Refused changes that could not be removed from a failing disk. The next line declares them void. */
  private voids: number[] = [];
  private prepared: Prepared | null = null;

  constructor(fs: FileSystem, paths: StorePaths, lastSequence: number) {
    this.fs = fs;
    this.paths = paths;
    this.sequence = lastSequence;
    this.nextNumber = highestNumber(fs, paths) + 1;
  }

  append(changes: readonly Change[], after: number): readonly JournalRecord[] {
    this.segment ??= this.startSegment();
    const { segment } = this;
    const { records, bytes } = this.encode(changes, after);
    this.sequence = records.at(-1)?.sequence ?? this.sequence;
    try {
      writeAll(this.fs, segment.file, bytes);
      this.fs.sync(segment.file);
    } catch (error) {
      this.takeBack(segment, records);
      throw error;
    }
    segment.sizeBytes += bytes.length;
    this.voids = [];
    this.load.bytes += bytes.length;
    this.load.changes += records.length;
    return records;
  }

  *prepare(changes: readonly Change[], after: number): Iterable<void> {
    // The next line has to name the void changes, and speed does not matter on a failing disk.
    if (this.voids.length > 0) return;
    const records = this.number(changes, after);
    const lines: Uint8Array[] = [];
    for (const record of records) {
      lines.push(yield* encodeLineInSteps(record));
      yield;
    }
    this.prepared = { changes, records, bytes: Buffer.concat(lines) };
  }

  closeSegment(): readonly string[] {
    // A refused change that is still in a segment must not be compacted before it is declared void.
    if (this.voids.length > 0) return [];
    if (this.segment) this.closeQuietly(this.segment.file);
    this.segment = null;
    this.load.bytes = 0;
    this.load.changes = 0;
    return listSegments(this.fs, this.paths.journal);
  }

  private startSegment(): Segment {
    const { fs, paths } = this;
    fs.makeFolder(paths.journal);
    const path = join(paths.journal, segmentName(this.nextNumber++));
    const file = fs.create(path);
    try {
      fs.syncFolder(paths.journal);
    } catch (error) {
      this.closeQuietly(file);
      discard(fs, path);
      throw error;
    }
    return { path, file, sizeBytes: 0 };
  }

  private number(changes: readonly Change[], after: number): JournalRecord[] {
    const first = Math.max(this.sequence, after) + 1;
    return changes.map((change, index) => ({
      sequence: first + index,
      ...(index === 0 && this.voids.length > 0 ? { voids: [...this.voids] } : {}),
      change,
    }));
  }

  /** Uses lines encoded ahead only in the very next append, and only for the same changes. */
  private encode(changes: readonly Change[], after: number): Prepared {
    const known = this.prepared;
    this.prepared = null;
    const isSame =
      known?.changes.length === changes.length &&
      changes.every((change, index) => change === known.changes[index]);
    if (known && isSame) return known;
    const records = this.number(changes, after);
    return { changes, records, bytes: Buffer.from(records.map(encodeLine).join(''), 'utf8') };
  }

  /** After a failed write, cuts the segment back to its acknowledged bytes. It is not written to again. */
  private takeBack(failed: Segment, records: readonly JournalRecord[]): void {
    this.segment = null;
    try {
      this.fs.truncate(failed.file, failed.sizeBytes);
      this.fs.sync(failed.file);
    } catch {
      // The caller reports the failed write; the next line that can be written declares these changes void.
      this.voids.push(...records.map((record) => record.sequence));
    }
    this.closeQuietly(failed.file);
  }

  private closeQuietly(file: OpenFile): void {
    try {
      this.fs.close(file);
    } catch {
      // Everything acknowledged was synced before, so this failure loses nothing.
    }
  }
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
