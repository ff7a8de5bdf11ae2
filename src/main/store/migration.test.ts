import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { articleIdSchema } from '#shared/domain/article.ts';
import { FOLDER, openOn, putAnnotation } from './testing/in-memory-store.ts';
import { type MemoryDisk, createMemoryDisk } from '../disk/testing/memory-disk.ts';

const V1 = new URL('../../../tests/fixtures/store/v1/marks/', import.meta.url);
const first = v.parse(articleIdSchema, 'first-article');
const second = v.parse(articleIdSchema, 'second-article');

/** The folder of the first version, with the files that a killed write left behind. */
function aFirstVersion(): MemoryDisk {
  const disk = createMemoryDisk();
  for (const name of readdirSync(V1))
    disk.put(`${FOLDER}/marks/${name}`, readFileSync(new URL(name, V1)));
  disk.put(`${FOLDER}/marks/abc.json.tmp-1700000000abcdef`, '{"cut');
  return disk;
}

/** Checks what every later version must read from the frozen folder. */
function expectFirstVersion(disk: MemoryDisk, pid: number): void {
  const store = openOn(disk, pid);
  const marks = store.read(first);
  expect(marks.annotations).toHaveLength(2);
  expect(marks.annotations[0]).toMatchObject({
    note: 'ملاحظة أولى\nفي سطرين — «مقتبسة» 😀',
    span: { start: 16, end: 30 },
    quote: { exact: 'أعلنت الوزارةُ', prefix: 'وفي السياق نفسه ', suffix: ' أمس' },
    updatedAt: '2026-01-01T11:00:00.000Z',
    // The first version did not have these fields yet.
    tags: [],
  });
  expect(marks.bookmarks).toEqual([{ blockId: 'b3', createdAt: '2026-01-01T12:00:00.000Z' }]);
  expect(marks.reading).toMatchObject({ offset: 120, progress: 0.25 });
  expect(store.read(second)).toMatchObject({ reading: { progress: 1 }, shelf: null });
  expect(store.notices()).toEqual([]);
}

describe('the store of the first version', () => {
  it('is read before it is migrated', () => {
    expectFirstVersion(aFirstVersion(), 100);
  });

  it('also reads its second copies in the run that made them', async () => {
    const disk = aFirstVersion();
    const store = openOn(disk, 100);
    await store.compact();
    const mains = disk.paths().filter((path) => /^\/data\/marks\/[^/]+\.json$/.test(path));
    expect(mains).toHaveLength(2);
    for (const path of mains) disk.put(path, 'damaged');

    expect(store.read(first).annotations).toHaveLength(2);
    expect(store.read(second)).toMatchObject({ reading: { progress: 1 } });
  });

  it('is rewritten after a dated copy was made, which is equal byte for byte', async () => {
    const disk = aFirstVersion();
    const store = openOn(disk, 100);

    const report = await store.compact();
    await store.close();

    expect(report).toEqual({ written: 2, quarantined: 0, failures: [] });
    for (const name of readdirSync(V1)) {
      const copy = disk.read(`${FOLDER}/backups/2026-01-02T03-04-05Z-before-v2/marks/${name}`);
      expect(Buffer.from(copy).equals(readFileSync(new URL(name, V1)))).toBe(true);
      const rewritten = Buffer.from(disk.read(`${FOLDER}/marks/${name}`)).toString('utf8');
      expect(rewritten).toMatch(/^\{"sha256":"[0-9a-f]{64}","body":\{"schemaVersion":2,/);
    }
    expect(disk.paths().filter((path) => path.includes('.tmp-'))).toEqual([]);
    expectFirstVersion(disk, 101);
  });

  it('accepts changes before, during and after its migration', async () => {
    const disk = aFirstVersion();
    const store = openOn(disk, 100);
    store.change(first, [putAnnotation(first, 1)]);

    const migrated = store.compact();
    store.change(first, [putAnnotation(first, 2)]);
    await migrated;
    store.change(first, [putAnnotation(first, 3)]);
    disk.cutPower(0);

    expect(openOn(disk, 101).read(first).annotations).toHaveLength(5);
  });

  it('survives a power cut and a fault at every step of its migration', async () => {
    const counting = aFirstVersion();
    await openOn(counting, 100).compact();
    for (let step = 0; step < counting.calls(); step++) {
      for (const keptShare of [0, 1]) {
        const disk = aFirstVersion();
        disk.fault = ({ index }) => (index >= step ? 'before' : null);
        await openOn(disk, 100).compact();
        disk.fault = () => null;
        disk.cutPower(keptShare);

        expectFirstVersion(disk, 101);
        const again = openOn(disk, 102);
        expect((await again.compact())?.failures ?? []).toEqual([]);
        expectFirstVersion(disk, 103);
        expect(disk.list(`${FOLDER}/backups`).length).toBeGreaterThan(0);
      }
    }
  });

  it('is not changed while no copy of it can be made', async () => {
    const disk = aFirstVersion();
    disk.fault = ({ path }) => (path.includes('backups') ? 'before' : null);

    const store = openOn(disk, 100);
    const saved = store.change(first, [putAnnotation(first, 1)]);
    await store.compact();

    expect(saved.ok).toBe(true);
    for (const name of readdirSync(V1)) {
      const kept = Buffer.from(disk.read(`${FOLDER}/marks/${name}`));
      expect(kept.equals(readFileSync(new URL(name, V1)))).toBe(true);
    }
  });
});
