import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '#shared/domain/text.ts';
import type { Article } from '#shared/domain/article.ts';
import { sha256 } from '../disk/checksum.ts';
import {
  decodeDetails,
  decodeOwn,
  encodeDetails,
  encodeOwn,
  encodeOwnInTurns,
} from './own-file.ts';

const FOLDER = new URL('../../../tests/fixtures/library/', import.meta.url);
const AT = new Date('2026-02-03T04:05:06.000Z');
const read = (name: string): Buffer => readFileSync(new URL(name, FOLDER));

function articleIn(bytes: Uint8Array): Article {
  const decoded = decodeOwn(bytes);
  if (decoded.kind !== 'article') throw new Error(decoded.kind);
  expect(decoded.carried).toBeNull();
  return decoded.article;
}

describe('an article of version 1', () => {
  it('is read as it is, with its text, details and no structure', () => {
    const article = articleIn(read('v1/article.json'));
    expect(article).toMatchObject({ title: 'حكاية النهر', author: 'سلمى الراوي' });
    expect(article.own).toMatchObject({ collections: ['أنهار'], tags: ['ماء'] });
    expect(article.own?.convertedBy).toBeUndefined();
    expect(article.structure).toBeUndefined();
    expect(article.blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'item',
      'quote',
      'image',
      'paragraph',
      'paragraph',
    ]);
    expect(sha256(canonicalText(article.blocks))).toBe(article.contentHash);
  });

  it('is written as version 2 with the same text and hash', () => {
    const article = articleIn(read('v1/article.json'));
    const written = encodeOwn(article, AT);
    expect(written.toString('utf8')).toContain('"schemaVersion":2');
    expect(articleIn(written)).toEqual(article);
  });

  it('has details that are read and written as version 2', () => {
    const decoded = decodeDetails(read('v1/details.json'));
    expect(decoded).toMatchObject({ carried: null, isNewer: false });
    expect(decoded?.details.title).toBe('حكاية النهر');
  });
});

describe('an article of version 2', () => {
  it('keeps the structure of its blocks, of the document and of the publication', async () => {
    const article = articleIn(read('v2/article.json'));
    expect(article.blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
    expect(article.blocks[5]).toMatchObject({ kind: 'row', row: { begins: true } });
    expect(article.blocks[1]?.inline).toEqual([{ kind: 'reference', start: 23, end: 26, to: 121 }]);
    expect(canonicalText(article.blocks).slice(121)).toMatch(/^\[1\]/u);
    expect(article.structure?.outline).toEqual([{ level: 1, title: 'الباب الأول', at: 0 }]);
    expect(article.structure?.pages).toEqual([{ label: '٧', at: 12 }]);
    expect(article.publication).toMatchObject({ chapters: 1, publisher: 'دار الضفة' });
    expect(Buffer.concat(await encodeOwnInTurns(article, AT))).toEqual(encodeOwn(article, AT));
    expect(articleIn(encodeOwn(article, AT))).toEqual(article);
  });

  it('has the text of version 1 with the same hash', () => {
    const [first, second] = ['v1', 'v2'].map((name) => articleIn(read(`${name}/article.json`)));
    expect(second?.contentHash).toBe(first?.contentHash);
  });

  it('has details without the structure, which the original contains', () => {
    const article = articleIn(read('v2/article.json'));
    const decoded = decodeDetails(encodeDetails(article, AT));
    expect(decoded?.details.publication).toEqual(article.publication);
    expect(decoded?.details).not.toHaveProperty('structure');
    expect(decoded?.details).not.toHaveProperty('blocks');
  });
});
