import { describe, expect, it } from 'vitest';
import type { Article } from '#shared/domain/article.ts';
import { decodeOwn, encodeOwn } from './own-file.ts';
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
});
