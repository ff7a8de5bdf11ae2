import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { annotationId } from '#shared/domain/testing/an-annotation.ts';
import { FIRST, FOLDER, notesOf, openOn, putAnnotation } from './testing/in-memory-store.ts';
import { type MemoryDisk, createMemoryDisk } from '../disk/testing/memory-disk.ts';

const SEGMENT = `${FOLDER}/journal/journal-000001.log`;
const QUARANTINE = `${FOLDER}/quarantine/`;

/** A journal of five changes of different lengths, and the end of each line in bytes. */
function aJournal(): { bytes: Uint8Array; ends: number[] } {
  const disk = createMemoryDisk();
  const store = openOn(disk);
  for (let number = 1; number <= 5; number++)
    store.change(FIRST, [putAnnotation(FIRST, number, 'نص '.repeat(number))]);
  const bytes = disk.read(SEGMENT);
  const ends = [...bytes].flatMap((byte, index) => (byte === 0x0a ? [index + 1] : []));
  return { bytes, ends };
}

function startWith(segment: Uint8Array): { disk: MemoryDisk; ids: string[]; notices: unknown } {
  const disk = createMemoryDisk();
  disk.put(SEGMENT, segment);
  const store = openOn(disk);
  const ids = Object.keys(notesOf(store.read(FIRST)));
  return { disk, ids, notices: store.notices() };
}

const quarantined = (disk: MemoryDisk): string[] =>
  disk.paths().filter((path) => path.startsWith(QUARANTINE));

describe('the journal', () => {
  it('keeps every complete record when it is cut at any byte, without a notice about the cut line', () => {
    const { bytes, ends } = aJournal();
    for (let size = 0; size <= bytes.length; size++) {
      // A line without its newline is still complete.
      const complete = ends.filter((end) => end - 1 <= size).length;

      const { disk, ids, notices } = startWith(bytes.subarray(0, size));

      expect(ids, `cut at ${size}`).toHaveLength(complete);
      expect(notices, `cut at ${size}`).toEqual([]);
      expect(quarantined(disk), `cut at ${size}`).toEqual([]);
    }
  });

  it('continues after a line that was cut off', () => {
    const { bytes } = aJournal();
    const disk = createMemoryDisk();
    disk.put(SEGMENT, bytes.subarray(0, bytes.length - 40));

    openOn(disk).change(FIRST, [putAnnotation(FIRST, 9)]);
    disk.cutPower(0);

    expect(Object.keys(notesOf(openOn(disk, 101).read(FIRST)))).toContain(annotationId(9));
  });

  it('loses only one record when any byte is changed, and keeps the bytes', () => {
    const { bytes } = aJournal();
    for (let position = 0; position < bytes.length; position += 3) {
      const changed = Buffer.from(bytes);
      changed[position] = (changed[position] ?? 0) ^ 0x55;

      const { disk, ids } = startWith(changed);

      expect(ids.length, `byte ${position}`).toBeGreaterThanOrEqual(3);
      // Otherwise the last line lacks only its newline or was cut off. All other damage is kept.
      if (ids.length < 5 && position < bytes.length - 1)
        expect(quarantined(disk).length, `byte ${position}`).toBeGreaterThan(0);
    }
  });

  it.each([
    ['zeros where a block was never written', Buffer.alloc(4096)],
    ['bad UTF-8', Buffer.from([0xff, 0xfe, 0x80, 0x0a])],
    ['another text', Buffer.from('<html>\n')],
    ['a line of a good shape with a wrong checksum', Buffer.from(`2 ${'0'.repeat(16)} {}\n`)],
  ])('keeps %s aside, once, and everything else', async (_what, tail) => {
    const { bytes } = aJournal();
    const disk = createMemoryDisk();
    disk.put(SEGMENT, Buffer.concat([bytes, tail]));

    const store = openOn(disk);
    const ids = Object.keys(notesOf(store.read(FIRST)));
    const notices = store.notices();
    await store.close();
    const again = openOn(disk, 101);

    expect(ids).toHaveLength(5);
    expect(notices).toMatchObject([{ code: 'store/quarantined', params: { count: 1 } }]);
    expect(quarantined(disk)).toHaveLength(1);
    expect(again.notices()).toEqual([]);
  });

  it('opens read-only when a newer version wrote to it, and does not change it', async () => {
    const { bytes } = aJournal();
    const disk = createMemoryDisk();
    const newer = Buffer.from(newerLine('{"sequence":6,"change":{"kind":"paint"}}'));
    disk.put(SEGMENT, Buffer.concat([bytes, newer]));
    const before = Buffer.from(disk.read(SEGMENT));

    const store = openOn(disk);
    const refused = store.change(FIRST, [putAnnotation(FIRST, 9)]);
    await store.compact();

    expect(refused).toMatchObject({ ok: false, error: { params: { reason: 'newer-version' } } });
    expect(store.notices()).toContainEqual({ code: 'store/newer-version', params: { count: 0 } });
    expect(Buffer.from(disk.read(SEGMENT)).equals(before)).toBe(true);
  });

  it('keeps earlier versions of changed and removed highlights after compacting', async () => {
    const disk = createMemoryDisk();
    const store = openOn(disk);
    store.change(FIRST, [putAnnotation(FIRST, 1, 'الأول')]);
    store.change(FIRST, [
      {
        kind: 'remove-annotation',
        articleId: FIRST,
        at: '2026-01-02T03:04:05Z',
        id: annotationId(1),
      },
    ]);

    await store.compact();

    expect(store.read(FIRST).annotations).toEqual([]);
    const history = Buffer.from(disk.read(`${FOLDER}/history/2026-01.log`)).toString('utf8');
    expect(history).toContain('الأول');
    expect(history).toContain('remove-annotation');
  });
});

function newerLine(json: string): string {
  return `3 ${checksumOf(`3 ${json}`)} ${json}\n`;
}

const checksumOf = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
