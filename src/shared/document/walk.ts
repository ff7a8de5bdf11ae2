import type { Block } from '#shared/domain/block.ts';

/** A block, and the UTF-16 offset of the canonical text at which it begins. */
export interface PlacedBlock {
  readonly block: Block;
  readonly start: number;
}

/** A stretch of blocks that belong together: one table, one list, one poem, one listing, or one other block. */
export interface Part {
  readonly kind: 'table' | 'list' | 'verse' | 'code' | 'block';
  /** Never empty. */
  readonly blocks: readonly PlacedBlock[];
}

/**
 * Walks over the blocks of a document in order and groups what belongs together. The reader, print and every export
 * see a document through this walk, so that they agree about it. Blocks of version 1 have no structure: each is a part
 * of its own, except that neighbouring items form a list.
 *
 * @param offsetUtf16  where the first block begins in the canonical text
 */
export function* walkDocument(blocks: Iterable<Block>, offsetUtf16 = 0): Generator<Part> {
  let group: { readonly kind: Part['kind']; readonly blocks: PlacedBlock[] } | null = null;
  let start = offsetUtf16;
  for (const block of blocks) {
    const placed = { block, start };
    start += block.text.length + 1;
    if (group !== null && continuesPart(group.blocks.at(-1)?.block, block)) {
      group.blocks.push(placed);
      continue;
    }
    if (group !== null) yield group;
    group = { kind: groupOf(block), blocks: [placed] };
  }
  if (group !== null) yield group;
}

/** True when a block belongs to the same list, table, poem or listing as the block before it. */
export function continuesPart(before: Block | undefined, block: Block): boolean {
  const kind = groupOf(block);
  return before !== undefined && kind !== 'block' && groupOf(before) === kind && !begins(block);
}

function groupOf({ kind }: Block): Part['kind'] {
  if (kind === 'row') return 'table';
  if (kind === 'item') return 'list';
  if (kind === 'verse' || kind === 'code') return kind;
  return 'block';
}

/** True for the first block of a table or list. A list inside another one continues the part. */
const begins = ({ row, list }: Block): boolean =>
  row?.begins === true || (list?.begins === true && list.depth === 0);
