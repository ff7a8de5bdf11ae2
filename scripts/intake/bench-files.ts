import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toArticle } from '#main/intake/to-article.ts';
import { encodeOwn } from '#main/library/own-file.ts';
import { articleFolder, articlePath, ownPaths } from '#main/library/own-paths.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { SampleArticle } from '../../tests/import/sample-articles.ts';
import { generateArticles } from '../search/generate-articles.ts';

type Generated = ReturnType<typeof generateArticles>[number];

/** A generated article as a sample that every format can write. */
export function toSample({ id, title, body }: Generated): SampleArticle {
  const parts = body
    .split('\n')
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph }));
  return { name: id, title, author: 'كاتب', date: '2024-05-06', parts };
}

/** Plain text files, in folders of a hundred. */
export function writeTextFiles(folder: string, count: number): void {
  for (const [index, { title, body }] of generateArticles(count).entries()) {
    const place = join(folder, String(Math.floor(index / 100)));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${index}.txt`), `${title}\n\n${body.replaceAll('\n', '\n\n')}\n`);
  }
}

/** A library as imports leave it, without its catalogue: the first start writes that. */
export function writeLibrary(dataFolder: string, count: number): void {
  const paths = ownPaths(dataFolder);
  for (const article of generateArticles(count)) {
    const paragraphs = article.body.split('\n').filter((text) => text.trim() !== '');
    const sha256 = createHash('sha256').update(article.id).digest('hex');
    // Hash digits fit the pattern of the brand.
    const id = `own-${sha256.slice(0, 20)}` as ArticleId;
    const made = toArticle(
      {
        format: 'text',
        title: { value: article.title, from: 'text' },
        outlet: null,
        author: null,
        date: null,
        language: 'ar',
        direction: 'rtl',
        blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
        remarks: [],
      },
      {
        id,
        original: { sha256, name: `${article.id}.txt`, path: null, sizeBytes: 1 },
        addedAt: new Date('2026-01-01T00:00:00Z'),
      },
    );
    mkdirSync(articleFolder(paths, id), { recursive: true });
    writeFileSync(articlePath(paths, id), encodeOwn(made, new Date('2026-01-01T00:00:00Z')));
  }
}
