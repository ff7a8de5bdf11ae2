import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareText } from '#main/import/prepare-text.ts';
import { toArticle } from '#main/import/to-article.ts';
import { encodeOwn } from '#main/library/own-file.ts';
import { articleFolder, articlePath, ownPaths } from '#main/library/own-paths.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { TortureFile } from '../material/torture-files.ts';
import { check, hashOf } from '../torture/import/torture-library.ts';

/** The script that kills imports uses these checks, so they must find every planted fault. */
const at = new Date('2026-01-01T00:00:00Z');
const nothingWrong = { halfArticles: 0, originals: 0, missing: 0, twice: 0, leftOverFiles: 0 };

let data = '';
let files: TortureFile[] = [];
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'hashiya-checks-'));
  files = ['ا', 'ب', 'ت'].map((word) => ({
    path: `/files/${word}.txt`,
    sha256: hashOf(Buffer.from(word)),
    refusal: null,
    words: [word],
  }));
  for (const file of files) await write(file);
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const idOf = ({ sha256 }: TortureFile, ending = ''): ArticleId =>
  // Hash digits always match the pattern of `ArticleId`.
  `own-${sha256.slice(0, 20)}${ending}` as ArticleId;

async function write(file: TortureFile, ending = ''): Promise<void> {
  const paths = ownPaths(data);
  const id = idOf(file, ending);
  const [word = ''] = file.words;
  const blocks = [{ kind: 'paragraph' as const, text: word }];
  const article = toArticle(
    {
      format: 'text',
      title: null,
      outlet: null,
      author: null,
      date: null,
      address: null,
      tags: [],
      language: 'ar',
      direction: 'rtl',
      blocks,
      structure: null,
      publication: null,
      pictures: [],
      cover: null,
      remarks: [],
    },
    {
      id,
      text: await prepareText(blocks),
      original: { sha256: file.sha256, path: file.path, name: `${word}.txt`, sizeBytes: 2 },
      addedAt: at,
    },
  );
  mkdirSync(articleFolder(paths, id), { recursive: true });
  mkdirSync(paths.originals, { recursive: true });
  writeFileSync(articlePath(paths, id), encodeOwn(article, at));
  writeFileSync(join(paths.originals, file.sha256), word);
}

describe('the check of a library after kills', () => {
  it('finds nothing wrong where nothing is', () => {
    const refused = { path: '/files/x', sha256: hashOf(Buffer.from('x')), refusal: 'x', words: [] };

    expect(check(data, [...files, refused])).toEqual(nothingWrong);
  });

  it.each<[string, () => unknown, string]>([
    ['an article that is cut', () => writeFileSync(pathOf(0), '{"half'), 'halfArticles'],
    ['a folder without its article', () => rmSync(pathOf(1)), 'halfArticles'],
    ['an article under another id', () => cpSync(pathOf(1), pathOf(0)), 'halfArticles'],
    ['an original that is missing', () => rmSync(originalOf(0)), 'originals'],
    ['an original with other bytes', () => writeFileSync(originalOf(0), 'y'), 'originals'],
    [
      'a file that did not come in',
      () => rmSync(join(pathOf(2), '..'), { recursive: true }),
      'missing',
    ],
    ['a file that came in twice', () => write(files[0]!, '-2'), 'twice'],
    ['an original of nothing', () => writeFileSync(originalOf(0, '0'), ''), 'leftOverFiles'],
    ['a file that was being written', () => writeNext(), 'leftOverFiles'],
  ])('sees %s', async (_name, plant, seen) => {
    await plant();

    expect(check(data, files)).toMatchObject({ [seen]: 1 });
  });

  it('finds an article of a file that had to be refused', () => {
    const [first, ...rest] = files;

    expect(check(data, [{ ...first!, refusal: 'import/empty-file' }, ...rest])).toMatchObject({
      missing: 1,
    });
  });
});

const pathOf = (index: number): string => articlePath(ownPaths(data), idOf(files[index]!));

const originalOf = (index: number, ending = ''): string =>
  join(ownPaths(data).originals, files[index]!.sha256 + ending);

function writeNext(): void {
  mkdirSync(ownPaths(data).next, { recursive: true });
  writeFileSync(join(ownPaths(data).next, 'original-x'), '');
}
