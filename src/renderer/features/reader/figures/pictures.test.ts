import { describe, expect, it } from 'vitest';
import { anArticle } from '#shared/domain/testing/an-article.ts';
import type { Article } from '#shared/domain/article.ts';
import { figuresOf, heightOfPictures } from './pictures.ts';

const [COVER, RIVER] = ['a'.repeat(64), 'b'.repeat(64)];

const asset = (sha256: string, width: number, height: number) => ({
  sha256,
  type: 'image/png' as const,
  width,
  height,
  bytes: 9,
  role: 'figure' as const,
});

/** A book whose first and third blocks show pictures. */
function book(first: string): Article {
  const article = anArticle(['cover.png', 'نصّ', 'نهر', 'بلا صورة']);
  const figures = [
    { asset: first, alt: '' },
    null,
    { asset: RIVER, alt: 'نهر' },
    { asset: null, alt: '' },
  ];
  const blocks = article.blocks.map((block, at) => {
    const figure = figures[at];
    return figure ? { ...block, kind: 'image' as const, figure } : block;
  });
  return {
    ...article,
    blocks,
    structure: {
      outline: [],
      pages: [],
      assets: [asset(COVER, 400, 600), asset(RIVER, 1240, 800)],
    },
    publication: {
      people: [],
      publisher: null,
      edition: null,
      place: null,
      volume: null,
      identifier: null,
      cover: COVER,
      chapters: 0,
    },
  };
}

describe('figuresOf', () => {
  it('finds the figures with their places, and the block that only repeats the cover', () => {
    const figures = figuresOf(book(COVER));

    expect(figures.cover?.height).toBe(600);
    expect(figures.coverBlock).toBe('b0');
    expect(figures.inOrder.map(({ blockId, start, words }) => [blockId, start, words])).toEqual([
      ['b2', 'cover.png\nنصّ\n'.length, 'نهر'],
    ]);
  });

  it('shows a first picture that is not the cover', () => {
    const figures = figuresOf(book(RIVER));
    expect([figures.coverBlock, figures.inOrder.length]).toEqual([null, 2]);
  });

  it('estimates the height of pictures at the width of the text', () => {
    const article = book(RIVER);
    expect(heightOfPictures(figuresOf(article), article.blocks)).toBe(800);
    expect(heightOfPictures(figuresOf(article), article.blocks.slice(1, 2))).toBe(0);
  });
});
