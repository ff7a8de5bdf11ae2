import { createHash } from 'node:crypto';
import type { Article } from '#shared/domain/article.ts';
import { anArticle, toBlocks } from '#shared/domain/testing/an-article.ts';
import { canonicalText } from '#shared/domain/text.ts';

/** Builds an own article for a test; unless given, its id and original are derived from its text. */
export function anOwnArticle(texts: readonly string[], changes: Partial<Article> = {}): Article {
  const blocks = toBlocks(texts);
  const text = canonicalText(blocks);
  const sha256 = (of: string) => createHash('sha256').update(of, 'utf8').digest('hex');
  const original = sha256(`original of ${text}`);
  return anArticle(texts, {
    id: `own-${original.slice(0, 20)}`,
    title: texts[0]?.slice(0, 40),
    contentHash: sha256(text),
    wordCount: text.split(' ').length,
    own: {
      addedAt: '2026-01-02T03:04:05.000Z',
      original: { sha256: original, name: 'خبر.txt', path: null, format: 'text', sizeBytes: 9 },
      formerOriginals: [],
      from: {
        title: 'opening',
        outlet: 'none',
        author: 'none',
        date: 'none',
        language: 'letters',
        direction: 'letters',
      },
      collections: [],
      tags: [],
    },
    ...changes,
  });
}
