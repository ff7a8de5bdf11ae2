import { join } from 'node:path';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import type { AnnotationVersion, RemovedAnnotation } from '#shared/domain/anchored-marks.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { changedAnnotation } from './change.ts';
import { type FileSystem, writeSafely } from '../disk/file-system.ts';
import { type JournalRecord, decodeSegment, encodeLine, withoutVoids } from './journal-line.ts';
import { SEGMENT_NAME, type StorePaths } from './paths.ts';

/** The name of a history file, such as `2026-01.log`. It holds the changes of one month, UTC. */
const HISTORY_NAME = /^\d{4}-\d\d\.log$/;

/**
 * Moves compacted segments from the journal to `history/`, oldest first, so that a removed or changed annotation can be
 * restored. Changes of the reading position are left out, because nobody needs them later.
 */
export function archiveSegments(
  fs: FileSystem,
  paths: StorePaths,
  segments: readonly string[],
): void {
  if (segments.length === 0) return;
  const months = new Map<string, string[]>();
  for (const record of readValid(fs, paths.journal, segments)) {
    const { change } = record;
    if (change.kind === 'put-reading') continue;
    const month = change.at.slice(0, 7);
    const lines = months.get(month) ?? [];
    lines.push(encodeLine(withoutVoids(record)));
    months.set(month, lines);
  }
  fs.makeFolder(paths.history);
  for (const [month, lines] of months) addLines(fs, paths, `${month}.log`, lines);
  fs.syncFolder(paths.history);
  // Oldest first, and only as far as the disk allows, because a later line may declare an earlier one void.
  for (const segment of segments) fs.remove(join(paths.journal, segment));
  fs.syncFolder(paths.journal);
}

/** Called with the path of a file or folder that the disk cannot read, and of a file of the history that is damaged. */
type OnUnreadable = (path: string) => void;

/** Returns every known version of one annotation, oldest first, as far as the disk can read them. */
export function readHistory(
  fs: FileSystem,
  paths: StorePaths,
  { articleId, id }: { articleId: ArticleId; id: AnnotationId },
  onUnreadable: OnUnreadable,
): readonly AnnotationVersion[] {
  const versions = new Map<string, AnnotationVersion & { sequence: number }>();
  for (const { sequence, change } of readEverything(fs, paths, onUnreadable)) {
    // A change that a newer version made cannot be shown.
    if (change.kind === 'foreign' || change.kind === 'foreign-annotation') continue;
    if (change.articleId !== articleId || changedAnnotation(change) !== id) continue;
    const annotation = change.kind === 'put-annotation' ? change.annotation : null;
    const lost = change.kind === 'remove-annotation' && versions.size === 0 && change.annotation;
    // The annotation was made before there was a journal, so only its removal tells what it was.
    if (lost) versions.set('first', { at: lost.updatedAt, annotation: lost, sequence: 0 });
    // An interrupted compaction leaves a line in both journal and history; the key counts it once.
    versions.set(`${sequence} ${change.at}`, { at: change.at, annotation, sequence });
  }
  return [...versions.values()]
    .toSorted((a, b) => a.sequence - b.sequence)
    .map(({ at, annotation }) => ({ at, annotation }));
}

type Reader = (path: string) => readonly JournalRecord[];

/** Returns every known change, oldest first within an article. */
function readEverything(
  fs: FileSystem,
  paths: StorePaths,
  onUnreadable: OnUnreadable,
): readonly JournalRecord[] {
  const readable = (folder: string, pattern: RegExp, recordsOf: Reader): JournalRecord[] =>
    attempt(folder, onUnreadable, () => namesIn(fs, folder, pattern)).flatMap((name) =>
      attempt(join(folder, name), onUnreadable, () => recordsOf(join(folder, name))),
    );
  const ofHistory: Reader = (path) => {
    const { records, damage } = decodeSegment(fs.read(path));
    if (damage.some(({ kind }) => kind !== 'newer')) onUnreadable(path);
    return records;
  };
  // The start has told of damage in the journal.
  const ofJournal: Reader = (path) => recordsOf(fs, path);
  return [
    ...withoutVoided(readable(paths.history, HISTORY_NAME, ofHistory)),
    ...withoutVoided(readable(paths.journal, SEGMENT_NAME, ofJournal)),
  ].toSorted((a, b) => a.sequence - b.sequence);
}

/** Returns nothing, and reports the path, when the disk refuses; the other files are still shown. */
function attempt<Value>(
  path: string,
  onUnreadable: OnUnreadable,
  act: () => readonly Value[],
): readonly Value[] {
  try {
    return act();
  } catch {
    onUnreadable(path);
    return [];
  }
}

/** Returns the annotations that were removed and not restored, the last one removed first, as far as they can be read. */
export function readRemoved(
  fs: FileSystem,
  paths: StorePaths,
  onUnreadable: OnUnreadable,
): readonly RemovedAnnotation[] {
  const last = new Map<string, Annotation>();
  const removed = new Map<string, RemovedAnnotation>();
  for (const { change } of readEverything(fs, paths, onUnreadable)) {
    if (change.kind === 'put-annotation') {
      last.set(change.annotation.id, change.annotation);
      removed.delete(change.annotation.id);
    } else if (change.kind === 'foreign-annotation') {
      removed.delete(change.id);
    } else if (change.kind === 'remove-annotation') {
      const annotation = change.annotation ?? last.get(change.id);
      // An entry that is deleted and set again moves to the end of the map, as the last one removed.
      removed.delete(change.id);
      if (annotation) removed.set(change.id, { removedAt: change.at, annotation });
    }
  }
  return [...removed.values()].toReversed();
}

/** Returns the records of some files, without those that a later record declares void. @throws the system's error */
const readValid = (fs: FileSystem, folder: string, names: readonly string[]): JournalRecord[] =>
  withoutVoided(names.flatMap((name) => recordsOf(fs, join(folder, name))));

const recordsOf = (fs: FileSystem, path: string): readonly JournalRecord[] =>
  decodeSegment(fs.read(path)).records;

function withoutVoided(records: readonly JournalRecord[]): JournalRecord[] {
  const voided = new Set(records.flatMap(({ voids }) => voids ?? []));
  return records.filter(({ sequence }) => !voided.has(sequence));
}

function addLines(fs: FileSystem, paths: StorePaths, name: string, lines: readonly string[]): void {
  const path = join(paths.history, name);
  const before = fs.exists(path) ? Buffer.from(fs.read(path)) : Buffer.alloc(0);
  const known = new Set(before.toString('utf8').split('\n'));
  const added = lines.filter((line) => !known.has(line.trimEnd())).join('');
  if (added === '') return;
  const isOpen = before.length > 0 && before.at(-1) !== 0x0a;
  writeSafely(fs, {
    path,
    temporary: join(paths.next, name),
    bytes: Buffer.concat([before, Buffer.from(`${isOpen ? '\n' : ''}${added}`, 'utf8')]),
  });
}

const namesIn = (fs: FileSystem, folder: string, pattern: RegExp): readonly string[] =>
  fs.list(folder).filter((name) => pattern.test(name));
