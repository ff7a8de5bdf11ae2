import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import type { Article } from '#shared/domain/article.ts';
import { createNodeFileSystem } from '../disk/node-file-system.ts';
import { openRegularFile } from '../disk/regular-file.ts';
import { encodeOwn } from '../library/own-file.ts';
import { openOwnArticles } from '../library/own-articles.ts';
import { anOwnArticle } from '../library/testing/an-own-article.ts';
import { drawing, writtenPicture } from '../picture/testing/written-pictures.ts';
import { serveArchive, serveCopy } from './process/serve.ts';
import { restorePaths } from './restore-record.ts';
import { copyOf, entryOf } from './testing/build-zip.ts';

const PNG = writtenPicture('image/png');
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const NAME = hashOf(PNG);
const asset = { sha256: NAME, type: 'image/png', width: 7, height: 5, role: 'figure' } as const;

const fs = createNodeFileSystem();
const tools = { fs, open: openRegularFile, now: () => new Date() };

/** An article with a picture, made by the present converters. */
const article = withPicture('كتاب فيه صورة');

function withPicture(text: string): Article {
  const plain = anOwnArticle([text]);
  const structure = { outline: [], pages: [], assets: [{ ...asset, bytes: PNG.length }] };
  return { ...plain, structure, own: plain.own && { ...plain.own, convertedBy: 9 } };
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hashiya-backup-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Opens a library in a folder of its own. */
const libraryIn = (name: string) => {
  const dataFolder = join(folder, name);
  mkdirSync(dataFolder, { recursive: true });
  return {
    dataFolder,
    own: openOwnArticles({ dataFolder, fs, now: tools.now, readOnly: null }),
  };
};

const path = () => join(folder, 'copy.hashiya');

async function writeFirst(): Promise<void> {
  const { dataFolder, own } = libraryIn('first');
  await own.add(article, new Map([[NAME, PNG]]));
  const request = {
    dataFolder,
    path: path(),
    temporary: join(folder, 'copy.part'),
    withOriginals: true,
    appVersion: '1',
    settings: DEFAULT_SETTINGS,
  };
  expect(serveArchive(request, tools)).toEqual({ kind: 'written', leftOut: 0 });
}

/** Prepares the restore of the copy into a library. @returns the answer, and where the article is prepared */
async function prepareIn(dataFolder: string) {
  const source = { kind: 'file', path: path() } as const;
  const answer = await serveCopy({ source, dataFolder, prepare: true }, tools);
  return { answer, prepared: join(restorePaths(dataFolder).articles, article.id) };
}

const convertedBy = (prepared: string): unknown =>
  JSON.parse(readFileSync(join(prepared, 'article.json'), 'utf8')).body.data.own.convertedBy;

describe('the pictures of a backup', () => {
  it('are prepared in the folders of their articles', async () => {
    await writeFirst();

    const { answer, prepared } = await prepareIn(libraryIn('second').dataFolder);

    expect(answer.kind).toBe('found');
    expect(readFileSync(join(prepared, 'assets', NAME))).toEqual(Buffer.from(PNG));
    expect(convertedBy(prepared)).toBe(9);
  });

  it('stay those of the library when the copy replaces their article', async () => {
    const { dataFolder, own } = libraryIn('second');
    await own.add({ ...withPicture('نص آخر'), id: article.id }, new Map([[NAME, PNG]]));
    writeFileSync(path(), copyOf([entryOf('articles.jsonl', line(article))]));

    const { prepared } = await prepareIn(dataFolder);

    expect(readFileSync(join(prepared, 'assets', NAME))).toEqual(Buffer.from(PNG));
    expect(convertedBy(prepared)).toBe(9);
  });

  it('are made again from the original when neither has them', async () => {
    writeFileSync(path(), copyOf([entryOf('articles.jsonl', line(article))]));

    const { prepared } = await prepareIn(libraryIn('second').dataFolder);

    expect(readdirSync(prepared)).not.toContain(NAME);
    expect(convertedBy(prepared)).toBe(1);
  });

  const picture = (bytes: Uint8Array, name = `assets/${article.id}/${hashOf(bytes)}`) =>
    entryOf(name, bytes, false);

  it.each([
    ['a drawing with a script', [picture(drawing('<script/>')), entryOf('articles.jsonl', '')]],
    ['a text', [picture(Buffer.from('text'))]],
    [
      'other bytes than its name says',
      [picture(PNG, `assets/${article.id}/${hashOf(Buffer.from('x'))}`)],
    ],
    ['a folder that is no article', [picture(PNG, `assets/originals/${NAME}`)]],
    ['a parent', [picture(PNG, `assets/../${NAME}`)]],
    ['a picture after its article', [entryOf('articles.jsonl', line(article)), picture(PNG)]],
    ['too many bytes', [picture(Buffer.concat([PNG, Buffer.alloc(25 * 1024 * 1024)]))]],
  ])('make a copy refused with %s', async (_name, entries) => {
    writeFileSync(path(), copyOf(entries));

    const { answer } = await prepareIn(libraryIn('second').dataFolder);

    expect(answer.kind).toBe('refused');
  });
});

const line = (of: Article): Uint8Array =>
  Buffer.concat([encodeOwn(of, new Date()), Buffer.from('\n')]);
