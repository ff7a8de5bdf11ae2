import { createHash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { succeed } from '#shared/domain/result.ts';
import { canonicalText, countWords } from '#shared/domain/text.ts';
import { ANNOTATION_FIELDS, annotationId } from '#shared/domain/testing/an-annotation.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import { articleIdSchema, articleSchema } from '#shared/domain/article.ts';
import { STRANGE_IDS } from '../library/testing/strange-ids.ts';
import { openOwnArticles } from '../library/own-articles.ts';
import { createSettings } from '../settings/settings.ts';
import { encodeFramed } from '../disk/framed-json.ts';
import { marksFileName, storePaths } from '../store/paths.ts';
import {
  AT,
  FIRST,
  FOLDER,
  SECOND,
  notesOf,
  openOn,
  putAnnotation,
} from '../store/testing/in-memory-store.ts';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { processorMs } from '../testing/processor-time.ts';
import { sampleArticle } from '../marks-exchange/testing/marked-article.ts';
import { copyOf, entryOf } from './testing/build-zip.ts';
import { createBackup } from './backup.ts';
import type { Restored } from './bring-back.ts';
import { createReaderHere, placeInMemory } from './process/reader-here.ts';
import { datedOf } from './testing/library-here.ts';

const FILE = '/home/copy.hashiya';
const SHA = 'c'.repeat(64);

/** Opens a library on a disk in memory; the dialogs are answered at once. */
async function open(disk = createMemoryDisk(), pid = 100) {
  let clock = Date.parse('2026-03-04T05:06:07.000Z');
  const now = () => new Date((clock += 1000));
  const store = openOn(disk, pid, now());
  const own = openOwnArticles({ dataFolder: FOLDER, fs: disk, now, readOnly: null });
  let stored: unknown = { ...DEFAULT_SETTINGS };
  const settings = createSettings({
    read: () => stored,
    write: async (next) => void (stored = next),
  });
  const changed: string[] = [];
  const told: Restored[] = [];
  const backup = createBackup({
    store,
    own,
    settings,
    reader: createReaderHere({
      fs: disk,
      open: (path) => succeed(placeInMemory(disk, path)),
      now,
    }),
    fs: disk,
    dataFolder: FOLDER,
    now,
    appVersion: '1.2.3',
    dialogs: { chooseTarget: async () => FILE, chooseSource: async () => FILE },
    onMarks: (id) => void changed.push(id),
    onArticle: (id) => void changed.push(id),
    onRestored: (all) => void told.push(all),
    onOpened: () => undefined,
    onReading: () => undefined,
  });
  return { disk, store, own, settings, backup, changed, told };
}

const ownArticle = () => {
  const base = sampleArticle({ id: `own-${'0'.repeat(20)}` as never });
  const from = 'none';
  const details = { title: from, outlet: from, author: from, date: from, language: from };
  return v.parse(articleSchema, {
    ...base,
    wordCount: countWords(canonicalText(base.blocks)),
    own: {
      addedAt: '2026-01-01T00:00:00.000Z',
      original: { sha256: SHA, name: 'a.txt', path: null, format: 'text', sizeBytes: 3 },
      formerOriginals: [],
      from: { ...details, direction: from },
      collections: [],
      tags: ['أمن'],
    },
  });
};

/** Creates a copy with these entries and a true manifest. */
function archiveOf(files: Readonly<Record<string, string>>): Uint8Array {
  const bytes = Object.entries(files).map(([name, text]) => [name, Buffer.from(text)] as const);
  const entries = bytes.map(([name, content]) => ({
    name,
    sizeBytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }));
  const manifest = { format: 'hashiya-backup', version: 1, createdAt: AT, app: '1', entries };
  return zipSync({
    ...Object.fromEntries(bytes),
    'hashiya.json': Buffer.from(JSON.stringify(manifest)),
  });
}

async function chosen({ backup }: Awaited<ReturnType<typeof open>>) {
  const offer = await backup.choose();
  if (!offer.ok || !offer.value) throw new Error(JSON.stringify(offer));
  return offer.value;
}

describe('a backup', () => {
  it('restores everything into an empty library, byte for byte', async () => {
    const first = await open();
    first.store.change(FIRST, [putAnnotation(FIRST, 1, 'أ'), putAnnotation(FIRST, 2, '')]);
    first.store.change(SECOND, [putAnnotation(SECOND, 3, 'ب')]);
    await first.store.compact();
    await first.own.add(ownArticle());
    await first.settings.change({ theme: 'dark', readingSizePx: 27 });
    expect(await first.backup.write()).toEqual({ ok: true, value: { path: FILE, leftOut: 0 } });
    const second = await open(createMemoryDisk(), 200);
    second.disk.makeFolder('/home');
    const copied = second.disk.create(FILE);
    second.disk.write(copied, first.disk.read(FILE));
    second.disk.close(copied);

    const offer = await chosen(second);
    const restored = await second.backup.restore(offer.token, { withSettings: true });

    expect(offer).toMatchObject({
      name: 'copy.hashiya',
      inside: { articles: 2, annotations: 3, notes: 2, bookmarks: 0 },
      present: { articles: 0, annotations: 0, notes: 0, bookmarks: 0 },
      articles: { added: 1, changed: 0 },
      isOwnCopy: false,
      hasSettings: true,
    });
    expect(restored).toEqual({ ok: true, value: null });
    for (const id of [FIRST, SECOND])
      expect(JSON.stringify(second.store.read(id))).toBe(JSON.stringify(first.store.read(id)));
    expect(second.own.read(ownArticle().id)).toEqual({ ok: true, value: ownArticle() });
    expect(second.settings.get()).toMatchObject({ theme: 'dark', readingSizePx: 27 });
    expect(second.changed).toEqual(expect.arrayContaining([FIRST, SECOND, ownArticle().id]));
    expect(second.told).toEqual([{ articles: [ownArticle().id], marks: new Set([FIRST, SECOND]) }]);
  });

  it('restores what a newer version wrote, byte for byte, beside the present library', async () => {
    const first = await open();
    await first.own.add(ownArticle());
    const path = (id: string) => `${FOLDER}/library/${id}/article.json`;
    const savedAt = '2031-01-01T00:00:00.000Z';
    const { id } = ownArticle();
    const other = id.replace('0', '1');
    const newer = {
      [path(id)]: { schemaVersion: 1, savedAt, data: { ...ownArticle(), mood: 'calm' } },
      [path(other)]: { schemaVersion: 4, savedAt, data: { id: other, pages: [] } },
      [`${FOLDER}/marks/${marksFileName(FIRST)}.json`]: {
        schemaVersion: 3,
        data: { articleId: FIRST, drawings: [] },
      },
    };
    for (const [file, body] of Object.entries(newer)) first.disk.put(file, encodeFramed(body));
    const again = await open(first.disk, 300);
    again.store.read(FIRST);
    again.store.change(SECOND, [putAnnotation(SECOND, 3, 'ب')]);
    expect(await again.backup.write()).toEqual({ ok: true, value: { path: FILE, leftOut: 0 } });
    const second = await open(createMemoryDisk(), 200);
    second.disk.put(FILE, first.disk.read(FILE));

    for (let times = 0; times < 2; times++) {
      const offer = await chosen(second);
      const restored = await second.backup.restore(offer.token, { withSettings: false });
      expect(restored).toEqual({ ok: true, value: null });
    }

    for (const [file, body] of Object.entries(newer))
      expect(Buffer.from(second.disk.read(file)).toString('utf8')).toBe(encodeFramed(body));
    expect(second.own.read(id)).toEqual({ ok: true, value: ownArticle() });
    expect(Object.values(notesOf(second.store.read(SECOND)))).toEqual(['ب']);
    second.store.read(FIRST);
    expect(second.store.notices()).toContainEqual({
      code: 'store/newer-version',
      params: { count: 1 },
    });
  });

  it('keeps a dated copy of what it replaces, which can be restored in turn', async () => {
    const library = await open();
    library.store.change(FIRST, [putAnnotation(FIRST, 1, 'قبل')]);
    await library.backup.write();
    library.store.change(FIRST, [putAnnotation(FIRST, 1, 'بعد')]);
    library.store.change(SECOND, [putAnnotation(SECOND, 2, 'جديدة')]);

    const offer = await chosen(library);
    await library.backup.restore(offer.token, { withSettings: false });
    expect(Object.values(notesOf(library.store.read(FIRST)))).toEqual(['قبل']);
    expect(library.store.read(SECOND).annotations).toEqual([]);
    const [copy] = datedOf(library);
    expect(copy).toMatchObject({ kind: 'before-restore' });
    const back = await library.backup.inspect(copy?.name ?? '');
    if (!back.ok || !back.value) throw new Error(JSON.stringify(back));
    await library.backup.restore(back.value.token, { withSettings: false });

    expect(Object.values(notesOf(library.store.read(FIRST)))).toEqual(['بعد']);
    expect(Object.values(notesOf(library.store.read(SECOND)))).toEqual(['جديدة']);
  });

  it('says which folder of dated copies cannot be read', async () => {
    const library = await open();
    const folder = storePaths(FOLDER).backups;
    const { list } = library.disk;
    library.disk.list = (path) => {
      if (path !== folder) return list(path);
      throw Object.assign(new Error('ENOTDIR'), { code: 'ENOTDIR' });
    };

    expect(library.backup.dated()).toEqual({
      ok: false,
      error: { code: 'backup/not-listed', params: { folder } },
    });
  });

  it('restores a daily copy that the store made', async () => {
    const library = await open();
    library.store.change(FIRST, [putAnnotation(FIRST, 1, 'قبل')]);
    await library.store.compact();
    library.store.change(FIRST, [putAnnotation(FIRST, 1, 'بعد')]);
    const [daily] = datedOf(library);

    const offer = await library.backup.inspect(daily?.name ?? '');
    if (!offer.ok || !offer.value) throw new Error(JSON.stringify(offer));
    await library.backup.restore(offer.value.token, { withSettings: true });

    expect(daily?.kind).toBe('daily');
    expect(Object.values(notesOf(library.store.read(FIRST)))).toEqual(['قبل']);
  });

  it('keeps the originals of the reader, and overwrites none', async () => {
    const bytes = Buffer.from('أصل');
    const name = createHash('sha256').update(bytes).digest('hex');
    const library = await open();
    const folder = `${FOLDER}/library/originals`;
    library.disk.makeFolder(folder);
    const file = library.disk.create(`${folder}/${name}`);
    library.disk.write(file, bytes);
    library.disk.close(file);
    await library.backup.write();
    library.disk.remove(`${folder}/${name}`);

    const offer = await chosen(library);
    await library.backup.restore(offer.token, { withSettings: false });

    expect(Buffer.from(library.disk.read(`${folder}/${name}`)).toString()).toBe('أصل');
  });

  it('is written without damaged files, says how many it lacks, and can be restored', async () => {
    const library = await open();
    library.store.change(FIRST, [putAnnotation(FIRST, 1, 'قبل')]);
    const whole = Buffer.from('أصل');
    const name = createHash('sha256').update(whole).digest('hex');
    const folder = `${FOLDER}/library/originals`;
    library.disk.put(`${folder}/${name}`, whole);
    library.disk.put(`${folder}/${'0'.repeat(64)}`, 'أصل تالف');
    library.disk.put(`${FOLDER}/library/own-${'1'.repeat(20)}/article.json`, 'مقال مقطوع');

    const written = await library.backup.write();
    library.disk.remove(`${folder}/${name}`);
    const offer = await chosen(library);
    const restored = await library.backup.restore(offer.token, { withSettings: false });

    expect(written).toEqual({ ok: true, value: { path: FILE, leftOut: 2 } });
    expect(restored.ok).toBe(true);
    expect(Buffer.from(library.disk.read(`${folder}/${name}`))).toEqual(whole);
  });

  it.each(STRANGE_IDS)('is not opened when an article in it has the id %s', async (id) => {
    const article = { ...ownArticle(), id: v.parse(articleIdSchema, id) };
    for (const body of [
      { schemaVersion: 1, savedAt: '2026-01-01T00:00:00.000Z', data: article },
      { schemaVersion: 4, savedAt: '2026-01-01T00:00:00.000Z', data: { id, pages: [] } },
    ]) {
      const library = await open();
      library.disk.put(FILE, archiveOf({ 'articles.jsonl': encodeFramed(body) }));
      const before = library.disk.paths();

      expect(await library.backup.choose()).toEqual({
        ok: false,
        error: { code: 'backup/unexpected-entry' },
      });
      expect(library.disk.paths()).toEqual(before);
    }
  });

  it('changes nothing when the disk refuses the copy that comes first', async () => {
    const library = await open();
    library.store.change(FIRST, [putAnnotation(FIRST, 1, 'قبل')]);
    await library.backup.write();
    library.store.change(FIRST, [putAnnotation(FIRST, 1, 'بعد')]);
    const offer = await chosen(library);
    const { create } = library.disk;
    library.disk.create = () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };

    const restored = await library.backup.restore(offer.token, { withSettings: true });
    library.disk.create = create;

    expect(restored).toMatchObject({ ok: false, error: { params: { reason: 'disk-full' } } });
    expect(Object.values(notesOf(library.store.read(FIRST)))).toEqual(['بعد']);
  });
});

describe('a file that is not a valid backup', () => {
  const answerTo = async (change: (bytes: Uint8Array) => Uint8Array): Promise<string> => {
    const library = await open();
    library.store.change(FIRST, [putAnnotation(FIRST, 1, canonicalText(sampleArticle().blocks))]);
    await library.backup.write();
    const changed = change(library.disk.read(FILE));
    library.disk.remove(FILE);
    const file = library.disk.create(FILE);
    library.disk.write(file, changed);
    library.disk.close(file);
    const offer = await library.backup.choose();
    return offer.ok ? 'taken' : offer.error.code;
  };
  const zip = (files: Record<string, string>) => () =>
    zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])),
    );
  const manifest = (entries: unknown[], version = 1) =>
    JSON.stringify({
      format: 'hashiya-backup',
      version,
      createdAt: '2026-01-01T00:00:00.000Z',
      app: '1',
      entries,
    });
  const entry = (name: string) => ({ name, sizeBytes: 1, sha256: SHA });

  it.each([
    ['backup/other-format', () => Buffer.from('نص عادي')],
    ['backup/other-format', () => new Uint8Array(1)],
    ['backup/other-format', zip({ 'word/document.xml': '<x/>' })],
    ['backup/newer-version', zip({ 'hashiya.json': manifest([], 3) })],
    ['backup/damaged', zip({ 'hashiya.json': '{' })],
    ['backup/damaged', zip({ 'hashiya.json': manifest([entry('../../x')]), '../../x': 'x' })],
    ['backup/unexpected-entry', zip({ 'hashiya.json': manifest([]), '../../x': 'x' })],
    ['backup/unexpected-entry', zip({ 'hashiya.json': manifest([]), 'marks.jsonl': 'x' })],
    ['backup/unexpected-entry', zip({ 'hashiya.json': manifest([entry('marks.jsonl')]) })],
    [
      'backup/damaged',
      zip({ 'hashiya.json': manifest([entry('marks.jsonl')]), 'marks.jsonl': 'x' }),
    ],
  ])('is refused as %s', async (code, change) => {
    expect(await answerTo(change)).toBe(code);
  });

  it('is refused wherever it was cut off', async () => {
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.999]) {
      expect(await answerTo((bytes) => bytes.slice(0, Math.floor(bytes.length * share)))).toMatch(
        /^backup\/(?:damaged|other-format)$/,
      );
    }
  });

  it('is refused when one byte of its contents was changed', async () => {
    expect(
      await answerTo((bytes) => {
        const changed = Uint8Array.from(bytes);
        // This byte is in the packed marks, behind the local header of the first entry.
        changed[60] = (changed[60] ?? 0) ^ 0x10;
        return changed;
      }),
    ).toBe('backup/damaged');
  });

  it('is refused if a mark that this version cannot read is longer than any mark', async () => {
    const withQuote = (lengthUtf16: number) => {
      const quote = { exact: 'س'.repeat(lengthUtf16), prefix: '', suffix: '' };
      const strange = { ...ANNOTATION_FIELDS, id: annotationId(1), articleId: FIRST, quote };
      const data = { articleId: FIRST, annotations: [strange], bookmarks: [], reading: null };
      const body = { schemaVersion: 2, revision: 1, savedAt: AT, data };
      return copyOf([entryOf('marks.jsonl', Buffer.from(encodeFramed(body)))]);
    };

    expect(await answerTo(() => withQuote(1_000_000))).toBe('backup/too-large');
    expect(await answerTo(() => withQuote(900_000))).toBe('taken');
  });

  it('is refused as too large before a bomb is unpacked', async () => {
    const bomb = Buffer.alloc(40_000_000, 'a');
    const packed = zipSync({
      'marks.jsonl': bomb,
      'hashiya.json': Buffer.from(manifest([{ ...entry('marks.jsonl'), sizeBytes: bomb.length }])),
    });
    const unpacking = await processorMs(() => unzipSync(packed));

    const refusing = await processorMs(async () =>
      expect(await answerTo(() => packed)).toBe('backup/too-large'),
    );
    expect(refusing).toBeLessThan(unpacking);
  });
});
