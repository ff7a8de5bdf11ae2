import { describe, expect, it } from 'vitest';
import type { Compactor } from './compactor.ts';
import { temporaryBeside } from '../disk/file-system.ts';
import { annotationId } from '#shared/domain/testing/an-annotation.ts';
import {
  FIRST,
  FOLDER,
  SECOND,
  createInlineCompactor,
  notesOf,
  openOn,
  putAnnotation,
  removeAnnotation,
} from './testing/in-memory-store.ts';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';

const first = FIRST;
const second = SECOND;

describe('the store of the marks', () => {
  it('owns the folder only while it holds the lock on the disk', async () => {
    const disk = createMemoryDisk();
    const store = openOn(disk);
    expect(store.isOwner()).toBe(true);
    const lock = disk.read('/data/store.lock');

    disk.put(
      '/data/store.lock',
      Buffer.from(lock)
        .toString('utf8')
        .replace(/"token":"./, '"token":"x'),
    );
    expect(store.isOwner()).toBe(false);
    disk.remove('/data/store.lock');
    expect(store.isOwner()).toBe(false);
    disk.put('/data/store.lock', lock);
    expect(store.isOwner()).toBe(true);
    await store.close();
    expect(store.isOwner()).toBe(false);
  });

  it('removes an incomplete dated copy, and no other file', () => {
    const disk = createMemoryDisk();
    const left = temporaryBeside(`${FOLDER}/backups/copy.hashiya`);
    disk.put(left, 'half');
    disk.put(`${FOLDER}/backups/mine.part`, 'of the reader');

    openOn(disk);

    expect(disk.exists(left)).toBe(false);
    expect(disk.exists(`${FOLDER}/backups/mine.part`)).toBe(true);
  });

  it('keeps an acknowledged change through a power cut', () => {
    const disk = createMemoryDisk();
    const saved = openOn(disk).change(first, [putAnnotation(first, 1)]);

    disk.cutPower(0);

    expect(saved.ok).toBe(true);
    expect(notesOf(openOn(disk, 101).read(first))).toEqual({ [annotationId(1)]: 'ملاحظة' });
  });

  it('leaves one file and its second copy after compacting, and no journal', async () => {
    const disk = createMemoryDisk();
    const store = openOn(disk);
    store.change(first, [putAnnotation(first, 1), putAnnotation(first, 2)]);
    store.change(first, [removeAnnotation(first, 1)]);
    store.change(second, [putAnnotation(second, 3)]);

    const report = await store.compact();
    await store.close();

    expect(report).toEqual({ written: 2, quarantined: 0, failures: [] });
    expect(disk.paths().map((path) => path.replace(/[0-9a-f]{32}/, 'HASH'))).toEqual([
      '/data/backups/2026-01-02T03-04-05Z/marks/HASH.json',
      '/data/backups/2026-01-02T03-04-05Z/marks/HASH.json.bak',
      '/data/backups/2026-01-02T03-04-05Z/marks/HASH.json',
      '/data/backups/2026-01-02T03-04-05Z/marks/HASH.json.bak',
      '/data/history/2026-01.log',
      '/data/marks/HASH.json',
      '/data/marks/HASH.json.bak',
      '/data/marks/HASH.json',
      '/data/marks/HASH.json.bak',
      '/data/store-version.json',
    ]);
    disk.cutPower(0);
    expect(Object.keys(notesOf(openOn(disk, 101).read(first)))).toEqual([annotationId(2)]);
  });

  it('continues after compacting, in the same process and the next', async () => {
    const disk = createMemoryDisk();
    const store = openOn(disk);
    store.change(first, [putAnnotation(first, 1)]);
    await store.compact();
    store.change(first, [putAnnotation(first, 1, 'أحدث')]);
    await store.close();

    const again = openOn(disk, 101);
    again.change(first, [putAnnotation(first, 2)]);
    await again.compact();
    await again.close();

    expect(notesOf(openOn(disk, 102).read(first))).toEqual({
      [annotationId(1)]: 'أحدث',
      [annotationId(2)]: 'ملاحظة',
    });
  });

  it('keeps what was moved out of a long journal when the worker is killed before its end', async () => {
    const disk = createMemoryDisk();
    const starts = 40;
    for (let start = 0; start < starts; start += 1) {
      const store = openOn(disk, 100 + start);
      store.change(first, [putAnnotation(first, start)]);
      await store.close();
    }
    const segments = (): number =>
      new Set(disk.paths().filter((path) => path.startsWith('/data/journal/'))).size;
    const before = segments();
    const inline = createInlineCompactor(disk);
    let runs = 0;
    const killed: Compactor = {
      run: async (job) => {
        runs += 1;
        const gone = { written: 0, quarantined: 0, failures: ['worker-gone'] };
        return runs === 1 ? inline.run(job) : gone;
      },
      stop: () => undefined,
    };

    const report = await openOn(disk, 200, undefined, killed).compact();

    expect(report?.failures).toEqual(['worker-gone']);
    expect(segments()).toBeLessThan(before);
    expect(segments()).toBeGreaterThan(0);
    expect(openOn(disk, 201).read(first).annotations).toHaveLength(starts);
    const again = openOn(disk, 202);
    expect((await again.compact())?.failures).toEqual([]);
    expect(again.read(first).annotations).toHaveLength(starts);
    await again.close();
    expect(segments()).toBe(0);
  });

  it('refuses a change with an error on a full disk, and accepts the next one', () => {
    const disk = createMemoryDisk();
    const store = openOn(disk);
    store.change(first, [putAnnotation(first, 1)]);
    disk.capacity = disk.usedBytes() + 100;

    const refused = store.change(first, [putAnnotation(first, 2)]);
    disk.capacity = Number.POSITIVE_INFINITY;
    const taken = store.change(first, [putAnnotation(first, 3)]);

    expect(refused).toMatchObject({ ok: false, error: { params: { reason: 'disk-full' } } });
    expect(taken.ok).toBe(true);
    disk.cutPower(1);
    expect(Object.keys(notesOf(openOn(disk, 101).read(first)))).toEqual([
      annotationId(1),
      annotationId(3),
    ]);
  });

  it('opens read-only beside a running writer, and shows the stored marks', () => {
    const disk = createMemoryDisk();
    const running = openOn(disk);
    running.change(first, [putAnnotation(first, 1)]);

    const other = openOn(disk);

    expect(other.notices()).toEqual([{ code: 'store/read-only', params: { reason: 'locked' } }]);
    expect(other.change(first, [putAnnotation(first, 2)])).toMatchObject({ ok: false });
    expect(other.read(first).annotations).toHaveLength(1);
  });

  it('does not restore a refused change that could not be removed from a failing disk', async () => {
    const disk = createMemoryDisk();
    const store = openOn(disk);
    store.change(FIRST, [putAnnotation(FIRST, 1)]);
    disk.fault = ({ name }) => (name === 'sync' || name === 'truncate' ? 'before' : null);
    const refused = store.change(FIRST, [putAnnotation(FIRST, 2)]);
    disk.fault = () => null;

    const taken = store.change(SECOND, [putAnnotation(SECOND, 3)]);
    disk.cutPower(1);
    const again = openOn(disk, 101);

    expect([refused.ok, taken.ok]).toEqual([false, true]);
    expect(Object.keys(notesOf(again.read(FIRST)))).toEqual([annotationId(1)]);
    await again.compact();
    await again.close();
    expect(Object.keys(notesOf(openOn(disk, 102).read(FIRST)))).toEqual([annotationId(1)]);
  });

  it('opens a folder that refuses everything, read-only and with a notice', () => {
    const disk = createMemoryDisk();
    const before = openOn(disk);
    before.change(FIRST, [putAnnotation(FIRST, 1)]);
    disk.fault = () => 'before';

    const store = openOn(disk, 101);

    expect(store.read(FIRST).annotations).toHaveLength(1);
    expect(store.change(FIRST, [putAnnotation(FIRST, 2)])).toMatchObject({ ok: false });
    expect(store.notices()).toEqual([{ code: 'store/read-only', params: { reason: 'other' } }]);
  });

  it('says at the start that nothing can be saved when only the folder of the journal takes no file', () => {
    const disk = createMemoryDisk();
    openOn(disk).change(FIRST, [putAnnotation(FIRST, 1)]);
    const { create } = disk;
    disk.create = (path) => {
      if (!path.includes('/journal/')) return create(path);
      throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    };

    const store = openOn(disk, 101);

    expect(store.notices()).toEqual([{ code: 'store/read-only', params: { reason: 'read-only' } }]);
    expect(store.read(FIRST).annotations).toHaveLength(1);
    expect(store.change(FIRST, [putAnnotation(FIRST, 2)])).toMatchObject({ ok: false });
    // The store stays read-only until the next start, as the notice has said.
    disk.create = create;
    expect(store.change(FIRST, [putAnnotation(FIRST, 2)])).toMatchObject({
      error: { params: { reason: 'read-only' } },
    });
  });

  it('says nothing at the start about a failure of the folder of the journal that may pass', () => {
    const disk = createMemoryDisk();
    openOn(disk).change(FIRST, [putAnnotation(FIRST, 1)]);
    disk.fault = ({ name, path }) =>
      name === 'create' && path.includes('/journal/') ? 'before' : null;

    const store = openOn(disk, 101);
    disk.fault = () => null;

    expect(store.notices()).toEqual([]);
    expect(store.change(FIRST, [putAnnotation(FIRST, 2)]).ok).toBe(true);
  });

  it('removes the file with which an ended run tried the folder of the journal', () => {
    const disk = createMemoryDisk();
    openOn(disk).change(FIRST, [putAnnotation(FIRST, 1)]);
    disk.put(`${FOLDER}/journal/probe.tmp`, '');

    openOn(disk, 101);

    expect(disk.paths().filter((path) => path.endsWith('probe.tmp'))).toEqual([]);
  });

  it('leaves no such file behind when the disk cannot close it', () => {
    const disk = createMemoryDisk();
    openOn(disk).change(FIRST, [putAnnotation(FIRST, 1)]);
    const { create, close } = disk;
    let probe = -1;
    disk.create = (path) => {
      const file = create(path);
      if (path.endsWith('probe.tmp')) probe = file;
      return file;
    };
    disk.close = (file) => {
      close(file);
      if (file === probe) throw Object.assign(new Error('EIO'), { code: 'EIO' });
    };

    openOn(disk, 101);

    expect(probe).not.toBe(-1);

    expect(disk.paths().filter((path) => path.endsWith('probe.tmp'))).toEqual([]);
  });

  it('lets a worker whose app has ended write nothing more', async () => {
    const disk = createMemoryDisk();
    const gone = openOn(disk);
    gone.change(FIRST, [putAnnotation(FIRST, 1)]);
    const successor = openOn(disk, 101);
    successor.change(FIRST, [putAnnotation(FIRST, 2)]);

    const report = await gone.compact();

    expect(report?.failures).toEqual(['fenced']);
    expect(Object.keys(notesOf(openOn(disk, 102).read(FIRST)))).toHaveLength(2);
  });
});
