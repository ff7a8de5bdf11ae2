import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { createNodeFileSystem } from '../disk/node-file-system.ts';
import { createOriginals } from '../library/originals.ts';
import { openOwnArticles } from '../library/own-articles.ts';
import { CONVERTER_VERSION } from '../convert/document.ts';
import type { Converter } from './import-file.ts';
import { writtenPicture } from '../picture/testing/written-pictures.ts';
import { createOwnLibrary } from './own-library.ts';
import { createReconverter } from './reconverter.ts';
import { linesConverter } from './testing/lines-converter.ts';

const AT = new Date('2026-11-22T10:00:00.000Z');

/** Reads lines like the other one, and knows that a line of # signs is a heading of that level. */
const levelsConverter: Converter = {
  async convert(bytes, name) {
    const document = await linesConverter.convert(bytes, name);
    if (!document.ok) return document;
    const blocks = document.value.blocks.map((block) => ({ ...block, level: 2 }));
    const structure = { outline: [{ level: 2, title: 'سطر', at: 0 }], pages: [], assets: [] };
    return { ok: true, value: { ...document.value, blocks, structure } };
  },
};

let dataFolder = '';
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'hashiya-again-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

function open(converter: Converter) {
  const fs = createNodeFileSystem();
  const own = openOwnArticles({ dataFolder, fs, now: () => AT, readOnly: null });
  const changed: ArticleId[] = [];
  const parts = {
    own,
    originals: createOriginals(dataFolder, fs),
    converter,
    isBusy: () => false,
    onConverted: (id: ArticleId) => void changed.push(id),
    pause: () => Promise.resolve(),
    onBug: (bug: unknown) => {
      throw bug;
    },
  };
  return { own, changed, parts, reconverter: createReconverter(parts) };
}

/** Imports texts, and stores their articles as version 1 of the converters made them. */
async function olderArticles(...texts: string[]): Promise<Article[]> {
  const fs = createNodeFileSystem();
  const own = openOwnArticles({ dataFolder, fs, now: () => AT, readOnly: null });
  const { imports } = createOwnLibrary({
    own,
    fs,
    dataFolder,
    converter: linesConverter,
    search: { add: () => undefined, remove: () => undefined },
    bundled: [],
    now: () => AT,
    onChanged: () => undefined,
    onProgress: () => undefined,
    onRemade: () => undefined,
    onBug: (bug) => {
      throw bug;
    },
  });
  const articles: Article[] = [];
  for (const text of texts) {
    const outcome = await imports.addText(text);
    if (outcome.kind !== 'added') throw new Error(outcome.kind);
    const article = own.read(outcome.articleId);
    if (!article.ok || !article.value.own) throw new Error('not read');
    const { convertedBy: _now, ...older } = article.value.own;
    const stored = { ...article.value, title: 'عنوان القارئ', own: { ...older, tags: ['ماء'] } };
    own.replace(stored);
    articles.push(stored);
  }
  own.close();
  return articles;
}

const read = (own: ReturnType<typeof open>['own'], id: ArticleId): Article => {
  const article = own.read(id);
  if (!article.ok) throw new Error(article.error.code);
  return article.value;
};
const originalOf = (article: Article): string =>
  join(dataFolder, 'library', 'originals', article.own?.original.sha256 ?? '');

describe('an article of an older converter', () => {
  it('gets its structure, and keeps its text, hash, details and original', async () => {
    const [before] = await olderArticles('سطر أول\nسطر ثان');
    if (!before) throw new Error('none');
    const bytes = readFileSync(originalOf(before));
    const { own, changed, reconverter } = open(levelsConverter);

    await reconverter.run();

    const after = read(own, before.id);
    expect(after).toMatchObject({ title: 'عنوان القارئ', contentHash: before.contentHash });
    expect(canonicalText(after.blocks)).toBe(canonicalText(before.blocks));
    expect(after.blocks.map(({ id, level }) => [id, level])).toEqual([
      ['b0', 2],
      ['b1', 2],
    ]);
    expect(after.structure?.outline).toHaveLength(1);
    expect(after.own).toEqual({ ...before.own, convertedBy: CONVERTER_VERSION });
    expect(changed).toEqual([before.id]);
    expect(readFileSync(originalOf(before))).toEqual(bytes);
    own.close();
    expect(read(open(linesConverter).own, before.id)).toEqual(after);
  });

  it('gets the pictures of its original, in its own folder', async () => {
    const [before] = await olderArticles('سطر أول\nسطر ثان');
    if (!before) throw new Error('none');
    const picture = writtenPicture('image/png');
    const { own, reconverter } = open({
      async convert(bytes, name) {
        const document = await linesConverter.convert(bytes, name);
        if (!document.ok) return document;
        const blocks = document.value.blocks.map((block, number) =>
          number === 1 ? { ...block, kind: 'image' as const, picture: 0 } : block,
        );
        return { ok: true, value: { ...document.value, blocks, pictures: [() => picture] } };
      },
    });

    await reconverter.run();

    const after = read(own, before.id);
    const [asset] = after.structure?.assets ?? [];
    expect(after.contentHash).toBe(before.contentHash);
    expect(asset).toMatchObject({ type: 'image/png', width: 7, height: 5 });
    expect(after.blocks[1]?.figure?.asset).toBe(asset?.sha256);
    const file = join(dataFolder, 'library', before.id, 'assets', asset?.sha256 ?? '');
    expect(readFileSync(file)).toEqual(Buffer.from(picture));
  });

  it('stays as it is when its text would be another one, and is not tried again', async () => {
    const [before] = await olderArticles('سطر أول');
    if (!before) throw new Error('none');
    let calls = 0;
    const { own, changed, reconverter } = open({
      convert: async (bytes, name) => {
        calls += 1;
        return await linesConverter.convert(Buffer.concat([bytes, Buffer.from('!')]), name);
      },
    });

    await reconverter.run();
    own.close();
    await open(levelsConverter).reconverter.run();

    const after = read(open(linesConverter).own, before.id);
    expect(after).toEqual({ ...before, own: { ...before.own, triedBy: CONVERTER_VERSION } });
    expect([calls, changed]).toEqual([1, []]);
  });

  it('without its original, or with a damaged one, stays as it is', async () => {
    const [first, second] = await olderArticles('سطر أول', 'سطر آخر');
    if (!first || !second) throw new Error('none');
    rmSync(originalOf(first));
    writeFileSync(originalOf(second), 'غيره');
    const { own, reconverter } = open(levelsConverter);

    await reconverter.run();

    expect(read(own, first.id)).toEqual(first);
    expect(read(own, second.id)).toEqual(second);
    expect(existsSync(originalOf(second))).toBe(true);
  });

  it('that the reader changes meanwhile keeps the change', async () => {
    const [before] = await olderArticles('سطر أول');
    if (!before) throw new Error('none');
    const { own, parts } = open(levelsConverter);
    const reconverter = createReconverter({
      ...parts,
      converter: {
        convert: async (bytes, name) => {
          own.replace({ ...read(own, before.id), title: 'عنوان جديد' });
          return await levelsConverter.convert(bytes, name);
        },
      },
    });

    await reconverter.run();

    const after = read(own, before.id);
    expect([after.title, after.blocks[0]?.level]).toEqual(['عنوان جديد', 2]);
  });

  it('waits while the reader imports, and ends when the app is closed', async () => {
    const articles = await olderArticles('سطر أول', 'سطر آخر');
    const { own, parts } = open(levelsConverter);
    let pauses = 0;
    const reconverter = createReconverter({
      ...parts,
      isBusy: () => pauses < 3,
      pause: () => {
        pauses += 1;
        if (pauses === 4) reconverter.stop();
        return Promise.resolve();
      },
    });

    await reconverter.run();

    const levels = articles.map(({ id }) => read(own, id).blocks[0]?.level);
    expect(levels.filter((level) => level === 2)).toHaveLength(1);
  });
});
