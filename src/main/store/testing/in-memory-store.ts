import * as v from 'valibot';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import { type ArticleId, articleIdSchema } from '#shared/domain/article.ts';
import { anAnnotation, annotationId } from '#shared/domain/testing/an-annotation.ts';
import { encodeFramed } from '../../disk/framed-json.ts';
import type { Change } from '../change.ts';
import { runCompaction } from '../compact.ts';
import type { Compactor } from '../compactor.ts';
import type { FileSystem } from '../../disk/file-system.ts';
import type { ProcessTable } from '../lock.ts';
import type { MarksCopy, Replacement } from '../marks-store.ts';
import type { JournaledStore } from '../journaled-store.ts';
import { openMarksStore } from '../open-store.ts';
import type { WriteStoreFile } from '../write-marks-file.ts';

export const FOLDER = '/data';
export const AT = '2026-01-02T03:04:05.000Z';
export const FIRST = v.parse(articleIdSchema, 'first');
export const SECOND = v.parse(articleIdSchema, 'second');

/**
 * Writes as electron-store was measured to: with one write whose short count is ignored, then the rename, and without a
 * sync. So the store has to notice that the file was cut.
 */
export const carelessWriter =
  (fs: FileSystem): WriteStoreFile =>
  (folder, name, body) => {
    const path = `${folder}/${name}.json`;
    const file = fs.create(`${path}.tmp-1700000000abcdef`);
    fs.write(file, Buffer.from(encodeFramed(body), 'utf8'));
    fs.close(file);
    fs.rename(`${path}.tmp-1700000000abcdef`, path);
  };

/** Creates a compactor that works in this process. */
export function createInlineCompactor(
  fs: FileSystem,
  writeStoreFile: WriteStoreFile = carelessWriter(fs),
  now = (): Date => new Date(AT),
): Compactor {
  return {
    run: async (job) => runCompaction({ fs, writeStoreFile, now }, job),
    stop: () => undefined,
  };
}

/** A machine on which only this process runs, so every other lock is stale. */
export const aloneOnTheMachine = (pid = 100): ProcessTable => ({
  pid,
  bootId: 'boot',
  startOf: (asked) => (asked === pid ? String(pid) : null),
});

/** Opens the store on a disk. `pid` should differ at each start, as it does in reality. */
export function openOn(
  fs: FileSystem,
  pid = 100,
  time = new Date(AT),
  compactor = createInlineCompactor(fs, carelessWriter(fs), () => time),
): JournaledStore {
  return openMarksStore({
    folder: FOLDER,
    fs,
    compactor,
    processes: aloneOnTheMachine(pid),
    now: () => time,
    compactAfter: { changes: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY },
  });
}

/** Replaces the marks of these articles. */
export function replaceMarks(
  store: JournaledStore,
  marks: ReadonlyMap<ArticleId, MarksCopy>,
): ReturnType<Replacement['commit']> {
  const replacement = store.startReplacement();
  for (const [articleId, to] of marks) replacement.put(articleId, to);
  return replacement.commit();
}

export const putAnnotation = (articleId: ArticleId, number: number, note = 'ملاحظة'): Change => ({
  kind: 'put-annotation',
  articleId,
  at: AT,
  annotation: anAnnotation(number, {
    articleId,
    span: { start: number, end: number + 4 },
    quote: { exact: 'خبر.', prefix: 'قبل ', suffix: ' بعد' },
    note,
    createdAt: AT,
    updatedAt: AT,
  }),
});

export const removeAnnotation = (articleId: ArticleId, number: number): Change => ({
  kind: 'remove-annotation',
  articleId,
  at: AT,
  id: annotationId(number),
});

/** Returns the notes of an article, by annotation. */
export const notesOf = (marks: ArticleMarks): Record<string, string> =>
  Object.fromEntries(marks.annotations.map(({ id, note }) => [id, note]));
