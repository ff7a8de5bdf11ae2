import { describe, expect, it } from 'vitest';
import { blockAt, paragraphNumber, spansOfBlocks } from './text-map.ts';

const blocks = [
  { id: 'b0', kind: 'standfirst', text: 'أربع' },
  { id: 'b1', kind: 'paragraph', text: 'خمسة' },
  { id: 'b2', kind: 'heading', text: 'عنوان' },
  { id: 'b3', kind: 'paragraph', text: 'ستة' },
] as const;
const blockSpans = spansOfBlocks(blocks);

describe('text map', () => {
  it('leaves one character between blocks', () => {
    expect(blockSpans.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [5, 9],
      [10, 15],
      [16, 19],
    ]);
  });

  it('assigns the break between two blocks to the first one', () => {
    expect(blockAt(blockSpans, 4)?.id).toBe('b0');
    expect(blockAt(blockSpans, 5)?.id).toBe('b1');
    expect(blockAt(blockSpans, 99)?.id).toBe('b3');
  });

  it('numbers paragraphs as the search does', () => {
    expect(blocks.map(({ id }) => paragraphNumber(blocks, id))).toEqual([1, 1, 1, 2]);
  });
});
