import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { bundleSchema } from '../../src/main/library/bundled.ts';
import { canonicalText } from '../../src/shared/domain/text.ts';

/** Copies the built app, so that a test may change its files. The test removes the folder. */
export async function copyOfTheApp(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hashiya-app-'));
  await cp('out', join(folder, 'out'), { recursive: true });
  await cp('package.json', join(folder, 'package.json'));
  return folder;
}

/**
 * Replaces one bundled text in a copy of the app.
 *
 * @param correct  turns the old paragraphs into the new ones
 */
export async function correctArticle(
  appFolder: string,
  articleId: string,
  correct: (paragraphs: readonly string[]) => readonly string[],
): Promise<void> {
  const path = join(appFolder, 'out', 'library', 'articles.json');
  const bundle = v.parse(bundleSchema, JSON.parse(await readFile(path, 'utf8')));
  const articles = bundle.articles.map((article) => {
    if (article.id !== articleId) return article;
    const texts = correct(article.blocks.map(({ text }) => text));
    const kinds = new Map(article.blocks.map(({ text, kind }) => [text, kind]));
    const blocks = texts.map((text, index) => ({
      id: `b${index}`,
      kind: kinds.get(text) ?? 'paragraph',
      text,
    }));
    const contentHash = createHash('sha256').update(canonicalText(blocks)).digest('hex');
    return { ...article, blocks, contentHash };
  });
  await writeFile(path, JSON.stringify({ ...bundle, articles }));
}
