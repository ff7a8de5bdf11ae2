import type { Block } from './block.ts';

/** The span of a block in the canonical text, in UTF-16 units; `end` is not included. */
export interface BlockSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Computes the span of every block; one "\n" separates two blocks. */
export function spansOfBlocks(blocks: readonly Pick<Block, 'id' | 'text'>[]): readonly BlockSpan[] {
  let start = 0;
  return blocks.map(({ id, text }) => {
    const span = { id, start, end: start + text.length };
    start = span.end + 1;
    return span;
  });
}

/** Finds the block that contains an offset (UTF-16); an offset at a "\n" belongs to the block before it. */
export function blockAt(blockSpans: readonly BlockSpan[], offset: number): BlockSpan | undefined {
  let [low, high] = [0, blockSpans.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blockSpans[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return blockSpans[low];
}
