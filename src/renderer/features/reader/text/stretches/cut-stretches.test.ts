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
