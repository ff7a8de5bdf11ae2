import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/domain/block.ts';
import { cutStretches, stretchAt } from './cut-stretches.ts';

const block = (id: number, kind: Block['kind'], length: number): Block => ({
  id: `b${id}`,
  kind,
  text: 'ب'.repeat(length),
});
const paragraphs = (count: number, length: number): Block[] =>
  Array.from({ length: count }, (_, id) => block(id, 'paragraph', length));

describe('stretches', () => {
  it('leaves an article of ordinary length in one piece', () => {
    expect(cutStretches(paragraphs(40, 400))).toHaveLength(1);
  });

  it('cuts a long article so that every block is in one stretch, in order', () => {
    const blocks = paragraphs(200, 500);

    const stretches = cutStretches(blocks);

    expect(stretches.length).toBeGreaterThan(20);
    expect(stretches.flatMap((stretch) => stretch.blocks)).toEqual(blocks);
    expect(stretches.map(({ index }) => index)).toEqual(stretches.map((_, at) => at));
    for (const [at, { start }] of stretches.slice(1).entries())
      expect(start).toBe((stretches[at]?.end ?? 0) + 1);
  });

  it('never begins a stretch with a heading', () => {
    const blocks = Array.from({ length: 100 }, (_, id) =>
      id % 8 === 7 ? block(id, 'heading', 30) : block(id, 'paragraph', 450),
    );

    const first = cutStretches(blocks).map((stretch) => stretch.blocks[0]?.kind);

    expect(first.slice(1)).not.toContain('heading');
  });

  it('keeps a table together unless it is very long', () => {
    const row = (id: number): Block => ({
      ...block(id, 'row', 500),
      row: { cells: [{ start: 0, end: 500 }], ...(id % 15 === 0 && { begins: true as const }) },
    });
    const rows = Array.from({ length: 150 }, (_, id) => row(id));
    expect(cutStretches(rows).every(({ blocks }) => blocks[0]?.row?.begins)).toBe(true);
  });

  it('tells the pieces of a very long table its head and the widths of its columns', () => {
    const rowOf = (id: number, isHeader: boolean): Block => ({
      ...block(id, 'row', 500),
      row: {
        cells: [0, 10].map((start, at) => ({
          start,
          end: at === 0 ? 10 : 500,
          ...(isHeader && { isHeader: true as const }),
        })),
        ...(isHeader && { begins: true as const }),
      },
    });
    const table = Array.from({ length: 100 }, (_, id) => rowOf(id, id === 0));
    const stretches = cutStretches([...paragraphs(3, 900), ...table, ...paragraphs(9, 900)]);
    const pieces = stretches.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'row'));
    expect(pieces.length).toBeGreaterThan(3);
    const [first] = pieces;
    expect(first?.cutAtStart).toBeNull();
    expect(first?.cutAtEnd?.head.map(({ block: head }) => head.id)).toEqual(['b0']);
    expect(first?.cutAtEnd?.shares).toEqual([0.2, 0.8]);
    for (const piece of pieces.slice(1)) expect(piece.cutAtStart).toBe(first?.cutAtEnd);
    expect(pieces.at(-1)?.cutAtEnd).toBeNull();
  });

  it('ends somewhere even when everything is a heading', () => {
    const blocks = Array.from({ length: 300 }, (_, id) => block(id, 'heading', 200));

    expect(cutStretches(blocks).length).toBeGreaterThan(3);
  });

  it('finds the stretch of an offset', () => {
    const stretches = cutStretches(paragraphs(200, 500));
    for (const { index, start, end } of stretches)
      expect([stretchAt(stretches, start), stretchAt(stretches, end)]).toEqual([index, index]);
    expect(stretchAt(stretches, 10_000_000)).toBe(stretches.length - 1);
  });
});
