import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/domain/block.ts';
import { cutBlock } from './cut-block.ts';
import { inlinePieces } from './inline-pieces.ts';
import { paragraphAt } from './paragraphs.ts';
import { chapterAt, pageAt, placeIn, placeOf } from './places.ts';
import { walkDocument } from './walk.ts';

describe('cutBlock', () => {
  const block = {
    text: 'abcdefghij',
    inline: [
      { kind: 'strong' as const, start: 1, end: 4 },
      { kind: 'link' as const, start: 6, end: 9, href: 'https://example.org/' },
    ],
    list: { depth: 1, marker: 2, begins: true as const },
    isSeparated: true as const,
  };

  it('returns the same block when nothing is cut off', () => {
    expect(cutBlock(block, 0, 10)).toBe(block);
  });

  it('keeps at the beginning what belongs to the beginning', () => {
    expect(cutBlock(block, 0, 3)).toEqual({
      text: 'abc',
      inline: [{ kind: 'strong', start: 1, end: 3 }],
      list: { depth: 1, marker: 2, begins: true },
      isSeparated: true,
    });
  });

  it('moves ranges with the text, and makes the rest of an item its continuation', () => {
    expect(cutBlock(block, 3, 10)).toEqual({
      text: 'defghij',
      inline: [
        { kind: 'strong', start: 0, end: 1 },
        { kind: 'link', start: 3, end: 6, href: 'https://example.org/' },
      ],
      list: { depth: 1, marker: 0, continues: true },
    });
  });
});

describe('inlinePieces', () => {
  it('cuts at all edges and names what covers each piece, the outermost first', () => {
    const strong = { kind: 'strong' as const, start: 0, end: 6 };
    const emphasis = { kind: 'emphasis' as const, start: 2, end: 4 };
    const mark = { start: 3, end: 8, name: 'm' };
    expect(inlinePieces(10, [strong, emphasis], [mark])).toEqual([
      { start: 0, end: 2, inline: [strong], marks: [] },
      { start: 2, end: 3, inline: [strong, emphasis], marks: [] },
      { start: 3, end: 4, inline: [strong, emphasis], marks: [mark] },
      { start: 4, end: 6, inline: [strong], marks: [mark] },
      { start: 6, end: 8, inline: [], marks: [mark] },
      { start: 8, end: 10, inline: [], marks: [] },
    ]);
  });

  it('covers a text without parts in one piece, and cuts ranges off at the end of the text', () => {
    expect(inlinePieces(4, [], [{ start: 2, end: 99 }])).toEqual([
      { start: 0, end: 2, inline: [], marks: [] },
      { start: 2, end: 4, inline: [], marks: [{ start: 2, end: 99 }] },
    ]);
  });
});

describe('walkDocument', () => {
  const blocks: Block[] = [
    { id: 'b0', kind: 'heading', text: 'ab', level: 2 },
    { id: 'b1', kind: 'item', text: 'c', list: { depth: 0, marker: 0, begins: true } },
    { id: 'b2', kind: 'item', text: 'd', list: { depth: 1, marker: 0, begins: true } },
    { id: 'b3', kind: 'item', text: 'e', list: { depth: 0, marker: 0, begins: true } },
    { id: 'b4', kind: 'row', text: 'f', row: { begins: true, cells: [{ start: 0, end: 1 }] } },
    { id: 'b5', kind: 'row', text: 'g', row: { cells: [{ start: 0, end: 1 }] } },
    { id: 'b6', kind: 'row', text: 'h', row: { begins: true, cells: [{ start: 0, end: 1 }] } },
    { id: 'b7', kind: 'paragraph', text: 'i' },
    { id: 'b8', kind: 'paragraph', text: 'j' },
  ];

  it('groups tables and lists, and places each block in the canonical text', () => {
    const parts = [...walkDocument(blocks)].map(({ kind, blocks: placed }) => [
      kind,
      placed.map(({ block, start }) => `${block.id}@${start}`).join(' '),
    ]);
    expect(parts).toEqual([
      ['block', 'b0@0'],
      ['list', 'b1@3 b2@5'],
      ['list', 'b3@7'],
      ['table', 'b4@9 b5@11'],
      ['table', 'b6@13'],
      ['block', 'b7@15'],
      ['block', 'b8@17'],
    ]);
  });
});

describe('places', () => {
  const outline = [
    { level: 1, title: 'one', at: 5 },
    { level: 2, title: 'two', at: 5 },
    { level: 1, title: 'three', at: 20 },
  ];

  it('finds the innermost chapter and the page of an offset', () => {
    expect([4, 5, 19, 20, 99].map((at) => chapterAt(outline, at)?.title ?? null)).toEqual([
      null,
      'two',
      'two',
      'three',
      'three',
    ]);
    expect(pageAt([{ label: 'xii', at: 3 }], 2)).toBeNull();
    expect(pageAt([{ label: 'xii', at: 3 }], 3)?.label).toBe('xii');
  });

  it('says in which chapter and on which pages a span stands', () => {
    const pages = [
      { label: 'xii', at: 3 },
      { label: '1', at: 10 },
    ];
    const place = (start: number, end: number) => placeOf({ outline, pages }, { start, end });
    expect(place(0, 2)).toEqual({ chapter: null, page: null, lastPage: null });
    expect(place(0, 5)).toEqual({ chapter: null, page: null, lastPage: null });
    expect(place(5, 10)).toEqual({ chapter: 'two', page: 'xii', lastPage: null });
    expect(place(5, 11)).toEqual({ chapter: 'two', page: 'xii', lastPage: '1' });
    expect(place(25, 25)).toEqual({ chapter: 'three', page: '1', lastPage: null });
    const blocks = [{ kind: 'paragraph' as const, text: 'x' }];
    expect(placeIn({ blocks }, { start: 0, end: 1 })).toEqual({
      chapter: null,
      page: null,
      lastPage: null,
      paragraph: 1,
    });
  });

  it('counts as paragraphs what version 1 called paragraphs', () => {
    const kinds = ['standfirst', 'paragraph', 'heading', 'row', 'item', 'note'] as const;
    const blocks = kinds.map((kind) => ({ kind, text: 'x' }));
    expect([0, 2, 4, 6, 8, 10].map((at) => paragraphAt(blocks, at))).toEqual([0, 1, 1, 2, 2, 3]);
  });
});
