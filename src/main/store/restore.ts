import { join } from 'node:path';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';
import { NO_MARKS, NO_SHELF } from '#shared/domain/defaults.ts';
import { decodeMarksFile } from './marks-file.ts';
import { type MarksState, applyChange, createMarksState, toMarks } from './marks-state.ts';
import { NOTHING_UNREAD } from './marks-state.ts';
import { type Change, removalOf } from './change.ts';
import type { FileSystem } from '../disk/file-system.ts';
import type { StorePaths } from './paths.ts';
import type { MarksCopy } from './marks-store.ts';
import { replaySegments } from './replay.ts';
import { copyUnread } from './unread-copy.ts';

/** Reads the marks of every article from a folder, files and journal together; changes nothing. */
export function readMarks(fs: FileSystem, paths: StorePaths): ReadonlyMap<ArticleId, MarksCopy> {
  return new Map(
    [...readStates(fs, paths)].map(([articleId, state]) => [articleId, toCopy(state)]),
  );
}

/** Returns the marks of an article in the form in which a copy of the library holds them. */
export function toCopy(state: MarksState): MarksCopy {
  const unread = copyUnread(state);
  return { ...toMarks(state), ...(unread && { unread }) };
}

/** Like `readMarks`, but with what this version does not know. */
export function readStates(fs: FileSystem, paths: StorePaths): ReadonlyMap<ArticleId, MarksState> {
  const states = readAllMarks(fs, paths);
  for (const [articleId, records] of replaySegments(fs, paths.journal).byArticle) {
    const state = states.get(articleId) ?? createMarksState(NO_MARKS, 0, NOTHING_UNREAD);
    states.set(articleId, state);
    for (const record of records) applyChange(state, record);
  }
  return states;
}

/** Reads every article that has a readable file, from the newest of its copies. */
export function readAllMarks(fs: FileSystem, paths: StorePaths): Map<ArticleId, MarksState> {
  const states = new Map<ArticleId, MarksState>();
  for (const name of fs.list(paths.marks)) {
    if (!/\.json(\.bak)?$/.test(name)) continue;
    const decoded = decodeMarksFile(fs.read(join(paths.marks, name)));
    if (decoded.kind !== 'article') continue;
    const known = states.get(decoded.articleId);
    if (!known || decoded.state.revision > known.revision)
      states.set(decoded.articleId, decoded.state);
  }
  return states;
}

/**
 * Computes, one mark per step, the changes that turn the marks of an article into others. Restoring a dated copy uses
 * ordinary changes, so it is journaled and can itself be undone from the history.
 */
export function* changesBetween(
  articleId: ArticleId,
  { from, to, at }: { from: ArticleMarks; to: ArticleMarks; at: string },
): Generator<void, Change[]> {
  const base = { articleId, at };
  const changes: Change[] = [];
  const same = new Set<string>();
  for (const each of [...from.annotations, ...from.bookmarks, from.reading, from.shelf])
    yield void same.add(JSON.stringify(each));
  const isNew = (each: unknown): boolean => !same.has(JSON.stringify(each));
  const kept = new Set(to.annotations.map(({ id }) => id));
  for (const annotation of from.annotations)
    if (!kept.has(annotation.id)) changes.push(removalOf(annotation, at));
  for (const annotation of to.annotations) {
    if (isNew(annotation)) changes.push({ ...base, kind: 'put-annotation', annotation });
    yield;
  }
  const keptBookmarks = new Set(to.bookmarks.map(bookmarkKey));
  for (const bookmark of from.bookmarks) {
    const { id, blockId } = bookmark;
    if (!keptBookmarks.has(bookmarkKey(bookmark)))
      changes.push({ ...base, kind: 'remove-bookmark', id, blockId });
  }
  for (const bookmark of to.bookmarks) {
    if (isNew(bookmark)) changes.push({ ...base, kind: 'put-bookmark', bookmark });
    yield;
  }
  if (to.reading && isNew(to.reading))
    changes.push({ ...base, kind: 'put-reading', reading: to.reading });
  if (isNew(to.shelf)) changes.push({ ...base, kind: 'put-shelf', shelf: to.shelf ?? NO_SHELF });
  return changes;
}
