import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { type Article, articleIdSchema } from '#shared/domain/article.ts';
import { MAX_BLOCK_UTF16, MAX_TEXT_UTF16 } from '#shared/domain/limits.ts';
import { decodeOwn, encodeOwn } from './own-file.ts';
import { articleFolder, ownPaths } from './own-paths.ts';
import { STRANGE_IDS } from './testing/strange-ids.ts';
import { anOwnArticle } from './testing/an-own-article.ts';

const NOW = new Date('2026-01-02T03:04:05.000Z');

describe('the file of an own article', () => {
  it('is read when an older app wrote it without an address', () => {
    const article = anOwnArticle(['خبر قديم']);
    expect(article).not.toHaveProperty('address');

    expect(decodeOwn(encodeOwn(article, NOW))).toMatchObject({ kind: 'article', article });
  });

  it('keeps the address and its source', () => {
    const plain = anOwnArticle(['خبر له رابط']);
    const own = plain.own && {
      ...plain.own,
      from: { ...plain.own.from, address: 'reader' as const },
    };
    const article: Article = { ...plain, own, address: 'https://example.org/a' };

    expect(decodeOwn(encodeOwn(article, NOW))).toEqual({ kind: 'article', article, carried: null });
  });

  it('is read with blanks for the line breaks in its title and outlet', () => {
    const article = { ...anOwnArticle(['خبر']), title: 'أ\nب', outlet: 'ج\r\nد', author: 'ه' };

    const found = decodeOwn(encodeOwn(article, NOW));

    expect(found).toMatchObject({ article: { title: 'أ ب', outlet: 'ج د', author: 'ه' } });
    expect(found).toMatchObject({ carried: { title: 'أ\nب' } });
  });

  it('is read whatever its address is, because that is judged on display', () => {
    const article = { ...anOwnArticle(['خبر']), address: 'javascript:alert(1)' };

    expect(decodeOwn(encodeOwn(article, NOW)).kind).toBe('article');
  });

  it.each(STRANGE_IDS)('is not accepted under the id %s', (id) => {
    const article = { ...anOwnArticle(['خبر']), id: v.parse(articleIdSchema, id) };
    const newer = { ...article, mood: 'calm' };

    for (const each of [article, newer])
      expect(decodeOwn(encodeOwn(each, NOW))).toEqual({ kind: 'unreadable' });
    expect(() => articleFolder(ownPaths('/data'), article.id)).toThrow('invariant');
  });

  it('is not read as an article when it is longer than a book', () => {
    const block = { id: 'b0', kind: 'paragraph' as const, text: 'س'.repeat(MAX_BLOCK_UTF16) };
    const blocks = (count: number) => Array.from({ length: count }, () => block);
    const read = (count: number) =>
      decodeOwn(encodeOwn({ ...anOwnArticle(['خبر']), blocks: blocks(count) }, NOW)).kind;

    expect(read(MAX_TEXT_UTF16 / MAX_BLOCK_UTF16)).toBe('article');
    expect(read(MAX_TEXT_UTF16 / MAX_BLOCK_UTF16 + 1)).toBe('unreadable');
  });
});
