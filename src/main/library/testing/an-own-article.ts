import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { type Article, articleSchema } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';

/** Builds an own article for a test; unless given, its id and original are derived from its text. */
export function anOwnArticle(texts: readonly string[], changes: Partial<Article> = {}): Article {
  const blocks = texts.map((text, index) => ({
    id: `b${index}`,
    kind: 'paragraph' as const,
    text,
  }));
  const text = canonicalText(blocks);
  const sha256 = (of: string) => createHash('sha256').update(of, 'utf8').digest('hex');
  const original = sha256(`original of ${text}`);
  return v.parse(articleSchema, {
    id: `own-${original.slice(0, 20)}`,
    kind: 'article',
    title: texts[0]?.slice(0, 40),
    outlet: null,
    date: null,
    dateNote: null,
    language: 'ar',
    places: [],
    people: [],
    organisations: [],
    subjects: [],
    blocks,
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
