import type { BlockStructure, Cell, Inline } from '#shared/domain/block.ts';

/** What is cut: the text of a block with everything that the document says about it. */
type Cuttable = BlockStructure & { readonly text: string };

/**
 * Returns the part of a block from `start` to `end`, UTF-16 units of its text. Ranges are moved and cut with the text;
 * those outside the part are left out. What belongs to the beginning of a block, such as the number of an item, stays
 * with the part that begins at 0.
 */
export function cutBlock<T extends Cuttable>(block: T, start: number, end: number): T {
  if (start === 0 && end >= block.text.length) return block;
  const { inline, row, halves: _halves, list, ...rest } = block;
  const inside = (inline ?? []).flatMap((part): Inline[] => moved(part, start, end));
  const cells = (row?.cells ?? []).flatMap((cell): Cell[] => moved(cell, start, end));
  const first = start === 0;
  const cut = {
    ...(first ? rest : withoutBeginning(rest)),
    text: block.text.slice(start, end),
    ...(inside.length > 0 && { inline: inside }),
    ...(row && cells.length > 0 && { row: first ? { ...row, cells } : { cells } }),
    ...(list && { list: first ? list : { depth: list.depth, marker: 0, continues: true } }),
  };
  return cut as unknown as T; // Only fields were left out that may be missing.
}

/** Drops what a later part of a block does not repeat. */
function withoutBeginning<T extends BlockStructure>({
  isSeparated: _separated,
  afterGap: _gap,
  sign: _sign,
  ...rest
}: T): Omit<T, 'isSeparated' | 'afterGap' | 'sign'> {
  return rest;
}

/** Moves a range by `-start` and cuts it at the ends of the part; empty when nothing of it is inside. */
function moved<T extends { readonly start: number; readonly end: number }>(
  range: T,
  start: number,
  end: number,
): T[] {
  const [from, to] = [Math.max(range.start, start), Math.min(range.end, end)];
  return from < to ? [{ ...range, start: from - start, end: to - start }] : [];
}
