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
  it('that an older app wrote, which knew no address, is still read', () => {
    const article = anOwnArticle(['خبر قديم']);
    expect(article).not.toHaveProperty('address');

    expect(decodeOwn(encodeOwn(article, NOW))).toMatchObject({ kind: 'article', article });
  });

  it('keeps the address and where it was found', () => {
    const plain = anOwnArticle(['خبر له رابط']);
    const own = plain.own && {
      ...plain.own,
      from: { ...plain.own.from, address: 'reader' as const },
    };
    const article: Article = { ...plain, own, address: 'https://example.org/a' };

    expect(decodeOwn(encodeOwn(article, NOW))).toEqual({ kind: 'article', article, carried: null });
  });

  it('that has line ends in its title and outlet, as a copy could bring them, is read without', () => {
    const article = { ...anOwnArticle(['خبر']), title: 'أ\nب', outlet: 'ج\r\nد', author: 'ه' };

    const found = decodeOwn(encodeOwn(article, NOW));

    expect(found).toMatchObject({ article: { title: 'أ ب', outlet: 'ج د', author: 'ه' } });
    expect(found).toMatchObject({ carried: { title: 'أ\nب' } });
  });

  it('is read whatever its address is: that is judged when it is shown', () => {
    const article = { ...anOwnArticle(['خبر']), address: 'javascript:alert(1)' };

    expect(decodeOwn(encodeOwn(article, NOW)).kind).toBe('article');
  });

  it.each(STRANGE_IDS)('is no article of ours under the id %s', (id) => {
    const article = { ...anOwnArticle(['خبر']), id: v.parse(articleIdSchema, id) };
    const newer = { ...article, mood: 'calm' };

    for (const each of [article, newer])
      expect(decodeOwn(encodeOwn(each, NOW))).toEqual({ kind: 'unreadable' });
    expect(() => articleFolder(ownPaths('/data'), article.id)).toThrow('invariant');
  });

  it('that is longer than a book is not read as one', () => {
    const block = { id: 'b0', kind: 'paragraph' as const, text: 'س'.repeat(MAX_BLOCK_UTF16) };
    const blocks = (count: number) => Array.from({ length: count }, () => block);
    const read = (count: number) =>
      decodeOwn(encodeOwn({ ...anOwnArticle(['خبر']), blocks: blocks(count) }, NOW)).kind;

    expect(read(MAX_TEXT_UTF16 / MAX_BLOCK_UTF16)).toBe('article');
    expect(read(MAX_TEXT_UTF16 / MAX_BLOCK_UTF16 + 1)).toBe('unreadable');
  });
});
