import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleId } from '#shared/domain/article.ts';
import { createOwnLibrary } from './import/own-library.ts';
import { openJobLog } from './import/job-log.ts';
import { linesConverter } from './import/testing/lines-converter.ts';
import { openOwnArticles } from './library/own-articles.ts';
import { encodeFramed } from './disk/framed-json.ts';
import type { FileSystem } from './disk/file-system.ts';
import { acquireLock } from './store/lock.ts';
import { createNodeFileSystem } from './disk/node-file-system.ts';
import { openMarksStore } from './store/open-store.ts';
import { marksFileName, storePaths } from './store/paths.ts';
import { annotationId } from '#shared/domain/testing/an-annotation.ts';
import {
  carelessWriter,
  createInlineCompactor,
  putAnnotation,
} from './store/testing/in-memory-store.ts';

const NOW = '2026-11-22T10:00:00.000Z';
const now = () => new Date(NOW);
const TEXTS = ['# خبر القمح\nحصد الفلاحون القمح.', '# خبر الزيت\nعُصر الزيت في القرية.'];

const MODES = ['the app', 'the app beside an import', 'the app in a folder that refuses'] as const;
type Mode = (typeof MODES)[number];

/** Refuses every call that changes something, as a disk that is mounted read-only. */
function refusing(fs: FileSystem): FileSystem {
  const refuse = (): never => {
    throw Object.assign(new Error('read-only file system'), { code: 'EROFS' });
  };
  const refused = { create: refuse, write: refuse, truncate: refuse, makeFolder: refuse };
  return { ...fs, ...refused, rename: refuse, remove: refuse, removeFolder: refuse };
}

/** Only this process and that of the import are running. */
const processes = (pid: number) => ({
  pid,
  bootId: 'boot',
  startOf: (asked: number) => (asked === 100 || asked === 200 ? String(asked) : null),
});

function open(folder: string, mode: Mode = 'the app') {
  const node = createNodeFileSystem();
  const fs = mode === 'the app in a folder that refuses' ? refusing(node) : node;
  const compactor = createInlineCompactor(fs, carelessWriter(fs), now);
  const store = openMarksStore({ folder, fs, compactor, processes: processes(200), now });
  const own = openOwnArticles({ dataFolder: folder, fs, now, readOnly: store.readOnly });
  const library = createOwnLibrary({
    own,
    fs,
    dataFolder: folder,
    converter: linesConverter,
    search: { add: () => undefined, remove: () => undefined },
    bundled: [],
    now,
    onChanged: () => undefined,
    onProgress: () => undefined,
    onRemade: () => undefined,
    onBug: (bug) => {
      throw bug;
    },
  });
  return { store, own, library };
}

const temporary = mkdtempSync(join(tmpdir(), 'hashiya-bad-files-'));
const base = join(temporary, 'base');
const ids: ArticleId[] = [];
// A busy disk takes long to remove hundreds of copies.
afterAll(() => rmSync(temporary, { recursive: true, force: true }), 60_000);

/** Creates two articles with marks, the last one only in the journal, a finished import, and an index. */
beforeAll(async () => {
  const { store, own, library } = open(base);
  for (const text of TEXTS) {
    const outcome = await library.imports.addText(text);
    if (outcome.kind !== 'added') throw new Error(outcome.kind);
    ids.push(outcome.articleId);
  }
  for (const [index, id] of ids.entries()) store.change(id, [putAnnotation(id, index + 1)]);
  await store.compact();
  store.change(ids[0]!, [putAnnotation(ids[0]!, 3)]);
  const log = openJobLog(createNodeFileSystem(), join(base, 'library'), { isWriter: true });
  log.begin({ roots: [], items: [], ended: true });
  own.close();
  await store.close();
  cpSync(join(base, 'journal'), join(base, 'library', 'index'), { recursive: true });
  writeFileSync(join(base, 'library', 'index', 'segment-000001.bin'), 'hashiya-segment 1\n');
  writeFileSync(join(base, 'settings.json'), '{"theme":"dark"}');
  writeFileSync(join(base, 'window.json'), '{"width":900}');
  writeFileSync(join(base, 'store.lock'), '{"pid":1}');
});

const lastOf = (folder: string, start: string): string =>
  readdirSync(folder)
    .filter((name) => name.startsWith(start))
    .map((name) => join(folder, name))
    .at(-1) ?? '';

const FILES: Readonly<Record<string, (folder: string) => string>> = {
  article: (folder) => join(folder, 'library', ids[0]!, 'article.json'),
  details: (folder) => join(folder, 'library', ids[0]!, 'details.json'),
  catalogue: (folder) => lastOf(join(folder, 'library'), 'catalogue-'),
  original: (folder) => lastOf(join(folder, 'library', 'originals'), ids[0]!.slice(4)),
  marks: (folder) => join(storePaths(folder).marks, `${marksFileName(ids[0]!)}.json`),
  'second marks': (folder) => join(storePaths(folder).marks, `${marksFileName(ids[0]!)}.json.bak`),
  journal: (folder) => lastOf(storePaths(folder).journal, 'journal-'),
  history: (folder) => lastOf(storePaths(folder).history, '2026'),
  settings: (folder) => join(folder, 'settings.json'),
  window: (folder) => join(folder, 'window.json'),
  version: (folder) => storePaths(folder).version,
  lock: (folder) => storePaths(folder).lock,
  'list of the import': (folder) => lastOf(join(folder, 'library'), 'import-'),
  'part of the index': (folder) => lastOf(join(folder, 'library', 'index'), 'segment-'),
};

const DAMAGES: Readonly<Record<string, (good: Buffer) => Buffer | null>> = {
  cut: (good) => good.subarray(0, Math.floor(good.length / 2)),
  damaged: (good) => Buffer.concat([good.subarray(0, 3), Buffer.alloc(7, 0xff), good.subarray(10)]),
  newer: () => Buffer.from(encodeFramed({ schemaVersion: 9, data: {} })),
  emptied: () => Buffer.alloc(0),
  missing: () => null,
};

/** Returns every file below a folder with its bytes, without the lock of the import. */
function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [name, readFileSync(join(folder, name)).toString('latin1')]),
  );
}

const cases = MODES.flatMap((mode) =>
  Object.keys(FILES).flatMap((file) =>
    Object.keys(DAMAGES).map((damage) => [mode, file, damage] as const),
  ),
);

let number = 0;
/** Copies the library with one bad file, and opens and uses it as a start does. */
async function start(mode: Mode, file: string, damage: string) {
  const folder = join(temporary, String(number++));
  cpSync(base, folder, { recursive: true });
  if (mode === 'the app beside an import' && file !== 'lock') {
    rmSync(join(folder, 'store.lock'));
    acquireLock(createNodeFileSystem(), join(folder, 'store.lock'), processes(100));
  }
  const path = FILES[file]!(folder);
  const bad = DAMAGES[damage]!(readFileSync(path));
  if (bad === null) rmSync(path);
  else writeFileSync(path, bad);
  const before = snapshot(folder);
  const opened = open(folder, mode);
  const marks = ids.map((id) => opened.store.read(id).annotations.map((each) => each.id));
  for (const id of ids) opened.own.read(id);
  opened.library.imports.resume();
  for (const id of ids) await opened.library.remaker.remake(id);
  opened.own.tidy();
  await opened.store.compact();
  const codes = opened.store.notices().map(({ code }) => code);
  const troubles = opened.own.list().map(({ trouble }) => trouble?.kind);
  const texts = ids.map((id) => opened.own.read(id).ok);
  opened.own.close();
  await opened.store.close();
  return { folder, path, bad, before, after: snapshot(folder), marks, codes, troubles, texts };
}

describe('with a bad file', () => {
  it.each(cases)('%s starts, and loses nothing: %s, %s', async (mode, file, damage) => {
    const { path, bad, before, after, marks, codes, troubles, texts, folder } = await start(
      mode,
      file,
      damage,
    );
    const isWriter = mode === 'the app' || (mode === 'the app beside an import' && file === 'lock');

    // The mark in the journal has no other copy; all other marks must be there.
    expect(marks[0]).toContain(annotationId(1));
    if (file !== 'journal')
      expect(marks).toEqual([[annotationId(1), annotationId(3)], [annotationId(2)]]);
    expect(texts[1]).toBe(true);
    if (isWriter) {
      expect(texts[0]).toBe(!(file === 'article' && damage === 'newer'));
      expect(codes).not.toContain('store/read-failed');
    } else {
      expect(after).toEqual(before);
      expect(codes).toContain('store/read-only');
    }
    // Originals stay, whatever happened to other files.
    const originals = Object.keys(before).filter((name) => name.includes('originals'));
    expect(Object.keys(after)).toEqual(expect.arrayContaining(originals));
    const isKnownTrouble = file === 'article' && (damage === 'newer' || !isWriter);
    expect(troubles.filter(Boolean)).toHaveLength(isKnownTrouble ? 1 : 0);
    // Newer files are unchanged, and damaged ones are kept.
    if (damage === 'newer' && ['article', 'marks', 'second marks'].includes(file))
      expect(readFileSync(path)).toEqual(bad);
    else if (bad?.length && ['article', 'marks', 'second marks', 'journal'].includes(file))
      expect(Object.values(after).join('\n')).toContain(bad.toString('latin1').trim().slice(0, 60));
    expect(existsSync(join(folder, 'library'))).toBe(true);
  });
});
