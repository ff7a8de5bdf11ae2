import { isParagraph } from '#shared/document/paragraphs.ts';
import type { Block } from '#shared/domain/block.ts';

export { type BlockSpan, blockAt, spansOfBlocks } from '#shared/domain/block-spans.ts';

/**
 * Returns the 1-based number of a paragraph, as the search counts it: headings and the standfirst have the number of the
 * paragraph before them, or 1.
 */
export function paragraphNumber(blocks: readonly Pick<Block, 'id' | 'kind'>[], id: string): number {
  const upTo = blocks.slice(0, blocks.findIndex((block) => block.id === id) + 1);
  return Math.max(1, upTo.filter(isParagraph).length);
}
