import { describe, expect, it } from 'vitest';
import { marksFileName } from './paths.ts';
import { annotationId } from '#shared/domain/testing/an-annotation.ts';
import {
  FIRST,
  FOLDER,
  SECOND,
  notesOf,
  openOn,
  putAnnotation,
  removeAnnotation,
} from './testing/in-memory-store.ts';
import { type MemoryDisk, createMemoryDisk } from '../disk/testing/memory-disk.ts';

const MAIN = `${FOLDER}/marks/${marksFileName(FIRST)}.json`;
const BACKUP = `${MAIN}.bak`;

/** Two compacted articles, with an empty journal. */
async function aLibrary(): Promise<MemoryDisk> {
  const disk = createMemoryDisk();
  const store = openOn(disk);
  store.change(FIRST, [putAnnotation(FIRST, 1), putAnnotation(FIRST, 2)]);
  store.change(SECOND, [putAnnotation(SECOND, 3)]);
  await store.compact();
  await store.close();
  return disk;
}

/** Ways in which a file can be damaged, each made from its good bytes. */
const DAMAGE: readonly (readonly [string, (good: Buffer) => Buffer])[] = [
  ['0 bytes', () => Buffer.alloc(0)],
  ['NUL bytes of the same length', (good) => Buffer.alloc(good.length)],
  ['JSON null', () => Buffer.from('null')],
  ['a JSON string', () => Buffer.from('"text"')],
  ['a JSON number', () => Buffer.from('42')],
  ['a JSON list', () => Buffer.from('[]')],
  ['an empty object', () => Buffer.from('{}')],
  ['cut in the middle', (good) => good.subarray(0, good.length / 2)],
  ['cut by one byte', (good) => good.subarray(0, -1)],
  ['bytes after the end', (good) => Buffer.concat([good, Buffer.from('{}')])],
  ['bad UTF-8 in a note', (good) => replaceByte(good, good.length / 2, 0xff)],
  ['one changed letter', (good) => Buffer.from(good.toString('utf8').replace('fact', 'fake'))],
  [
    'another checksum',
    (good) => Buffer.from(good.toString('utf8').replace(/[0-9a-f]{64}/, 'b'.repeat(64))),
  ],
  ['a byte order mark', (good) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), good])],
  ['UTF-16', (good) => Buffer.from(good.toString('utf8'), 'utf16le')],
  ['a prototype key', () => Buffer.from('{"__proto__":{"schemaVersion":2}}')],
  ['deep nesting', () => Buffer.from('['.repeat(100_000))],
  ['a web page', () => Buffer.from('<!doctype html><title>خطأ</title>')],
];

function replaceByte(good: Buffer, position: number, byte: number): Buffer {
  const changed = Buffer.from(good);
  changed[Math.floor(position)] = byte;
  return changed;
}

/** Lets the disk refuse to list and to read a folder or a file, as without the permission to do so. */
function refuse(disk: MemoryDisk, refused: string, code = 'EACCES'): void {
  const unless =
    <Value>(act: (path: string) => Value) =>
    (path: string): Value => {
      if (path !== refused && !path.startsWith(`${refused}/`)) return act(path);
      throw Object.assign(new Error(code), { code });
    };
  Object.assign(disk, { list: unless(disk.list), read: unless(disk.read) });
}

const inQuarantine = (disk: MemoryDisk): Uint8Array[] =>
  disk
    .paths()
    .filter((path) => path.startsWith(`${FOLDER}/quarantine/`))
    .map((path) => disk.read(path));

describe('damaged files', () => {
  it.each(DAMAGE)('restores the article when its main copy is %s', async (_what, damage) => {
    const disk = await aLibrary();
    const bad = damage(Buffer.from(disk.read(MAIN)));
    disk.put(MAIN, bad);

    const store = openOn(disk, 101);
    const notes = notesOf(store.read(FIRST));

    expect(Object.keys(notes)).toEqual([annotationId(1), annotationId(2)]);
    expect(inQuarantine(disk).some((bytes) => bad.equals(bytes))).toBe(true);
    expect(store.notices().map(({ code }) => code)).toEqual([
      'store/recovered',
      'store/quarantined',
    ]);
    expect(store.change(FIRST, [putAnnotation(FIRST, 4)]).ok).toBe(true);
  });

  it.each(DAMAGE)('makes a new second copy when it is %s', async (_what, damage) => {
    const disk = await aLibrary();
    disk.put(BACKUP, damage(Buffer.from(disk.read(BACKUP))));

    const store = openOn(disk, 101);
    const before = notesOf(store.read(FIRST));
    store.change(FIRST, [putAnnotation(FIRST, 4)]);
    const report = await store.compact();

    expect(Object.keys(before)).toHaveLength(2);
    expect(report?.failures).toEqual([]);
    expect(Buffer.from(disk.read(BACKUP)).equals(disk.read(MAIN))).toBe(true);
    expect(inQuarantine(disk)).toHaveLength(1);
  });

  it.each(DAMAGE)(
    'starts empty, and keeps both, when both copies are %s',
    async (_what, damage) => {
      const disk = await aLibrary();
      const bad = damage(Buffer.from(disk.read(MAIN)));
      disk.put(MAIN, bad);
      disk.put(BACKUP, bad);

      const store = openOn(disk, 101);
      const notes = [store.read(FIRST), store.read(SECOND)].map(notesOf);
      const saved = store.change(FIRST, [putAnnotation(FIRST, 4)]);
      const report = await store.compact();

      expect(notes).toEqual([{}, { [annotationId(3)]: 'ملاحظة' }]);
      expect(inQuarantine(disk)).toHaveLength(2);
      expect(saved.ok).toBe(true);
      expect(report?.failures).toEqual([]);
    },
  );

  it.each(DAMAGE)('starts when the version file is %s', async (_what, damage) => {
    const disk = await aLibrary();
    const path = `${FOLDER}/store-version.json`;
    disk.put(path, damage(Buffer.from(disk.read(path))));

    const store = openOn(disk, 101);

    expect(Object.keys(notesOf(store.read(FIRST)))).toHaveLength(2);
    expect(store.change(FIRST, [putAnnotation(FIRST, 4)]).ok).toBe(true);
    expect((await store.compact())?.failures).toEqual([]);
  });

  it.each(DAMAGE)('starts when the lock is %s', async (_what, damage) => {
    const disk = await aLibrary();
    disk.put(`${FOLDER}/store.lock`, damage(Buffer.from('{"pid":1}')));

    const store = openOn(disk, 101);

    expect(store.change(FIRST, [putAnnotation(FIRST, 4)]).ok).toBe(true);
  });

  it.each([
    '{"v":999,"items":{},"__internal__":{"migrations":{"version":"99.0.0"}}}',
    '{"schemaVersion":3,"data":{}}',
    '{"sha256":"","body":{"schemaVersion":3}}',
  ])('does not change a file of a newer version, and everything else works: %s', async (newer) => {
    const disk = await aLibrary();
    disk.put(MAIN, newer);

    const store = openOn(disk, 101);
    const notes = notesOf(store.read(FIRST));
    const refused = store.change(FIRST, [putAnnotation(FIRST, 4)]);
    const saved = store.change(SECOND, [putAnnotation(SECOND, 5)]);
    await store.compact();

    expect(Object.keys(notes)).toHaveLength(2);
    expect(refused).toMatchObject({ ok: false, error: { params: { reason: 'newer-version' } } });
    expect(saved.ok).toBe(true);
    expect(Buffer.from(disk.read(MAIN)).toString('utf8')).toBe(newer);
    expect(store.notices()).toEqual([{ code: 'store/newer-version', params: { count: 1 } }]);
  });

  it('opens read-only when the whole folder is of a newer version', async () => {
    const disk = await aLibrary();
    disk.put(`${FOLDER}/store-version.json`, '{"schemaVersion":3}');

    const store = openOn(disk, 101);

    expect(store.change(FIRST, [putAnnotation(FIRST, 4)])).toMatchObject({ ok: false });
    expect(store.read(FIRST).annotations).toHaveLength(2);
    expect(store.notices().map(({ code }) => code)).toEqual([
      'store/read-only',
      'store/newer-version',
    ]);
  });

  it('keeps a record that it cannot read, and writes it back unchanged', async () => {
    const disk = await aLibrary();
    const strange = { id: '__proto__', colour: 'teal' };
    disk.put(
      MAIN,
      JSON.stringify({
        schemaVersion: 1,
        articleId: FIRST,
        savedAt: '2026-01-01T00:00:00.000Z',
        annotations: [strange],
        bookmarks: [{ blockId: 7 }],
        reading: 'far',
        shelf: 'top',
        later: { tags: ['أ'] },
      }),
    );
    disk.remove(BACKUP);

    const store = openOn(disk, 101);
    store.change(FIRST, [putAnnotation(FIRST, 4)]);
    await store.compact();

    const written: unknown = JSON.parse(Buffer.from(disk.read(MAIN)).toString('utf8'));
    expect(written).toMatchObject({
      body: {
        data: {
          annotations: [{ id: annotationId(4) }, strange],
          bookmarks: [{ blockId: 7 }],
          later: { tags: ['أ'] },
          unreadReading: 'far',
          unreadShelf: 'top',
        },
      },
    });
  });

  it.each(['the folder', 'the folder beside a running writer'])(
    'reports one folder, not a file for every article, when the disk refuses %s of the files',
    async (what) => {
      const disk = await aLibrary();
      if (what !== 'the folder') openOn(disk, 101);
      refuse(disk, `${FOLDER}/marks`);

      const store = openOn(disk, what === 'the folder' ? 102 : 101);
      const notes = [store.read(FIRST), store.read(SECOND)].map(notesOf);
      const refused = store.change(FIRST, [putAnnotation(FIRST, 4)]);

      expect(notes).toEqual([{}, {}]);
      expect(refused.ok).toBe(false);
      const told = store.notices().filter(({ code }) => code !== 'store/read-only');
      expect(told).toEqual([
        { code: 'store/folder-unread', params: { folder: `${FOLDER}/marks` } },
      ]);
    },
  );

  it('counts the files that the disk refuses in a folder that it lists', async () => {
    const disk = await aLibrary();
    refuse(disk, MAIN);

    const store = openOn(disk, 101);
    for (const id of [FIRST, SECOND]) store.read(id);

    expect(store.notices()).toEqual([{ code: 'store/read-failed', params: { count: 1 } }]);
  });

  it('changes nothing while the link to the folder of the files leads nowhere', async () => {
    const disk = await aLibrary();
    const { list, read, exists } = disk;
    refuse(disk, `${FOLDER}/marks`, 'ENOENT');
    disk.exists = (path) => !path.startsWith(`${FOLDER}/marks`) && exists(path);

    const store = openOn(disk, 101);
    const refused = store.change(FIRST, [putAnnotation(FIRST, 4)]);
    await store.close();

    expect(refused.ok).toBe(false);
    expect(store.notices().map(({ code }) => code)).toEqual(['store/folder-unread']);
    Object.assign(disk, { list, read, exists });
    expect(Object.keys(notesOf(openOn(disk, 102).read(FIRST)))).toHaveLength(2);
  });

  it.each(['history', 'history/2026-01.log'])(
    'shows what is left of the history, and counts what the disk refuses: %s',
    async (name) => {
      const disk = await aLibrary();
      const before = openOn(disk, 101);
      before.change(FIRST, [removeAnnotation(FIRST, 1)]);
      await before.close();
      refuse(disk, `${FOLDER}/${name}`);

      const store = openOn(disk, 102);

      // The removal is in the journal, and everything before it in the history.
      expect(store.history(FIRST, annotationId(1))).toMatchObject([{ annotation: null }]);
      expect([store.history(FIRST, annotationId(2)), store.removed()]).toEqual([[], []]);
      expect(store.notices()).toEqual([{ code: 'store/read-failed', params: { count: 1 } }]);
    },
  );

  it.each(['journal', 'journal/journal-000001.log'])(
    'says that changes cannot be read, not that nothing can be written, when the disk refuses %s',
    async (name) => {
      const disk = createMemoryDisk();
      openOn(disk).change(FIRST, [putAnnotation(FIRST, 1)]);
      refuse(disk, `${FOLDER}/${name}`);

      const store = openOn(disk, 101);
      const reason = 'unread-journal';

      expect(notesOf(store.read(FIRST))).toEqual({});
      expect(store.notices()).toEqual([
        { code: 'store/read-only', params: { reason } },
        { code: 'store/journal-unread', params: { folder: `${FOLDER}/journal` } },
      ]);
      expect(store.change(FIRST, [putAnnotation(FIRST, 2)])).toMatchObject({
        error: { params: { reason } },
      });
    },
  );

  it('refuses to overwrite a damaged file that cannot be moved to the quarantine', async () => {
    const disk = await aLibrary();
    disk.put(MAIN, 'null');
    disk.fault = ({ name, path }) =>
      name === 'rename' && path.includes('quarantine') ? 'before' : null;

    const store = openOn(disk, 101);
    const refused = store.change(FIRST, [putAnnotation(FIRST, 4)]);

    expect(refused).toMatchObject({ ok: false, error: { params: { reason: 'other' } } });
    expect(Buffer.from(disk.read(MAIN)).toString('utf8')).toBe('null');
    expect(store.notices()).toContainEqual({ code: 'store/read-failed', params: { count: 1 } });
  });
});
