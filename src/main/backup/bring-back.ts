import { join } from 'node:path';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import type { OwnArticles } from '../library/own-articles-types.ts';
import { decodeMarksFile } from '../store/marks-file.ts';
import { type FileSystem, type RefusalReason, refusalReason } from '../disk/file-system.ts';
import type { MarksCopy, MarksWhole, Replacement } from '../store/marks-store.ts';
import { toCopy } from '../store/restore.ts';
import { createPace } from '../disk/turns.ts';
import { joinPieces } from './marks-pieces.ts';
import { type Moves, createMoves } from './moves.ts';
import {
  type RestorePaths,
  type RestoreRecord,
  readRecord,
  restorePaths,
} from './restore-record.ts';
import { linesOf } from './split-lines.ts';
import { listParts } from './stage.ts';
import { readSummaries } from './summaries.ts';

/** A copy was not brought back. */
export interface NotRestored extends Coded {
  /**
   * Nothing has changed; or the disk refused to finish and to take back, so that the next start, or the next restore, does
   * one of them.
   */
  readonly code: 'backup/not-restored' | 'backup/unfinished';
  readonly params: { readonly reason: RefusalReason };
}

/** What a restore has changed. */
export interface Restored {
  /** Articles whose folder is another. */
  readonly articles: readonly ArticleId[];
  /** Articles whose marks may be others. */
  readonly marks: ReadonlySet<ArticleId>;
}

interface Parts {
  readonly store: Pick<MarksWhole, 'startReplacement' | 'reread'>;
  readonly own: Pick<OwnArticles, 'expectChanges' | 'reread'>;
  readonly fs: FileSystem;
  readonly dataFolder: string;
}

/**
 * Puts what is prepared in its place: all of it or nothing. The record that says what is done is on the disk before the
 * first move and gone after the last, so that a kill in between leaves the rest to the next start.
 */
export async function bringBack(parts: Parts): Promise<Result<Restored, NotRestored>> {
  const { fs, dataFolder, own, store } = parts;
  const paths = restorePaths(dataFolder);
  const record = readRecord(fs, paths.prepared);
  if (!record) return notRestored('other');
  const articles = [...record.added, ...record.replaced];
  const moves = createMoves(fs, dataFolder, record);
  const pace = createPace();
  try {
    const replacement = store.startReplacement();
    const marks = await inTurns(pace, putMarks(parts, replacement));
    await inTurns(pace, replacement.prepare());
    const summaries = await inTurns(pace, readSummaries(fs, paths.summaries));
    own.expectChanges(record.replaced);
    fs.rename(paths.prepared, paths.record);
    fs.syncFolder(paths.folder);
    await inTurns(pace, moves.make());
    for (const id of record.newerMarks) store.reread(id);
    const committed = replacement.commit();
    if (!committed.ok) return takeBack(parts, record, moves, committed.error.params.reason);
    const isEnded = tryToEnd(fs, dataFolder);
    if (isEnded) await inTurns(pace, clear(fs, dataFolder));
    await inTurns(pace, reread(own, articles, summaries));
    // Everything is in its place, and the next start will find that it is.
    if (!isEnded) return fail({ code: 'backup/unfinished', params: { reason: 'other' } });
    return succeed({ articles, marks: new Set([...marks, ...record.newerMarks]) });
  } catch (error) {
    return takeBack(parts, record, moves, refusalReason(error));
  }
}

function takeBack(
  { fs, dataFolder, store }: Parts,
  record: RestoreRecord,
  moves: Moves,
  reason: RefusalReason,
): Result<never, NotRestored> {
  try {
    drain(moves.takeBack());
    for (const id of record.newerMarks) store.reread(id);
    endRestore(fs, dataFolder);
    return notRestored(reason);
  } catch {
    return fail({ code: 'backup/unfinished', params: { reason } });
  }
}

/**
 * Takes back what a restore in this run could not; for before the next one.
 *
 * @returns false when the disk still refuses
 */
export function settleRestore({ fs, dataFolder }: Pick<Parts, 'fs' | 'dataFolder'>): boolean {
  const { record: path } = restorePaths(dataFolder);
  if (!fs.exists(path)) return true;
  const record = readRecord(fs, path);
  if (!record) return false;
  try {
    drain(createMoves(fs, dataFolder, record).takeBack());
    endRestore(fs, dataFolder);
    return true;
  } catch {
    return false;
  }
}

/**
 * Ends a restore that a kill has cut off, for before the articles are opened: makes what it has begun, or, when the disk
 * refuses that, takes it back. What was only prepared is removed.
 */
export function finishRestore({ fs, dataFolder, store }: Omit<Parts, 'own'>): void {
  const paths = restorePaths(dataFolder);
  try {
    if (fs.list(paths.folder).length === 0) return;
    if (!fs.exists(paths.record)) return fs.removeFolder(paths.folder);
  } catch {
    return; // Left to the next start.
  }
  const record = readRecord(fs, paths.record);
  // A newer version's, whose moves are not known here.
  if (!record) return;
  const replacement = store.startReplacement();
  try {
    drain(createMoves(fs, dataFolder, record).make());
    for (const id of record.newerMarks) store.reread(id);
    drain(putMarks({ fs, dataFolder }, replacement));
    if (replacement.commit().ok) endRestore(fs, dataFolder);
    else settleRestore({ fs, dataFolder });
  } catch {
    settleRestore({ fs, dataFolder });
  }
}

function tryToEnd(fs: FileSystem, dataFolder: string): boolean {
  try {
    endRecord(fs, dataFolder);
    return true;
  } catch {
    return false;
  }
}

/** Tells the library of the articles whose folders changed, one a step. */
function* reread(
  own: Parts['own'],
  articles: readonly ArticleId[],
  summaries: ReadonlyMap<ArticleId, ArticleSummary>,
): Iterable<void> {
  for (const id of articles) yield own.reread(id, summaries.get(id));
}

/** Reads the prepared marks, a piece of an article a step, and answers which articles have some. Changes nothing. */
function* putMarks(
  { fs, dataFolder }: Pick<Parts, 'fs' | 'dataFolder'>,
  replacement: Replacement,
): Generator<void, ReadonlySet<ArticleId>> {
  const marks = new Set<ArticleId>();
  let pieces: MarksCopy[] = [];
  let last: ArticleId | null = null;
  for (const line of preparedLines(fs, restorePaths(dataFolder))) {
    const decoded = decodeMarksFile(line);
    // This process, or an older run of the app, wrote it a moment ago.
    if (decoded.kind !== 'article') throw Object.assign(new Error('damaged'), { code: 'EIO' });
    if (last !== null && decoded.articleId !== last) {
      yield* replacement.putInSteps(last, joinPieces(pieces));
      pieces = [];
    }
    last = decoded.articleId;
    marks.add(last);
    pieces.push(toCopy(decoded.state));
    yield;
  }
  if (last !== null) yield* replacement.putInSteps(last, joinPieces(pieces));
  return marks;
}

function* preparedLines(fs: FileSystem, paths: RestorePaths): Iterable<Uint8Array> {
  for (const name of listParts(fs, paths)) yield* linesOf(fs.read(join(paths.marks, name)));
}

/** The record goes; what is left of the folder goes too, or at the next start. */
function endRestore(fs: FileSystem, dataFolder: string): void {
  endRecord(fs, dataFolder);
  drain(clear(fs, dataFolder));
}

function endRecord(fs: FileSystem, dataFolder: string): void {
  const paths = restorePaths(dataFolder);
  if (fs.exists(paths.record)) {
    try {
      fs.remove(paths.record);
    } catch {
      // Another way to the same: under this name it says that nothing has begun.
      if (fs.exists(paths.record)) fs.rename(paths.record, paths.prepared);
    }
  }
}

/** Removes what is left of a restore whose record is gone, a folder at a step. */
function* clear(fs: FileSystem, dataFolder: string): Iterable<void> {
  const { folder, former } = restorePaths(dataFolder);
  try {
    fs.syncFolder(folder);
    for (const name of fs.list(former)) yield fs.removeFolder(join(former, name));
    fs.removeFolder(folder);
  } catch {
    // Without the record it means nothing.
  }
}

/** Takes all steps in turns of the event loop, and answers what the last one returns. */
async function inTurns<Value>(
  pace: () => Promise<void>,
  steps: Iterable<void, Value>,
): Promise<Value> {
  const iterator = steps[Symbol.iterator]();
  for (;;) {
    const { done, value } = iterator.next();
    if (done) return value;
    await pace();
  }
}

function drain(steps: Iterable<unknown>): void {
  for (const _step of steps);
}

const notRestored = (reason: RefusalReason) =>
  fail<NotRestored>({ code: 'backup/not-restored', params: { reason } });
