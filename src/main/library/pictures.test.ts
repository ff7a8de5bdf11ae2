import { createHash } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createNodeFileSystem } from '../disk/node-file-system.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { writtenPicture } from '../picture/testing/written-pictures.ts';
import { openOwnArticles } from './own-articles.ts';
import { readArticlePicture } from './pictures.ts';
import { anOwnArticle } from './testing/an-own-article.ts';

const PNG = writtenPicture('image/png');
const GIF = writtenPicture('image/gif');
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const filesOf = (...all: readonly Uint8Array[]) => new Map(all.map((one) => [hashOf(one), one]));
const article = anOwnArticle(['كتاب', 'فيه صورة']);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hashiya-pictures-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = (fs: FileSystem = createNodeFileSystem()) =>
  openOwnArticles({ dataFolder: folder, fs, now: () => new Date(), readOnly: null });

const shown = async (bytes: Uint8Array) =>
  (await readArticlePicture(folder, article.id, hashOf(bytes)))?.facts.type;

it('stores the pictures of a new article with it, and more of them later', async () => {
  const own = open();
  await own.add(article, filesOf(PNG));
  expect([await shown(PNG), await shown(GIF)]).toEqual(['image/png', undefined]);

  expect(await own.addPictures(article.id, filesOf(GIF))).toEqual({ ok: true, value: null });
  expect([await shown(PNG), await shown(GIF)]).toEqual(['image/png', 'image/gif']);
  const names = readdirSync(join(folder, 'library', article.id, 'assets'));
  expect(names.toSorted()).toEqual([hashOf(PNG), hashOf(GIF)].toSorted());
  expect(own.read(article.id).ok).toBe(true);
});

it('moves the pictures with the article into the bin and back', async () => {
  const own = open();
  await own.add(article, filesOf(PNG));
  own.remove(article.id);
  expect(await shown(PNG)).toBeUndefined();

  own.restore(article.id);
  expect(await shown(PNG)).toBe('image/png');
});

it('shows no picture whose bytes were changed, and replaces it by good ones', async () => {
  const own = open();
  await own.add(article, filesOf(PNG));
  writeFileSync(join(folder, 'library', article.id, 'assets', hashOf(PNG)), GIF);
  expect(await shown(PNG)).toBeUndefined();

  await own.addPictures(article.id, filesOf(PNG));
  expect(await shown(PNG)).toBe('image/png');
});

it('adds no article whose pictures the disk refuses', async () => {
  const fs = createNodeFileSystem();
  const refusing: FileSystem = {
    ...fs,
    rename(from, to) {
      if (to.endsWith(hashOf(PNG))) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      fs.rename(from, to);
    },
  };
  const own = open(refusing);

  const added = await own.add(article, filesOf(GIF, PNG));

  expect(added).toEqual({
    ok: false,
    error: { code: 'library/not-saved', params: { reason: 'disk-full' } },
  });
  expect(own.list()).toEqual([]);
  expect(open().list()).toEqual([]);
});

it('writes no pictures of an article that is gone', async () => {
  expect((await open().addPictures(article.id, filesOf(PNG))).ok).toBe(true);
  expect(existsSync(join(folder, 'library', article.id))).toBe(false);
});
