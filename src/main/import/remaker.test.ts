import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeSpan } from '#shared/anchoring/describe.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { NO_MARKS } from '#shared/domain/defaults.ts';
import { fail } from '#shared/domain/result.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { createMarkAnchors } from '../annotations/mark-anchors.ts';
import { createFinderHere } from '../anchoring/finder.ts';
import { editDetails } from '../library/edit-details.ts';
import { openOwnArticles } from '../library/own-articles.ts';
import type { RefusalReason } from '../disk/file-system.ts';
import { encodeFramed } from '../disk/framed-json.ts';
import { createNodeFileSystem } from '../disk/node-file-system.ts';
import { annotationId } from '#shared/domain/testing/an-annotation.ts';
import type { Converter } from './import-file.ts';
import { createOwnLibrary } from './own-library.ts';
import { linesConverter } from './testing/lines-converter.ts';

const AT = '2026-11-22T10:00:00.000Z';
const TEXT = '# خبر السدّ\nفُتح السدّ صباح أمس أمام الزوّار.\nوقال المدير إن الماء يكفي سنتين.';

let dataFolder = '';
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'hashiya-remade-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

interface OpenOptions {
  readonly converter?: Converter;
  readonly readOnly?: RefusalReason;
}

function open({ converter = linesConverter, readOnly }: OpenOptions = {}) {
  const fs = createNodeFileSystem();
  const now = () => new Date(AT);
  const own = openOwnArticles({ dataFolder, fs, now, readOnly: readOnly ?? null });
  const searched: string[] = [];
  const library = createOwnLibrary({
    own,
    fs,
    dataFolder,
    converter,
    search: { add: (article) => searched.push(article.title), remove: () => undefined },
    bundled: [],
    now,
    onChanged: () => undefined,
    onProgress: () => undefined,
    onRemade: () => undefined,
    onBug: (bug) => {
      throw bug;
    },
  });
  return { own, ...library, searched };
}

const inLibrary = (...names: string[]) => join(dataFolder, 'library', ...names);
const originalsFolder = () => inLibrary('originals');
const pathOf = (id: ArticleId) => inLibrary(id, 'article.json');
const quarantine = () => readdirSync(join(dataFolder, 'quarantine'));

/** Creates an article from a pasted text, with the reader's own title and tag. */
async function anImported() {
  const { own, imports } = open();
  const outcome = await imports.addText(TEXT);
  if (outcome.kind !== 'added') throw new Error(outcome.kind);
  const article = own.read(outcome.articleId);
  if (!article.ok) throw new Error(article.error.code);
  const { outlet, author, date, language, direction } = article.value;
  const details = {
    outlet,
    author,
    date,
    language,
    direction,
    address: 'https://example.org/sadd',
  };
  const filed = { title: 'السدّ كما سمّيته', collections: ['ماء'], tags: ['سدود'] };
  const edited = editDetails(own, outcome.articleId, { ...details, ...filed });
  if (!edited.ok) throw new Error(edited.error.code);
  own.close();
  return edited.value;
}

function damage(id: ArticleId) {
  const cut = readFileSync(pathOf(id)).subarray(0, 400);
  writeFileSync(pathOf(id), cut);
  return cut;
}

describe('a damaged article', () => {
  it('is made again from its original unchanged, and its damaged bytes are kept', async () => {
    const before = await anImported();
    const cut = damage(before.id);
    const { own, remaker, searched } = open();
    own.read(before.id);

    await remaker.remake(before.id);

    expect(own.read(before.id)).toEqual({ ok: true, value: before });
    expect(open().own.read(before.id)).toEqual({ ok: true, value: before });
    expect(remaker.remade()).toEqual([before.title]);
    expect(searched).toEqual([before.title]);
    expect(readFileSync(join(dataFolder, 'quarantine', quarantine()[0] ?? ''))).toEqual(cut);
    expect(readdirSync(originalsFolder())).toEqual([before.own?.original.sha256]);
  });

  it('is made again when only its original is left', async () => {
    const before = await anImported();
    rmSync(inLibrary(before.id), { recursive: true });
    const withCatalogue = open();

    await withCatalogue.remaker.remake(before.id);

    expect(withCatalogue.own.read(before.id)).toEqual({ ok: true, value: before });
  });

  it('is made again under its id, with details from its file, when all copies of its own are lost', async () => {
    const before = await anImported();
    damage(before.id);
    rmSync(inLibrary(before.id, 'details.json'));
    for (const name of readdirSync(inLibrary()))
      if (name.startsWith('catalogue-')) rmSync(inLibrary(name));
    const { own, remaker } = open();

    remaker.remakeAll();
    await remaker.remake(before.id);

    expect(own.read(before.id)).toMatchObject({
      value: { id: before.id, title: 'خبر السدّ', contentHash: before.contentHash },
    });
  });

  it('is converted under the name of its original, when nothing but the two is left', async () => {
    const path = join(dataFolder, 'فصل.md');
    writeFileSync(path, TEXT);
    const first = open();
    first.imports.start([path]);
    await first.imports.settled();
    const id = first.own.list()[0]!.id;
    first.own.close();
    damage(id);
    rmSync(inLibrary(id, 'details.json'));
    for (const name of readdirSync(inLibrary()))
      if (name.startsWith('catalogue-')) rmSync(inLibrary(name));
    const { own, remaker } = open();

    remaker.remakeAll();
    await remaker.remake(id);

    expect(own.summary(id)?.own?.original).toMatchObject({ name: 'فصل.md', format: 'markdown' });
  });

  it('keeps its marks at their words when its file is now converted differently', async () => {
    const before = await anImported();
    const text = canonicalText(before.blocks);
    const span = { start: text.indexOf('الماء'), end: text.indexOf('الماء') + 5 };
    const place = { span, contentHash: before.contentHash, quote: describeSpan(text, span) };
    const base = { id: annotationId(1), articleId: before.id, meaning: 'fact' as const };
    const mark = { ...base, ...place, note: '', tags: [], createdAt: AT, updatedAt: AT };
    damage(before.id);
    const converter: Converter = {
      convert: (bytes, name) =>
        linesConverter.convert(Buffer.concat([Buffer.from('مقدّمة\n'), bytes]), name),
    };
    const { own, remaker } = open({ converter });
    own.read(before.id);
    await remaker.remake(before.id);
    const after = own.read(before.id);
    if (!after.ok) throw new Error(after.error.code);

    const marks = { ...NO_MARKS, annotations: [mark] };
    const { annotations } = await createMarkAnchors(createFinderHere()).anchorAll(
      after.value,
      marks,
    );

    const now = canonicalText(after.value.blocks);
    expect(now).not.toBe(text);
    const anchor = annotations[0]?.anchor;
    if (anchor?.confidence !== 'exact') throw new Error(anchor?.confidence);
    expect(now.slice(anchor.span.start, anchor.span.end)).toBe('الماء');
  });

  const refusing: Converter = { convert: async () => fail({ code: 'import/too-slow' }) };
  it.each([
    ['library/original-missing', (path: string) => rmSync(path), {}],
    ['library/original-damaged', (path: string) => writeFileSync(path, 'cut'), {}],
    ['import/too-slow', () => undefined, { converter: refusing }],
    ['library/read-only', () => undefined, { readOnly: 'locked' as const }],
  ])('stays in the list with its reason: %s', async (reason, harm, options) => {
    const before = await anImported();
    const cut = damage(before.id);
    harm(join(originalsFolder(), before.own?.original.sha256 ?? ''));
    const { own, remaker } = open(options);
    own.read(before.id);

    await remaker.remake(before.id);

    const trouble = { kind: 'damaged', reason };
    expect(own.summary(before.id)).toMatchObject({ title: before.title, trouble });
    expect(own.read(before.id)).toMatchObject({ error: { code: 'library/damaged' } });
    expect(remaker.remade()).toEqual([]);
    if ('readOnly' in options) expect(readFileSync(pathOf(before.id))).toEqual(cut);
    else expect(quarantine()).toHaveLength(1);
    // The next start tries again.
    const next = open();
    next.own.read(before.id);
    await next.remaker.remake(before.id);
    expect(next.own.read(before.id).ok).toBe(!reason.startsWith('library/original'));
  });

  it.each([
    ['missing', (path: string) => rmSync(path)],
    ['cut', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 40))],
    ['changed', (path: string) => writeFileSync(path, readFileSync(path).fill(0x20, 20, 30))],
  ])('is restored with its details when its file is imported again: %s', async (_name, harm) => {
    const before = await anImported();
    damage(before.id);
    const original = join(originalsFolder(), before.own?.original.sha256 ?? '');
    const good = readFileSync(original);
    harm(original);
    const { own, imports, remaker } = open();
    own.read(before.id);
    await remaker.remake(before.id);

    const outcome = await imports.addText(TEXT);

    expect(outcome).toMatchObject({ kind: 'added', articleId: before.id });
    expect(own.read(before.id)).toEqual({ ok: true, value: before });
    expect(readFileSync(original)).toEqual(good);
    expect(readdirSync(originalsFolder())).toEqual([before.own?.original.sha256]);
  });

  it.each([
    ['cut', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 400))],
    [
      'changed',
      (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('السدّ', 'السدر')),
    ],
    ['missing', (path: string) => rmSync(path)],
  ])('is found when there is time, before anybody opens it: %s', async (_name, harm) => {
    const before = await anImported();
    const { own } = open();
    own.tidy();
    await expect.poll(() => own.damages()).toEqual([]);
    harm(pathOf(before.id));

    own.tidy();

    await expect.poll(() => own.damages().map(({ id }) => id)).toEqual([before.id]);
  });

  it('of a newer version waits for that version', async () => {
    const before = await anImported();
    damage(before.id);
    const { blocks: _blocks, ...data } = before;
    const body = { schemaVersion: 3, savedAt: AT, data };
    writeFileSync(inLibrary(before.id, 'details.json'), encodeFramed(body));
    const { own, remaker } = open();
    own.read(before.id);

    await remaker.remake(before.id);

    expect(own.summary(before.id)?.trouble?.reason).toBe('library/newer-version');
    expect(existsSync(pathOf(before.id))).toBe(false);
  });

  it('of an older library gets the second copy of its details and the name of its original when there is time', async () => {
    const before = await anImported();
    const { sha256 = '', name = '' } = before.own?.original ?? {};
    rmSync(inLibrary(before.id, 'details.json'));
    rmSync(inLibrary('original-names'), { recursive: true });
    const { own } = open();

    own.tidy();

    await expect.poll(() => existsSync(inLibrary('original-names', sha256))).toBe(true);
    expect(existsSync(inLibrary(before.id, 'details.json'))).toBe(true);
    expect(readFileSync(inLibrary('original-names', sha256), 'utf8')).toContain(
      JSON.stringify(name),
    );
  });
});
