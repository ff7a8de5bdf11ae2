import type { Block } from '#shared/domain/block.ts';
import { lastAt } from './places.ts';

/** Where the references of a document lead. */
export interface Leads {
  /** Returns the block at an offset of the canonical text, UTF-16 units; `null` behind the end. */
  readonly blockAt: (offsetUtf16: number) => Block | null;
  /** The ids of the blocks that references lead to. */
  readonly referred: ReadonlySet<string>;
}

/** Reads the references of a document. */
export function readLeads(blocks: readonly Block[]): Leads {
  let end = 0;
  const starts = blocks.map((block) => {
    const at = end;
    end += block.text.length + 1;
    return { at, block };
  });
  const blockAt = (offset: number): Block | null =>
    offset < end ? (starts[lastAt(starts, offset)]?.block ?? null) : null;
  const referred = new Set<string>();
  for (const { inline = [] } of blocks)
    for (const { to } of inline) {
      const block = to === undefined ? null : blockAt(to);
      if (block) referred.add(block.id);
    }
  return { blockAt, referred };
}
