import { describe, expect, it } from 'vitest';
import { annotationId } from '#shared/domain/testing/an-annotation.ts';
import {
  AT,
  FIRST,
  FOLDER,
  SECOND,
  notesOf,
  openOn,
  putAnnotation,
  removeAnnotation,
  replaceMarks,
} from './testing/in-memory-store.ts';
import { NO_MARKS } from '#shared/domain/defaults.ts';
import { storePaths } from './paths.ts';
import { readMarks } from './restore.ts';
import { removalOf } from './change.ts';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';

const BACKUP = '2026-01-02T03-04-05Z';

describe('earlier states in the store', () => {
  it('contain every version of an annotation once, compacted or not', async () => {
    const disk = createMemoryDisk();
    const store = openOn(disk);
    store.change(FIRST, [putAnnotation(FIRST, 1, 'أ'), putAnnotation(FIRST, 2, 'أخرى')]);
    await store.compact();
    store.change(FIRST, [putAnnotation(FIRST, 1, 'ب')]);
    await store.compact();
    store.change(FIRST, [removeAnnotation(FIRST, 1)]);
    disk.cutPower(0);

    const versions = openOn(disk, 101).history(FIRST, annotationId(1));

    expect(versions.map(({ annotation }) => annotation?.note ?? null)).toEqual(['أ', 'ب', null]);
    expect(store.history(SECOND, annotationId(1))).toEqual([]);
  });

  it.each([
    ['cut', (bytes: Uint8Array) => bytes.subarray(0, -5)],
    [
      'changed',
      (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from('2 0123456789abcdef {}\n')]),
    ],
  ])('say that a file of the history was %s, and keep its bytes', async (_how, harm) => {
    const disk = createMemoryDisk();
    const store = openOn(disk);
    store.change(FIRST, [putAnnotation(FIRST, 1, 'أ')]);
    await store.compact();
    const path = disk.paths().find((each) => each.startsWith(`${FOLDER}/history/`)) ?? '';
    const harmed = harm(disk.read(path));
    disk.put(path, harmed);
    store.change(FIRST, [putAnnotation(FIRST, 1, 'ب')]);
    await store.compact();

    const versions = store.history(FIRST, annotationId(1));

    expect(versions.at(-1)?.annotation?.note).toBe('ب');
    expect(store.notices()).toEqual([{ code: 'store/read-failed', params: { count: 1 } }]);
    expect(Buffer.from(disk.read(path)).subarray(0, harmed.length)).toEqual(Buffer.from(harmed));
  });

  it('list removed and not restored annotations, the last one first', async () => {
    const disk = createMemoryDisk();
    const store = openOn(disk);
    const puts = [1, 2, 3, 4].map((number) => putAnnotation(FIRST, number, String(number)));
    store.change(FIRST, puts);
    await store.compact();
    store.change(FIRST, [removeAnnotation(FIRST, 1), removeAnnotation(FIRST, 2)]);
    store.change(FIRST, [putAnnotation(FIRST, 1, 'عاد'), removeAnnotation(FIRST, 3)]);
    disk.cutPower(0);

    const removed = openOn(disk, 101).removed();

    expect(removed.map(({ annotation }) => annotation.note)).toEqual(['3', '2']);
  });

  it('contain a removed annotation that is older than the journal', () => {
    const store = openOn(createMemoryDisk());
    const put = putAnnotation(FIRST, 1, 'قديمة');
    if (put.kind !== 'put-annotation') throw new Error('not put');

    store.change(FIRST, [removalOf(put.annotation, AT)]);

    expect(store.removed()).toEqual([{ removedAt: AT, annotation: put.annotation }]);
    const versions = store.history(FIRST, annotationId(1));
    expect(versions.map(({ annotation }) => annotation?.note ?? null)).toEqual(['قديمة', null]);
  });

  it('include dated copies, whose restore can be undone', async () => {
    const disk = createMemoryDisk();
    const store = openOn(disk);
    store.change(FIRST, [putAnnotation(FIRST, 1, 'قبل'), putAnnotation(FIRST, 2)]);
    store.change(FIRST, [
      {
        kind: 'put-bookmark',
        articleId: FIRST,
        at: AT,
        bookmark: { blockId: 'b1', createdAt: AT },
      },
    ]);
    await store.compact();
    const before = store.read(FIRST);
    store.change(FIRST, [putAnnotation(FIRST, 1, 'بعد'), removeAnnotation(FIRST, 2)]);
    store.change(FIRST, [{ kind: 'remove-bookmark', articleId: FIRST, at: AT, blockId: 'b1' }]);
    store.change(SECOND, [putAnnotation(SECOND, 3)]);

    const copy = readMarks(disk, storePaths(`${FOLDER}/backups/${BACKUP}`));
    const restored = replaceMarks(store, new Map([...copy, [SECOND, NO_MARKS]]));
    disk.cutPower(0);
    const again = openOn(disk, 101);

    expect(restored.ok).toBe(true);
    expect(again.read(FIRST)).toEqual(before);
    expect(notesOf(again.read(SECOND))).toEqual({});
    expect(again.history(SECOND, annotationId(3))[0]?.annotation?.note).toBe('ملاحظة');
  });

  it('include seven daily copies', async () => {
    const disk = createMemoryDisk();
    for (let day = 1; day <= 20; day++) {
      const store = openOn(disk, 100 + day, new Date(Date.UTC(2026, 0, day, 12)));
      store.change(FIRST, [putAnnotation(FIRST, day)]);
      await store.compact();
      await store.close();
    }

    const names = openOn(disk, 200).backups();

    expect(names).toHaveLength(7);
    expect(names.at(-1)).toBe('2026-01-20T12-00-00Z');
  });
});
