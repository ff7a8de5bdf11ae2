import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '#shared/domain/article.ts';
import { fail, succeed } from '#shared/domain/result.ts';
import { createOriginals } from '../library/originals.ts';
import { type OwnArticles, openOwnArticles } from '../library/own-articles.ts';
import { createNodeFileSystem } from '../disk/node-file-system.ts';
import type { Converter } from './import-file.ts';
import { type ImportService, createImportService } from './import-service.ts';
import { linesConverter as converter } from './testing/lines-converter.ts';

const now = () => new Date('2026-11-22T10:00:00.000Z');

interface Opened {
  readonly own: OwnArticles;
  readonly service: ImportService;
  readonly came: Article[];
  readonly bugs: unknown[];
}

let folder = '';
let files = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hashiya-import-'));
  files = join(folder, 'files');
  await mkdir(files);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function open(convert: Converter = converter): Opened {
  const fs = createNodeFileSystem();
  const dataFolder = join(folder, 'data');
  const own = openOwnArticles({ dataFolder, fs, now, readOnly: null });
  const came: Article[] = [];
  const bugs: unknown[] = [];
  const service = createImportService({
    own,
    originals: createOriginals(dataFolder, fs),
    converter: convert,
    findBundled: () => undefined,
    now,
    fs,
    dataFolder,
    onArticle: (article) => {
      if (article.title === 'خبر الصدى') throw new Error('planted: the news');
      came.push(article);
    },
    onProgress: () => undefined,
    onBug: (bug) => bugs.push(bug),
  });
  return { own, service, came, bugs };
}

async function write(name: string, text: string): Promise<string> {
  const path = join(files, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
  return path;
}

async function imported(service: ImportService, ...roots: string[]): Promise<string[]> {
  service.start(roots);
  await service.settled();
  return service
    .items()
    .map(({ name, outcome }) =>
      outcome.kind === 'failed' ? `${name}: ${outcome.code}` : `${name}: ${outcome.kind}`,
    );
}

const long = (word: string) => `# خبر ${word}\n${`في هذا النصّ كلام عن ${word} `.repeat(20)}`;

/** Opens a library into which a file and then its longer version were imported, about which the reader must decide. */
async function openWithUpdate(): Promise<Opened> {
  const path = await write('a.txt', long('النهر'));
  const opened = open();
  await imported(opened.service, path);
  await write('a.txt', `${long('النهر')}\nفقرة أضيفت بعد حين.`);
  await imported(opened.service, path);
  return opened;
}

describe('an import', () => {
  it('keeps its original although the same one is deleted before its article is stored', async () => {
    const path = await write('a.txt', long('النهر'));
    const { service, own } = open();
    const { add } = own;
    const originals = join(folder, 'data', 'library', 'originals');
    own.add = async (article) => {
      for (const name of await readdir(originals)) await rm(join(originals, name));
      return add(article);
    };

    expect(await imported(service, path)).toEqual(['a.txt: added']);

    expect(await readdir(originals)).toEqual([own.list()[0]?.own?.original.sha256]);
  });

  it('imports files from nested folders, and reports the outcome of each', async () => {
    await write('a.txt', long('النهر'));
    await write('deep/er/b.txt', long('الجبل'));
    await write('bad.bin', 'x\0y');
    await write('.hidden.txt', long('المخفيّ'));
    await write('page.html', long('الصفحة'));
    await write('page_files/ad.html', long('الإعلان'));
    const { service, own, came } = open();

    expect(await imported(service, files, join(files, 'missing.txt'))).toEqual([
      'a.txt: added',
      'bad.bin: import/not-text',
      'b.txt: added',
      'page.html: added',
      'missing.txt: import/not-found',
    ]);
    expect(own.list()).toHaveLength(3);
    expect(came).toHaveLength(3);
    expect(service.state()).toMatchObject({
      state: 'done',
      total: 5,
      done: 5,
      added: 3,
      failed: 2,
    });
    expect(await readdir(join(folder, 'data/library/originals'))).toHaveLength(3);
  });

  it('skips the lock files of office programs, and says how many there were', async () => {
    await write('خبر.txt', long('النهر'));
    await write('~$خبر.docx', '\u0005owner');
    const { service } = open();

    expect(await imported(service, files, join(files, '~$خبر.docx'))).toEqual(['خبر.txt: added']);
    expect(service.state()).toMatchObject({ total: 1, failed: 0, locks: 1 });
  });

  it('follows no link, in a folder or named by the reader', async () => {
    const outside = join(folder, 'outside.txt');
    await writeFile(outside, long('الخارج'));
    await symlink(outside, join(files, 'link.txt'));
    await symlink(folder, join(files, 'loop'));
    const { service, own } = open();

    expect(await imported(service, files)).toEqual([
      'link.txt: import/not-a-file',
      'loop: import/not-a-file',
    ]);
    expect(own.list()).toEqual([]);
  });

  it('imports the same bytes, and the same text in other bytes, once', async () => {
    const path = await write('a.txt', long('النهر'));
    await write('copy.txt', long('النهر'));
    await write('spaced.txt', `${long('النهر')}\n\n`);
    const { service, own } = open();

    expect(await imported(service, files)).toEqual([
      'a.txt: added',
      'copy.txt: duplicate',
      'spaced.txt: duplicate',
    ]);
    expect(await imported(service, path)).toEqual(['a.txt: duplicate']);
    expect(own.list()).toHaveLength(1);
  });

  it('repairs a damaged or missing original when the same file is imported again', async () => {
    const path = await write('a.txt', long('النهر'));
    const { service, own } = open();
    await imported(service, path);
    const { sha256 = '' } = own.list()[0]?.own?.original ?? {};
    const original = join(folder, 'data', 'library', 'originals', sha256);
    for (const harm of [() => writeFile(original, 'تالف'), () => rm(original)]) {
      await harm();
      // The app found the original whole in this run; the next run does not know that.
      const later = open();

      expect(await imported(later.service, path)).toEqual(['a.txt: duplicate']);
      expect(await readFile(original, 'utf8')).toBe(long('النهر'));
    }
  });

  it('offers a changed file as an update, which keeps id, details and labels', async () => {
    const path = await write('a.txt', long('النهر'));
    const { service, own, came } = open();
    await imported(service, path);
    const before = came[0];
    if (!before?.own) throw new Error('nothing came');
    own.replace({
      ...before,
      title: 'عنواني',
      own: { ...before.own, from: { ...before.own.from, title: 'reader' }, tags: ['ماء'] },
    });

    await write('a.txt', `${long('النهر')}\nفقرة أضيفت بعد حين.`);
    expect(await imported(service, path)).toEqual(['a.txt: update']);
    expect(own.read(before.id)).toMatchObject({ value: { contentHash: before.contentHash } });

    expect(await service.decide(0, 'replace')).toMatchObject({ ok: true });
    expect(own.list()).toHaveLength(1);
    expect(own.read(before.id)).toMatchObject({
      value: {
        title: 'عنواني',
        blocks: [{}, { text: 'فقرة أضيفت بعد حين.' }],
        own: { tags: ['ماء'], formerOriginals: [before.own.original.sha256] },
      },
    });
    await write('a.txt', long('النهر'));
    expect(await imported(service, path)).toEqual(['a.txt: duplicate']);
  });

  it('undoes a decision and makes it again, with its line of the list', async () => {
    const { service, own } = await openWithUpdate();
    const lines = () => service.items().map(({ outcome }) => outcome.kind);
    const [first] = own.list();
    const before = first && own.read(first.id);
    if (!before?.ok) throw new Error('nothing came');

    const replaced = await service.decide(0, 'replace');
    if (!replaced.ok) throw new Error(replaced.error.code);
    const { decision, articleId } = replaced.value;
    expect(service.putDecision(decision, false)).toEqual({ ok: true, value: { removed: null } });
    expect([own.read(articleId), lines()]).toEqual([before, ['update']]);
    expect(service.putDecision(decision, true)).toEqual({ ok: true, value: { removed: null } });
    expect([own.list()[0]?.contentHash === before.value.contentHash, lines()]).toEqual([
      false,
      ['updated'],
    ]);
    service.putDecision(decision, false);

    const both = await service.decide(0, 'keep-both');
    if (!both.ok) throw new Error(both.error.code);
    const removed = { ok: true, value: { removed: both.value.articleId } };
    expect(service.putDecision(both.value.decision, false)).toEqual(removed);
    expect([own.list().length, lines()]).toEqual([1, ['update']]);
    service.dismiss();
    service.putDecision(both.value.decision, true);
    expect([own.list().length, lines()]).toEqual([2, []]);
    expect(service.putDecision(crypto.randomUUID(), false)).toEqual(
      fail({ code: 'import/not-found' }),
    );
  });

  it('does not count an updated article after its removal, but does when it is restored', async () => {
    const { service, own } = await openWithUpdate();
    await service.decide(0, 'replace');
    const [updated] = own.list();

    own.remove(updated!.id);
    expect([service.state().added, service.items()]).toEqual([0, []]);
    own.restore(updated!.id);
    expect([service.state().added, service.items().length]).toEqual([1, 1]);
  });

  it('lists a restored article again although the list was written while it was removed', async () => {
    await write('a.txt', long('النهر'));
    const first = open();
    await imported(first.service, files);
    await write('b.txt', long('الجبل'));
    await write('a.txt', `${long('النهر')}\nفقرة أضيفت بعد حين.`);
    expect(await imported(first.service, files)).toEqual(['a.txt: update', 'b.txt: added']);
    const added = first.own.list().find(({ title }) => title === 'خبر الجبل');
    first.own.remove(added!.id);
    await first.service.decide(0, 'replace');

    const { service, own } = open();
    service.resume();
    expect(service.items().map(({ name }) => name)).toEqual(['a.txt']);
    own.restore(added!.id);

    expect(service.items().map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
  });

  it('keeps both versions when the reader chooses that', async () => {
    const { service, own } = await openWithUpdate();

    await service.decide(0, 'keep-both');

    expect(own.list()).toHaveLength(2);
  });

  it('does not take another text at the same path for an update', async () => {
    const path = await write('a.txt', long('النهر'));
    const { service } = open();
    await imported(service, path);
    await write('a.txt', 'كلمات من موضوع مختلف تمامًا لا يشبه ما سبقه في شيء.');

    expect(await imported(service, path)).toEqual(['a.txt: added']);
  });

  it('continues at the next start where it was interrupted', async () => {
    for (let count = 0; count < 10; count++) await write(`${count}.txt`, long(`رقم${count}`));
    let left = 4;
    const dying: Converter = {
      // The process ends while it converts the fifth file.
      convert: (bytes, name) =>
        left-- > 0 ? converter.convert(bytes, name) : new Promise(() => undefined),
    };
    const first = open(dying);
    first.service.start([files]);
    await expect.poll(() => first.service.state().done).toBe(4);
    await expect.poll(() => first.service.state().current).toBe('4.txt');

    const { service, own, came } = open();
    service.resume();
    await service.settled();

    expect(own.list()).toHaveLength(10);
    expect(came).toHaveLength(6);
    expect(service.state()).toMatchObject({ state: 'done', resumed: true, added: 10, total: 10 });
    const third = open();
    third.service.resume();
    expect(third.service.items()).toHaveLength(10);
    expect(third.service.state().state).toBe('done');
  });

  it('counts at the next start only articles that were not removed since', async () => {
    for (let count = 0; count < 3; count++) await write(`${count}.txt`, long(`رقم${count}`));
    const first = open();
    await imported(first.service, files);
    const [gone, ...others] = first.own.list().map(({ id }) => id);
    first.own.remove(gone!);

    const { service, own } = open();
    service.resume();

    expect(service.state()).toMatchObject({ state: 'done', added: 2 });
    expect(service.items()).toHaveLength(2);
    own.restore(gone!);
    expect(service.state()).toMatchObject({ added: 3 });
    expect(service.items()).toHaveLength(3);

    for (const id of [gone!, ...others]) own.remove(id);
    const last = open();
    last.service.resume();
    expect(last.service.state().state).toBe('idle');
  });

  it.each([
    ['an import', () => Promise.resolve()],
    [
      'an import whose list an earlier version wrote',
      async (path: string) => {
        await rename(path, path.replace('.ended', ''));
        open().service.resume();
      },
    ],
    [
      'a decision about a line of an import',
      async (path: string) => {
        await rm(path);
        const { service } = open();
        const changed = await write('0.txt', `${long('رقم0')}\n${long('آخر')}`);
        await imported(service, changed, files);
        const { index } = service.items().find(({ outcome }) => outcome.kind === 'update')!;
        await service.decide(index, 'keep-both');
      },
    ],
  ])('does not start again after the log of %s was cut, wherever', async (_what, then) => {
    for (let count = 0; count < 3; count++) await write(`${count}.txt`, long(`رقم${count}`));
    const first = open();
    await imported(first.service, files);
    const logs = async () => (await readdir(library)).filter((name) => name.startsWith('import-'));
    const library = join(folder, 'data', 'library');
    await then(join(library, (await logs())[0]!));
    first.own.remove(first.own.list().at(-1)!.id);
    const [name = '', ...more] = await logs();
    expect(more).toEqual([]);
    const whole = await readFile(join(library, name));
    const left = open().own.list().length;

    for (let end = 0; end < whole.length; end += 40) {
      await writeFile(join(library, name), whole.subarray(0, end));
      const { service, own } = open();
      service.resume();
      await service.settled();
      expect(own.list()).toHaveLength(left);
    }
  });

  it('continues at the next start when the app was quit in the middle of a file', async () => {
    for (let count = 0; count < 5; count++) await write(`${count}.txt`, long(`رقم${count}`));
    const first = open({
      convert: (bytes, name) => {
        if (name !== '2.txt') return converter.convert(bytes, name);
        // The end of the app also ends the conversion.
        first.service.close();
        return Promise.resolve(fail({ code: 'import/interrupted' }));
      },
    });
    first.service.start([files]);
    await first.service.settled();

    const { service, own } = open();
    service.resume();
    await service.settled();

    expect(own.list()).toHaveLength(5);
    expect(service.state()).toMatchObject({ state: 'done', resumed: true, added: 5, failed: 0 });
  });

  it('stops when it is cancelled, and does not continue at the next start', async () => {
    for (let count = 0; count < 5; count++) await write(`${count}.txt`, long(`رقم${count}`));
    const { service, own } = open({
      convert: (bytes, name) => {
        if (name === '2.txt') service.cancel();
        return converter.convert(bytes, name);
      },
    });

    await imported(service, files);
    expect(service.state().state).toBe('cancelled');
    expect(own.list()).toHaveLength(3);

    const next = open();
    next.service.resume();
    await next.service.settled();
    expect(next.own.list()).toHaveLength(3);
  });

  it('refuses one file when the program fails at it, and continues with the rest', async () => {
    for (const name of ['a', 'b', 'c']) await write(`${name}.txt`, long(`رقم-${name}`));
    await write('echo.txt', long('الصدى'));
    const { service, own, bugs } = open({
      async convert(bytes, name) {
        const read = await converter.convert(bytes, name);
        // No format produces such blocks, and no schema accepts them.
        return read.ok && name === 'b.txt'
          ? succeed({ ...read.value, blocks: [{}] as never })
          : read;
      },
    });

    expect(await imported(service, files)).toEqual([
      'a.txt: added',
      'b.txt: import/unexpected',
      'c.txt: added',
      // The article was already on the disk when the report about it failed.
      'echo.txt: added',
    ]);
    expect(service.state()).toMatchObject({ state: 'done', added: 3, failed: 1 });
    expect(own.list()).toHaveLength(3);
    expect(bugs).toHaveLength(2);
    expect(await readdir(join(folder, 'data/library/next'))).toEqual([]);
    const again = open();
    again.service.resume();
    expect(again.service.state()).toMatchObject({ state: 'done', done: 4 });
  });

  it('still offers an update when the program failed to carry it out', async () => {
    const path = await write('a.txt', long('النهر'));
    const { service, bugs } = open({
      async convert(bytes, name) {
        const read = await converter.convert(bytes, name);
        converted += 1;
        return read.ok && converted === 3
          ? succeed({ ...read.value, blocks: [{}] as never })
          : read;
      },
    });
    let converted = 0;
    await imported(service, path);
    await write('a.txt', `${long('النهر')}\nفقرة أضيفت بعد حين.`);
    await imported(service, path);

    expect(await service.decide(0, 'replace')).toEqual(fail({ code: 'import/unexpected' }));
    expect(bugs).toHaveLength(1);
    expect(await service.decide(0, 'replace')).toMatchObject({ ok: true });
  });

  it('reads a pasted text like a file', async () => {
    const { service, own } = open();

    const outcome = await service.addText(long('اللصق'));

    expect(outcome).toMatchObject({ kind: 'added', title: 'خبر اللصق' });
    expect(own.list()[0]?.own?.original.path).toBeNull();
    expect(await service.addText(long('اللصق'))).toMatchObject({ kind: 'duplicate' });
  });
});
