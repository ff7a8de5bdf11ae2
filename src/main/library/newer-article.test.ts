import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Article } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { encodeFramed } from '../disk/framed-json.ts';
import { type MemoryDisk, createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { editDetails } from './edit-details.ts';
import { type OwnArticles, openOwnArticles } from './own-articles.ts';
import { anOwnArticle } from './testing/an-own-article.ts';

const article = anOwnArticle(['الخبر الأول', 'نصّه']);
const path = `/data/library/${article.id}/article.json`;
const AT = '2026-01-05T00:00:00.000Z';

function open(disk: MemoryDisk): OwnArticles {
  return openOwnArticles({
    dataFolder: '/data',
    fs: disk,
    now: () => new Date(AT),
    readOnly: null,
  });
}

type Fields = Record<string, unknown>;

/** The data of an article as a newer version may write it. */
const newerData = (): Fields => ({
  ...article,
  blocks: [
    ...article.blocks.slice(0, 1),
    { id: 'b1', kind: 'table', text: 'نصّه', cells: [['أ', 'ب']] },
  ],
  volume: 'خبر/١',
  own: {
    ...article.own,
    from: { ...article.own?.from, title: 'ocr' },
    shelf: { row: 3 },
  },
});

async function library(schemaVersion: number, data: Fields): Promise<[MemoryDisk, string]> {
  const disk = createMemoryDisk();
  await open(disk).add(article);
  for (const each of disk.paths()) if (each.includes('catalogue-')) disk.remove(each);
  const bytes = encodeFramed({ schemaVersion, savedAt: AT, data });
  disk.put(path, bytes);
  return [disk, bytes];
}

const stored = (disk: MemoryDisk): string => Buffer.from(disk.read(path)).toString('utf8');

const details = ({ title, outlet, author, date, language, direction }: Article) => ({
  title,
  outlet,
  author,
  date,
  language,
  direction,
  address: null,
  collections: [],
  tags: ['ماء'],
});

describe('an article that a newer version wrote', () => {
  it('is listed and read as far as this version understands it, and never written', async () => {
    const [disk, bytes] = await library(3, newerData());
    const articles = open(disk);

    expect(articles.list()).toMatchObject([
      { id: article.id, title: article.title, trouble: { kind: 'newer' } },
    ]);
    const read = articles.read(article.id);
    expect(read).toMatchObject({
      ok: true,
      value: { blocks: [{ text: 'الخبر الأول' }, { kind: 'paragraph', text: 'نصّه' }] },
    });
    expect(articles.damages()).toEqual([]);

    const refused = { ok: false, error: { code: 'library/newer-version' } };
    expect(articles.replace({ ...article, title: 'عنوان آخر' })).toMatchObject(refused);
    expect(editDetails(articles, article.id, details(article))).toMatchObject(refused);
    expect(stored(disk)).toBe(bytes);
  });

  it.each([
    ['whose text is something else', { title: 'كتاب', text: { pages: 3 } }],
    ['of which nothing is known', { pages: [] }],
  ])('%s is listed, and kept', async (_what, data) => {
    const [disk, bytes] = await library(3, data);
    const articles = open(disk);

    expect(articles.list()).toMatchObject([
      { title: article.title, trouble: { kind: 'newer-unreadable' } },
    ]);
    expect(articles.read(article.id)).toMatchObject({ error: { code: 'library/newer-version' } });
    expect(articles.damages()).toEqual([]);
    expect(stored(disk)).toBe(bytes);
    expect(disk.paths().filter((each) => each.startsWith('/data/quarantine/'))).toEqual([]);
    expect(articles.remove(article.id).ok).toBe(true);
    expect(articles.list()).toEqual([]);
  });

  it.each(['{"schemaVersion":3,"pieces":["article.bin"]}', '{"v":7}'])(
    'is kept in whatever form: %s',
    async (text) => {
      const [disk] = await library(2, newerData());
      disk.put(path, text);
      const articles = open(disk);

      expect(articles.summary(article.id)?.trouble?.kind).toBe('newer-unreadable');
      expect(stored(disk)).toBe(text);
    },
  );

  it('has the hash of the displayed text, so that marks are valid in it', async () => {
    const data = { ...newerData(), contentHash: 'f'.repeat(64) };
    const [disk] = await library(3, data);
    const read = open(disk).read(article.id);
    if (!read.ok) throw new Error(read.error.code);

    const text = canonicalText(read.value.blocks);
    expect(read.value.contentHash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('is damaged, not newer, when a single bit of its version changed', async () => {
    const [disk, bytes] = await library(2, { ...article });
    disk.put(path, bytes.replace('"schemaVersion":2', '"schemaVersion":3'));

    expect(open(disk).summary(article.id)?.trouble?.kind).toBe('damaged');
  });
});

describe('an unknown field in an article of this version', () => {
  it('is no damage and stays unchanged when the details are edited', async () => {
    const [disk, bytes] = await library(2, newerData());
    const articles = open(disk);
    expect(articles.summary(article.id)?.trouble).toBeUndefined();

    expect(editDetails(articles, article.id, details(article)).ok).toBe(true);

    const before = JSON.parse(bytes) as { body: { data: Fields & { own: Fields } } };
    before.body.data.own['tags'] = ['ماء'];
    const now = JSON.parse(stored(disk)) as typeof before;
    expect(now.body.data).toEqual(before.body.data);
    for (const piece of [
      JSON.stringify({ id: 'b1', kind: 'table', text: 'نصّه', cells: [['أ', 'ب']] }),
      '"volume":"خبر/١"',
      '"title":"ocr"',
      '"shelf":{"row":3}',
    ])
      expect(stored(disk)).toContain(piece);
    expect(open(disk).read(article.id)).toMatchObject({ value: { own: { tags: ['ماء'] } } });
  });

  it('is also in the second copy of the details and is restored with it', async () => {
    const [disk] = await library(2, newerData());
    editDetails(open(disk), article.id, details(article));
    disk.put(path, 'cut');
    const articles = open(disk);

    articles.read(article.id);
    articles.replace({ ...article, title: 'صُنع من جديد' });

    expect(stored(disk)).toContain('"volume":"خبر/١"');
    expect(stored(disk)).toContain('"shelf":{"row":3}');
  });

  it('stays in a second copy of the details that a newer version wrote, when the details are edited', async () => {
    const [disk] = await library(2, newerData());
    const copy = `/data/library/${article.id}/details.json`;
    const { blocks: _blocks, ...data } = newerData();
    const bytes = encodeFramed({ schemaVersion: 9, savedAt: AT, data: { ...data, volumes: 3 } });
    disk.put(copy, bytes);

    const edited = editDetails(open(disk), article.id, details(article));

    expect(edited.ok).toBe(true);
    expect(open(disk).read(article.id)).toMatchObject({ value: { own: { tags: ['ماء'] } } });
    expect(Buffer.from(disk.read(copy)).toString('utf8')).toBe(bytes);
  });
});
