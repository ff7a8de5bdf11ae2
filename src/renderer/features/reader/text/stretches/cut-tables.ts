import { type Table, layOutTable } from '#shared/document/table.ts';
import { type PlacedBlock, continuesPart } from '#shared/document/walk.ts';
import type { Block } from '#shared/domain/block.ts';

/** What the pieces of a table have in common that is cut because it is very long. */
export interface CutTable {
  /** The rows of its head; empty when the head is long. */
  readonly head: readonly PlacedBlock[];
  /** The share of the width that each column gets, so that the columns of all pieces are below each other. */
  readonly shares: readonly number[];
}

/** Most rows of a head that is repeated, or kept in sight. */
export const MAX_HEAD_ROWS = 4;

/** Most letters of a cell that count for the width of its column, UTF-16 units. */
const LONG_CELL_UTF16 = 40;
/** The letters that a column has room for at least, UTF-16 units. */
const SHORT_CELL_UTF16 = 5;

/**
 * Returns a function that describes the table that is cut before a block, `null` when none is. Each table is looked at
 * once.
 */
export function createTableFinder(
  blocks: readonly Block[],
): (index: number, startOf: (index: number) => number) => CutTable | null {
  let last: { readonly end: number; readonly table: CutTable } | null = null;
  const isInside = (index: number): boolean => {
    const block = blocks[index];
    return block?.kind === 'row' && continuesPart(blocks[index - 1], block);
  };
  return (index, startOf) => {
    if (!isInside(index)) return null;
    if (last && index < last.end) return last.table;
    let [first, end] = [index - 1, index + 1];
    while (isInside(first)) first -= 1;
    while (isInside(end)) end += 1;
    const rows = blocks
      .slice(first, end)
      .map((block, at) => ({ block, start: startOf(first + at) }));
    last = { end, table: describe(layOutTable(rows)) };
    return last.table;
  };
}

function describe(table: Table): CutTable {
  const { headRows, rows } = table;
  return {
    head: headRows <= MAX_HEAD_ROWS ? rows.slice(0, headRows) : [],
    shares: sharesOf(table),
  };
}

function sharesOf({ rows, columns }: Table): readonly number[] {
  const widths = Array.from({ length: columns }, () => SHORT_CELL_UTF16);
  for (const { cells } of rows)
    for (const { column, columns: wide, start, end } of cells)
      if (wide === 1)
        widths[column] = Math.max(widths[column] ?? 0, Math.min(end - start, LONG_CELL_UTF16));
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / all);
}
