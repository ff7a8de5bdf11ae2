import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareText } from '#main/import/prepare-text.ts';
import { toArticle } from '#main/import/to-article.ts';
import { encodeOwn } from '#main/library/own-file.ts';
import { articleFolder, articlePath, ownPaths } from '#main/library/own-paths.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { SampleArticle } from '../convert/sample-articles.ts';
import { writeEpub } from '../convert/write-epub.ts';
import { writePdf } from '../convert/write-pdf.ts';
import { generateArticles } from './generate-articles.ts';

/** A book of 300,000 words. The longest text that is read has this many times its letters. */
const BOOK_ARTICLES = 1000;
const LONGEST_TIMES = 2;
/** Bytes of pictures in a PDF, nearly the largest one that is read. */
const PICTURES_BYTES = 190_000_000;
/** How many pictures are in a folder; each is refused. */
const PICTURES = 3000;

type Generated = ReturnType<typeof generateArticles>[number];

/** Turns a generated article into a sample that every format can write. */
export function toSample({ id, title, body }: Generated): SampleArticle {
  const parts = body
    .split('\n')
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph }));
  return { name: id, title, author: 'كاتب', date: '2024-05-06', parts };
}

/** Writes files that are hard for the program, each for another reason. */
export function writeHardFiles(folder: string): { name: string; path: string }[] {
  mkdirSync(folder, { recursive: true });
  const articles = generateArticles(BOOK_ARTICLES);
  const book = { ...articles[0]!, body: articles.map(({ body }) => body).join('\n') };
  const text = Buffer.from(articles.map(({ title, body }) => `${title}\n\n${body}`).join('\n\n'));
  const verses = articles.flatMap(({ body }) => body.match(/(?:\S+ ){5}/gu) ?? []).join('\n\n');
  const long = Buffer.concat(Array<Buffer>(LONGEST_TIMES).fill(text));
  const files: [string, Uint8Array][] = [
    ['book.epub', writeEpub(toSample(book))],
    ['longest.txt', long],
    ['verses.md', Buffer.from(verses)],
    ['pictures.pdf', padPdf(writePdf(toSample(articles[1]!)), PICTURES_BYTES)],
  ];
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  const pictures = join(folder, 'pictures');
  mkdirSync(pictures);
  for (let count = 0; count < PICTURES; count++)
    writeFileSync(join(pictures, `${count}.jpg`), Buffer.from([0xff, 0xd8, 0xff, count, 0, 1]));
  return [...files.map(([name]) => name), 'pictures'].map((name) => ({
    name,
    path: join(folder, name),
  }));
}

/** Inserts bytes before the table of a PDF, where pictures would be. */
function padPdf(pdf: Uint8Array, sizeBytes: number): Uint8Array {
  const file = Buffer.from(pdf);
  const table = file.lastIndexOf('xref\n0 ');
  const padding = Buffer.alloc(sizeBytes, '%');
  padding[sizeBytes - 1] = '\n'.charCodeAt(0);
  const end = file
    .toString('latin1', table)
    .replace(/startxref\n\d+/, `startxref\n${table + sizeBytes}`);
  return Buffer.concat([file.subarray(0, table), padding, Buffer.from(end, 'latin1')]);
}

/** Writes a library as imports leave it, without its catalogue, which the first start writes. */
export const writeLibrary = (dataFolder: string, count: number): Promise<void> =>
  writeArticles(dataFolder, generateArticles(count));

/** Does the same with other texts. */
export async function writeArticles(
  dataFolder: string,
  articles: Iterable<Generated>,
): Promise<void> {
  const paths = ownPaths(dataFolder);
  for (const article of articles) {
    const blocks = article.body
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text) => ({ kind: 'paragraph' as const, text }));
    const sha256 = createHash('sha256').update(article.id).digest('hex');
    // Hash digits always match the pattern of `ArticleId`.
    const id = `own-${sha256.slice(0, 20)}` as ArticleId;
    const made = toArticle(
      {
        format: 'text',
        title: { value: article.title, from: 'text' },
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
        original: { sha256, name: `${article.id}.txt`, path: null, sizeBytes: 1 },
        addedAt: new Date('2026-01-01T00:00:00Z'),
      },
    );
    mkdirSync(articleFolder(paths, id), { recursive: true });
    writeFileSync(articlePath(paths, id), encodeOwn(made, new Date('2026-01-01T00:00:00Z')));
  }
}
