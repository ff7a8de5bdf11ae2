import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/domain/block.ts';
import { footnotesOf, hasWayBack, signLength } from './footnotes.ts';

const block = (kind: Block['kind'], text: string, more: Partial<Block> = {}): Block => ({
  id: 'b0',
  kind,
  text,
  ...more,
});
const leadsTo = (to: number, start: number, end: number) => ({
  inline: [{ kind: 'reference' as const, start, end, to }],
});

describe('footnotesOf', () => {
  const blocks = [
    block('paragraph', 'ab[1]', leadsTo(12, 2, 5)),
    block('paragraph', 'c[1]d', leadsTo(12, 1, 4)),
    block('note', '[1] e', { sign: '1', ...leadsTo(0, 0, 3) }),
    block('note', 'more'),
    block('note', '* f', { sign: '*', ...leadsTo(12, 2, 3) }),
    block('paragraph', 'g'),
    block('note', 'h'),
  ];

  it('joins the paragraphs of a note, and knows where the text first refers to it', () => {
    const notes = [...footnotesOf(blocks)].map(([at, { sign, blocks: placed, from }]) => [
      at,
      sign,
      placed.map(({ block: { text } }) => text).join('+'),
      from,
    ]);
    expect(notes).toEqual([
      [12, '1', '[1] e+more', 2],
      [23, '*', '* f', null],
      [29, '', 'h', null],
    ]);
  });

  it('knows the sign before the words, and the way back that the document itself has', () => {
    expect(blocks.map(signLength)).toEqual([0, 0, 4, 0, 2, 0, 0]);
    expect(blocks.map(hasWayBack)).toEqual([false, false, true, false, false, false, false]);
    expect(signLength({ text: '[7] ', sign: '7' })).toBe(0);
  });
});
