import { shownRanges } from '#shared/document/arrange-words.ts';
import type { PlacedBlock } from '#shared/document/walk.ts';
import type { Cell } from '#shared/domain/block.ts';
import { MAX_ROW_CELLS } from '#shared/domain/limits.ts';
import { writeShown } from './words.ts';
import { type Writing, nearBlock } from './writing.ts';

/** Most rows that a cell covers in the file, because each covered place is an empty cell of its own. */
const MAX_COVERED_ROWS = 100;

/**
 * Writes a table with pipes. Markdown has no cells that cover others, so these are followed by empty ones. The first
 * row is the head when all its cells are heads, and otherwise the head is empty, because a table must have one.
 */
export function writeTable(blocks: readonly PlacedBlock[], writing: Writing): string {
  const covered = new Map<number, number>();
  const rows = blocks.map((placed) => layRow(writeCells(placed, writing), covered));
  const isHeaded = blocks[0]?.block.row?.cells.every(({ isHeader }) => isHeader) === true;
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const head = isHeaded ? (rows[0] ?? []) : [];
  const whole = [...head, ...Array.from({ length: width - head.length }, () => '')];
  const lines = [whole, whole.map(() => '---'), ...(isHeaded ? rows.slice(1) : rows)];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

type WrittenCell = Pick<Cell, 'columns' | 'rows'> & { readonly words: string };

function writeCells(placed: PlacedBlock, writing: Writing): WrittenCell[] {
  const { block } = placed;
  const cells: readonly Cell[] = block.row?.cells ?? [{ start: 0, end: block.text.length }];
  const near = nearBlock(placed, writing);
  return shownRanges(block.text, cells).map((shown, index) => ({
    ...cells[index],
    words: writeShown(placed, shown, near, writing),
  }));
}

/** @param covered  for how many more rows each column is covered by a cell above; changed for the next row */
function layRow(cells: readonly WrittenCell[], covered: Map<number, number>): string[] {
  const laid: string[] = [];
  const skipCovered = (): void => {
    while (laid.length < MAX_ROW_CELLS) {
      const left = covered.get(laid.length) ?? 0;
      if (left === 0) return;
      covered.set(laid.length, left - 1);
      laid.push('');
    }
  };
  for (const { words, columns = 1, rows = 1 } of cells) {
    skipCovered();
    for (
      let column = 0;
      column < columns && (column === 0 || laid.length < MAX_ROW_CELLS);
      column += 1
    ) {
      covered.set(laid.length, Math.min(rows, MAX_COVERED_ROWS) - 1);
      laid.push(column === 0 ? words : '');
    }
  }
  skipCovered();
  return laid;
}
