import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeFramed } from '../disk/framed-json.ts';
import { decodeMarksFile, toBody } from './marks-file.ts';
import { toMarks } from './marks-state.ts';
import { marksFileName, storePaths } from './paths.ts';
import { readMarks, readStates } from './restore.ts';
import { annotationId } from '#shared/domain/testing/an-annotation.ts';
import {
  AT,
  FIRST,
  FOLDER,
  notesOf,
  openOn,
  putAnnotation,
  removeAnnotation,
  replaceMarks,
} from './testing/in-memory-store.ts';
import { type MemoryDisk, createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { copyUnread } from './unread-copy.ts';

const MAIN = `${FOLDER}/marks/${marksFileName(FIRST)}.json`;
const SEGMENT = `${FOLDER}/journal/journal-000001.log`;

/** Encodes a line as a newer version with the same form of journal writes it. */
function line(record: object): string {
  const json = JSON.stringify(record);
  const sum = createHash('sha256').update(`2 ${json}`, 'utf8').digest('hex').slice(0, 16);
  return `2 ${sum} ${json}\n`;
}

const known = (number: number): Record<string, unknown> => {
  const change = putAnnotation(FIRST, number);
  if (change.kind !== 'put-annotation') throw new Error(change.kind);
  return { ...change.annotation };
};

const put = (sequence: number, annotation: object) =>
  line({ sequence, change: { kind: 'put-annotation', articleId: FIRST, at: AT, annotation } });

/** An unknown meaning, an unknown field, an unknown kind of change, and a change without an article. */
const DOUBT = { ...known(1), meaning: 'doubt', certainty: 0.25 };
const COLOURED = { ...known(2), colour: { name: 'teal', at: [1, 2] } };
const DRAWING = { kind: 'put-drawing', articleId: FIRST, at: AT, drawing: { path: 'M0 0' } };
const RENAMED = { kind: 'rename-tag', at: AT, from: 'أ', to: 'ب' };
const LINES = [
  put(1, DOUBT),
  put(2, COLOURED),
  line({ sequence: 3, change: DRAWING, device: 'laptop' }),
  line({ sequence: 4, change: RENAMED }),
  put(5, known(5)),
];

function aNewerJournal(): MemoryDisk {
  const disk = createMemoryDisk();
  disk.put(SEGMENT, LINES.join(''));
  return disk;
}

const textOf = (disk: MemoryDisk, path: string): string =>
  Buffer.from(disk.read(path)).toString('utf8');

const inQuarantine = (disk: MemoryDisk): readonly string[] =>
  disk.paths().filter((path) => path.startsWith(`${FOLDER}/quarantine/`));

async function compacted(disk: MemoryDisk, pid: number): Promise<void> {
  const store = openOn(disk, pid);
  const report = await store.compact();
  expect(report?.failures).toEqual([]);
  await store.close();
}

describe('lines that a newer version wrote into the journal', () => {
  it('are not damage: the known part is shown, the rest is counted', () => {
    const disk = aNewerJournal();
    const store = openOn(disk, 101);

    expect(Object.keys(notesOf(store.read(FIRST)))).toEqual([annotationId(2), annotationId(5)]);
    expect(store.notices()).toEqual([{ code: 'store/newer-records', params: { count: 2 } }]);
    expect(inQuarantine(disk)).toEqual([]);
    expect(store.change(FIRST, [putAnnotation(FIRST, 6)]).ok).toBe(true);
  });

  it('are in the file of the article and in the history after compaction, byte for byte', async () => {
    const disk = aNewerJournal();

    await compacted(disk, 101);

    const file = textOf(disk, MAIN);
    for (const piece of [DOUBT, COLOURED]) expect(file).toContain(JSON.stringify(piece));
    expect(file).toContain(`"unreadChanges":[${JSON.stringify({ sequence: 3, change: DRAWING })}]`);
    const newer = LINES.slice(0, 4).join('');
    expect(textOf(disk, `${FOLDER}/history/2026-01.log`).startsWith(newer)).toBe(true);
    expect(inQuarantine(disk)).toEqual([]);
    expect(textOf(disk, `${MAIN}.bak`)).toBe(file);
  });

  it('stay when this version repeatedly changes something else in the article', async () => {
    const disk = aNewerJournal();
    await compacted(disk, 101);
    for (const pid of [102, 103]) {
      const store = openOn(disk, pid);
      store.change(FIRST, [putAnnotation(FIRST, 2, `ملاحظة ${pid}`)]);
      expect((await store.compact())?.failures).toEqual([]);
      await store.close();
    }

    const file = textOf(disk, MAIN);
    expect(file).toContain(JSON.stringify(DOUBT));
    expect(file).toContain(JSON.stringify({ ...COLOURED, note: 'ملاحظة 103' }));
    expect(file).toContain(JSON.stringify({ sequence: 3, change: DRAWING }));
    expect(openOn(disk, 104).notices()).toEqual([]);
  });

  it('are counted when they are read again from the file', async () => {
    const disk = aNewerJournal();
    await compacted(disk, 101);
    const store = openOn(disk, 102);

    store.read(FIRST);

    expect(store.notices()).toEqual([{ code: 'store/newer-records', params: { count: 2 } }]);
  });

  it('replace what they change, and are replaced by what changes them', async () => {
    const disk = createMemoryDisk();
    const removed = { kind: 'remove-annotation', articleId: FIRST, at: AT, id: annotationId(1) };
    disk.put(
      SEGMENT,
      [
        put(1, known(1)),
        put(2, DOUBT),
        put(3, { ...known(2), meaning: 'doubt' }),
        put(4, known(2)),
        put(5, { ...known(3), meaning: 'doubt' }),
        line({ sequence: 6, change: { ...removed, id: annotationId(3), annotation: DOUBT } }),
      ].join(''),
    );
    await compacted(disk, 101);
    const store = openOn(disk, 102);

    expect(Object.keys(notesOf(store.read(FIRST)))).toEqual([annotationId(2)]);
    const file = textOf(disk, MAIN);
    expect(file.split('"doubt"')).toHaveLength(2);
    expect(file).toContain(JSON.stringify(DOUBT));
    store.change(FIRST, [removeAnnotation(FIRST, 2)]);
    expect(store.read(FIRST).annotations).toEqual([]);
  });

  it('are applied once this version knows them', async () => {
    const disk = aNewerJournal();
    await compacted(disk, 101);
    const change = { kind: 'put-annotation', articleId: FIRST, at: AT, annotation: known(7) };
    const file = textOf(disk, MAIN).replace(JSON.stringify(DRAWING), JSON.stringify(change));
    const body = file.slice(file.indexOf('"body":') + 7, -2);
    const sum = createHash('sha256').update(body, 'utf8').digest('hex');
    for (const path of [MAIN, `${MAIN}.bak`])
      disk.put(path, `{"sha256":"${sum}","body":${body}}\n`);

    const notes = notesOf(openOn(disk, 102).read(FIRST));

    expect(Object.keys(notes)).toContain(annotationId(7));
  });
});

describe('a copy of the library', () => {
  it('contains what a newer version wrote, and restores it', async () => {
    const disk = aNewerJournal();
    await compacted(disk, 101);
    const copied = openOn(disk, 102);
    const state = readStates(disk, storePaths(FOLDER)).get(FIRST);
    if (!state) throw new Error('the article has marks');
    const written = encodeFramed(toBody(FIRST, state, new Date(AT)));
    const decoded = decodeMarksFile(Buffer.from(written, 'utf8'));
    if (decoded.kind !== 'article') throw new Error(decoded.kind);
    const copy = { ...toMarks(decoded.state), unread: copyUnread(decoded.state) };
    const empty = createMemoryDisk();
    const store = openOn(empty, 103);

    replaceMarks(store, new Map([[FIRST, copy]]));
    replaceMarks(store, new Map([[FIRST, copy]]));
    expect((await store.compact())?.failures).toEqual([]);

    const file = textOf(empty, MAIN);
    for (const piece of [DOUBT, COLOURED])
      expect(file.split(JSON.stringify(piece))).toHaveLength(2);
    expect(file).toContain(JSON.stringify({ sequence: 3, change: DRAWING }));
    expect(store.read(FIRST)).toEqual(copied.read(FIRST));
  });

  it('also contains it when the app made the copy by itself', async () => {
    const disk = aNewerJournal();
    await compacted(disk, 101);
    const store = openOn(disk, 102);
    const [name = ''] = store.backups();

    const { unread } = readMarks(disk, storePaths(`${FOLDER}/backups/${name}`)).get(FIRST) ?? {};

    expect(unread).toMatchObject({ annotations: [DOUBT], carried: [COLOURED] });
  });
});

describe('a line that is damaged', () => {
  it('is quarantined, and not taken for a newer one', () => {
    const disk = createMemoryDisk();
    disk.put(SEGMENT, LINES.join('').replace('doubt', 'dount'));
    const store = openOn(disk, 101);

    expect(inQuarantine(disk)).toHaveLength(1);
    expect(store.notices()).toContainEqual({
      code: 'store/quarantined',
      params: { count: 1, folder: `${FOLDER}/quarantine` },
    });
  });
});
