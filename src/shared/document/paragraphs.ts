import type { Block } from '#shared/domain/block.ts';

/** The kinds of blocks that count as paragraphs. Version 1 of an article's file called all of them `paragraph`. */
const COUNTED: ReadonlySet<Block['kind']> = new Set(['paragraph', 'row', 'verse', 'code', 'note']);

/** True for a block that counts as a paragraph. */
export const isParagraph = ({ kind }: Pick<Block, 'kind'>): boolean => COUNTED.has(kind);

/**
 * Returns the 1-based number of the paragraph at a UTF-16 offset of the canonical text, counted as in the search:
 * headings do not count and belong to the paragraph before them; the standfirst is 0.
 */
export function paragraphAt(
  blocks: readonly Pick<Block, 'text' | 'kind'>[],
  offsetUtf16: number,
): number {
  let paragraph = 0;
  let end = -1;
  for (const block of blocks) {
    if (end + 1 > offsetUtf16) break;
    end += 1 + block.text.length;
    if (isParagraph(block)) paragraph += 1;
  }
  return paragraph;
}
