import type { SampleArticle } from './sample-articles.ts';
import { expectedBlocks } from './expected-blocks.ts';

/** Writes the article as people type it: the title above, blank lines between paragraphs, dashes before items. */
export function writeText(article: SampleArticle): Uint8Array {
  const blocks = expectedBlocks(article);
  const lines = blocks.map(({ kind, text }, at) => {
    const isItem = kind === 'item' && !/^\d/u.test(text);
    const gap = kind === 'item' && blocks[at + 1]?.kind === 'item' ? '\n' : '\n\n';
    return `${isItem ? '- ' : ''}${text}${gap}`;
  });
  return Buffer.from(`${article.title}\n\n${lines.join('')}`);
}
