import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '#shared/domain/article.ts';
import type { ImportOutcome } from '#shared/domain/import.ts';
import type { ImportJobState } from '#shared/domain/import-progress.ts';
import { openOwnArticles } from '../library/own-articles.ts';
import { anOwnArticle } from '../library/testing/an-own-article.ts';
import type { RefusalReason } from '../disk/file-system.ts';
import { createNodeFileSystem } from '../disk/node-file-system.ts';
import { openJobLog } from './job-log.ts';
import { createOwnLibrary } from './own-library.ts';

const now = () => new Date('2026-11-22T10:00:00.000Z');

let dataFolder = '';
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'hashiya-own-library-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

interface Options {
  readonly readOnly?: RefusalReason;
  readonly onProgress?: (state: ImportJobState) => void;
}

function open({ readOnly, onProgress = () => undefined }: Options = {}) {
  const fs = createNodeFileSystem();
  const own = openOwnArticles({ dataFolder, fs, now, readOnly: readOnly ?? null });
  const library = createOwnLibrary({
    own,
    fs,
    dataFolder,
    converter: { convert: () => Promise.reject(new Error('nothing is converted here')) },
    search: { add: () => undefined, remove: () => undefined },
    bundled: [],
    now,
    onChanged: () => undefined,
    onProgress,
    onRemade: () => undefined,
    onBug: (bug) => {
      throw bug;
    },
  });
  return { own, library };
}

const folderOf = (id: string) => join(dataFolder, 'library', id);
const originals = () => readdirSync(join(dataFolder, 'library', 'originals'));

/** Creates an article with its stored original, as an import does. */
async function anImported(text: string): Promise<Article> {
  const bytes = Buffer.from(`file of ${text}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const base = anOwnArticle([text]);
  if (!base.own) throw new Error('an own article has an original');
  const original = { ...base.own.original, sha256, sizeBytes: bytes.length };
  const id = `own-${sha256.slice(0, 20)}` as Article['id'];
  const article = { ...base, id, own: { ...base.own, original } };
  const { own } = open();
  await own.add(article);
  own.close();
  mkdirSync(join(dataFolder, 'library', 'originals'), { recursive: true });
  writeFileSync(join(dataFolder, 'library', 'originals', sha256), bytes);
  return article;
}

describe('the originals', () => {
  it('stay when their article is damaged', async () => {
    const article = await anImported('خبر المطر');
    const path = join(folderOf(article.id), 'article.json');
    writeFileSync(path, readFileSync(path).subarray(0, 300));
    const { own, library } = open();

    expect(own.read(article.id).ok).toBe(false);
    library.imports.resume();
    own.tidy();

    expect(originals()).toEqual([article.own?.original.sha256]);
  });

  it('stay when their article was written by a newer version', async () => {
    const article = await anImported('خبر الريح');
    writeFileSync(join(folderOf(article.id), 'article.json'), '{"schemaVersion":9,"data":{}}\n');
    const { own, library } = open();

    own.read(article.id);
    library.imports.resume();
    own.tidy();

    expect(originals()).toEqual([article.own?.original.sha256]);
  });

  it('stay when another process has just stored one that this run does not know', async () => {
    await anImported('خبر الثلج');
    const { own, library } = open({ readOnly: 'locked' });
    const later = await anImported('خبر البرد');

    library.imports.resume();
    own.tidy();

    expect(originals()).toContain(later.own?.original.sha256);
  });

  it('stay when their article was removed, however long ago', async () => {
    const article = await anImported('خبر الغيم');
    open().own.remove(article.id);
    const bin = join(dataFolder, 'library', 'bin');
    expect(readdirSync(bin)).toHaveLength(1);

    const fs = createNodeFileSystem();
    const at = () => new Date('2027-11-22T10:00:00.000Z');
    openOwnArticles({ dataFolder, fs, now: at, readOnly: null }).tidy();
    open().own.tidy();

    expect(readdirSync(bin)).toHaveLength(1);
    expect(originals()).toEqual([article.own?.original.sha256]);
  });
});

describe('a run beside another process that writes', () => {
  const paths = () =>
    readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
      .toSorted()
      .map((path) => {
        const status = statSync(join(dataFolder, path));
        return `${path} ${status.isFile() ? status.size : ''}`;
      });

  it('neither continues that import nor forgets it, and writes nothing', async () => {
    await anImported('خبر النخل');
    const log = openJobLog(createNodeFileSystem(), join(dataFolder, 'library'), { isWriter: true });
    log.begin({ roots: ['/nowhere'], items: [], ended: false });
    const before = paths();
    const { library } = open({ readOnly: 'locked' });

    library.imports.resume();
    expect(library.imports.state().state).toBe('idle');
    library.imports.start(['/nowhere/a.txt']);
    await library.imports.settled();
    const text = await library.imports.addText('نصّ ملصق');
    library.imports.dismiss();

    expect(text).toEqual({
      kind: 'failed',
      code: 'import/not-saved',
      params: { reason: 'locked' },
    });
    expect(paths()).toEqual(before);
    expect(log.read()).toEqual({ roots: ['/nowhere'], items: [], ended: false });
  });
});

describe('the line above the library', () => {
  it('counts again when an imported article is removed, and says nothing without an import', async () => {
    const { id, title } = await anImported('خبر المطر');
    const outcome: ImportOutcome = { kind: 'added', articleId: id, title, remarks: [] };
    openJobLog(createNodeFileSystem(), join(dataFolder, 'library'), { isWriter: true }).begin({
      roots: [],
      items: [{ index: 0, name: 'أ.txt', path: null, outcome }],
      ended: true,
    });
    const told: number[] = [];
    const { own, library } = open({ onProgress: ({ added }) => told.push(added) });

    library.onLabelled(id);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toEqual([]);
    library.imports.resume();
    expect(told).toEqual([1]);
    own.remove(id);
    library.onRemoved(id);

    await expect.poll(() => told).toEqual([1, 0]);
  });
});
