import type * as z from 'zod';
import { createHash } from 'node:crypto';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleSchema } from '#main/library/bundled.ts';
import { buildIndex } from '#main/search/build-index.ts';
import type { articleSchema } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { generateQueries } from '../search/bench-queries.ts';
import { generateArticles } from '../search/generate-articles.ts';

/** Queries of one, two and three words each. */
const QUERIES = 3;

/** Copies the built app with a generated library in place of its own; answers where, and words to search in it. */
export async function makeGeneratedApp(
  folder: string,
  count: number,
): Promise<{ appFolder: string; words: string[] }> {
  const appFolder = join(folder, 'app');
  await cp('out', join(appFolder, 'out'), { recursive: true });
  await cp('package.json', join(appFolder, 'package.json'));
  const docs = generateArticles(count);
  const articles = docs.map(({ id, title, body }) => toArticle(id, title, body));
  const library = join(appFolder, 'out', 'library');
  const bundle = bundleSchema.parse({ format: 1, articles });
  await writeFile(join(library, 'articles.json'), JSON.stringify(bundle));
  await writeFile(join(library, 'index.json'), buildIndex(bundle.articles));
  return {
    appFolder,
    words: generateQueries(docs).flatMap(({ texts }) => texts.slice(0, QUERIES)),
  };
}

function toArticle(id: string, title: string, body: string): z.input<typeof articleSchema> {
  const blocks = body
    .split('\n')
    .map((text, index) => ({ id: `b${index}`, kind: 'paragraph' as const, text }));
  const text = canonicalText(blocks);
  return {
    id,
    kind: 'article',
    title,
    outlet: null,
    date: null,
    dateNote: null,
    language: 'ar',
    places: [],
    people: [],
    organisations: [],
    subjects: [],
    blocks,
    contentHash: createHash('sha256').update(text).digest('hex'),
    wordCount: text.split(/\s+/u).length,
  };
}
