import { join } from 'node:path';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import type { OwnArticles } from '../library/own-articles-types.ts';
import { decodeMarksFile } from '../store/marks-file.ts';
import { type FileSystem, type RefusalReason, refusalReason } from '../disk/file-system.ts';
import type { MarksCopy, MarksWhole, Replacement } from '../store/marks-store.ts';
import { toCopy } from '../store/restore.ts';
import { createPace, nextTurn } from '../disk/turns.ts';
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

/** Why a copy was not restored. */
export interface NotRestored extends Coded {
  /**
   * `backup/not-restored` means that nothing has changed. `backup/unfinished` means that the disk refused both to finish
   * the restore and to undo it, so that the next start or the next restore does one of them.
   */
  readonly code: 'backup/not-restored' | 'backup/unfinished';
  readonly params: { readonly reason: RefusalReason };
}

/** What a restore has changed. */
export interface Restored {
  /** The articles that were added or replaced. */
  readonly articles: readonly ArticleId[];
  /** The articles whose marks may have changed. */
  readonly marks: ReadonlySet<ArticleId>;
}

interface Parts {
  readonly store: Pick<MarksWhole, 'startReplacement' | 'reread'>;
  readonly own: Pick<OwnArticles, 'expectChanges' | 'reread'>;
  readonly fs: FileSystem;
  readonly dataFolder: string;
}

/**
 * Puts everything that is prepared in its place, or nothing. The record that lists the moves is on the disk before the
 * first move and is removed after the last, so that the next start can complete a restore that was cut off.
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
    // The commit cannot be split, because it makes all changes or none, so it gets a turn of its own.
    await nextTurn();
    for (const id of record.newerMarks) store.reread(id);
    const committed = replacement.commit();
    if (!committed.ok) return takeBack(parts, record, moves, committed.error.params.reason);
    // The record goes in the same turn, so that no start repeats the restore over a later change.
    const isEnded = tryToEnd(fs, dataFolder);
    await nextTurn();
    if (isEnded) await inTurns(pace, clear(fs, dataFolder));
    await inTurns(pace, reread(own, articles, summaries));
    // Everything is in its place, but the record is still there; the next start removes it.
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
 * Undoes an earlier restore of this run that could neither be finished nor undone. It is called before the next one.
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
 * Completes a restore that was cut off, or undoes it when the disk refuses. It is called before the articles are opened.
 * A restore that was only prepared is removed.
 */
export function finishRestore({ fs, dataFolder, store }: Omit<Parts, 'own'>): void {
  const paths = restorePaths(dataFolder);
  try {
    if (fs.list(paths.folder).length === 0) return;
    if (!fs.exists(paths.record)) return fs.removeFolder(paths.folder);
  } catch {
    return; // The next start tries again.
  }
  const record = readRecord(fs, paths.record);
  // A newer version wrote the record, so this version does not know its moves.
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

/** Makes the library read the articles whose folders changed, one article in each step. */
function* reread(
  own: Parts['own'],
  articles: readonly ArticleId[],
  summaries: ReadonlyMap<ArticleId, ArticleSummary>,
): Iterable<void> {
  for (const id of articles) yield own.reread(id, summaries.get(id));
}

/** Reads the prepared marks, one piece in each step, and returns the ids of their articles. It changes nothing. */
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

/** Removes the record and then the rest of the folder, which a later start removes if the disk refuses now. */
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
      // A record under this name means that no restore has begun, which has the same effect.
      if (fs.exists(paths.record)) fs.rename(paths.record, paths.prepared);
    }
  }
}

/** Removes the remaining folders of a restore whose record is gone, one in each step. */
function* clear(fs: FileSystem, dataFolder: string): Iterable<void> {
  const { folder, former } = restorePaths(dataFolder);
  try {
    fs.syncFolder(folder);
    for (const name of fs.list(former)) yield fs.removeFolder(join(former, name));
    fs.removeFolder(folder);
  } catch {
    // The folders have no meaning without the record, so they may stay until a later start.
  }
}

/** Runs all steps, yields to other work in between, and returns what the last step returns. */
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
