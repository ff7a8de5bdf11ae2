import { createHash } from 'node:crypto';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { bundleSchema } from '#main/library/bundled.ts';
import { buildIndex } from '#main/search/build-index.ts';
import type { articleSchema } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { generateQueries } from './generate-queries.ts';
import { generateArticles } from './generate-articles.ts';

/** How many queries of one, two and three words each. */
const QUERIES = 3;

/** Copies the built app with a generated library, and returns its folder and words to search in it. */
export async function makeGeneratedApp(
  folder: string,
  count: number,
): Promise<{ appFolder: string; words: string[] }> {
  const docs = generateArticles(count);
  const articles = docs.map(({ id, title, body }) =>
    toArticle(id, title, body.split('\n').map(toParagraph)),
  );
  return {
    appFolder: await copyApp(folder, articles),
    words: generateQueries(docs).flatMap(({ texts }) => texts.slice(0, QUERIES)),
  };
}

type Article = v.InferInput<typeof articleSchema>;
type Block = Article['blocks'][number];

/** Copies the built app with other articles in place of its own, and returns its folder. */
export async function copyApp(folder: string, articles: readonly Article[]): Promise<string> {
  const appFolder = join(folder, 'app');
  await cp('out', join(appFolder, 'out'), { recursive: true });
  await cp('package.json', join(appFolder, 'package.json'));
  const library = join(appFolder, 'out', 'library');
  const bundle = v.parse(bundleSchema, { format: 1, articles });
  await writeFile(join(library, 'articles.json'), JSON.stringify(bundle));
  await writeFile(join(library, 'index.bin'), buildIndex(bundle.articles));
  return appFolder;
}

/** Makes a bundled article from a generated text. */
export function toArticle(
  id: string,
  title: string,
  parts: readonly Omit<Block, 'id'>[],
): Article & { contentHash: string } {
  const blocks = parts.map((part, index) => ({ ...part, id: `b${index}` }));
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

/** Makes a paragraph of generated text. */
export const toParagraph = (text: string): Omit<Block, 'id'> => ({ kind: 'paragraph', text });
