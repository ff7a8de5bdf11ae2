import { shownParts } from '#shared/document/arrange-words.ts';
import { type TableRow, layOutTable } from '#shared/document/table.ts';
import type { PlacedBlock } from '#shared/document/walk.ts';
import { writeShown } from './words.ts';
import { type Writing, nearBlock } from './writing.ts';

/** Most places of a table that is written with an empty cell for each place that another cell covers. */
const MAX_PLACES = 1_000_000;

/**
 * Writes a table with pipes. Markdown has no cells that cover others, so the places that they cover are empty cells. The
 * first row is the head when the table has one, and otherwise the head is empty, because a table must have one.
 */
export function writeTable(blocks: readonly PlacedBlock[], writing: Writing): string {
  const { rows, columns, headRows } = layOutTable(blocks);
  const isFilled = columns * rows.length <= MAX_PLACES;
  const written = rows.map((row) => writeRow(row, isFilled, writing));
  const head = headRows > 0 ? (written[0] ?? []) : [];
  const whole = Array.from({ length: columns }, (_, column) => head[column] ?? '');
  const lines = [whole, whole.map(() => '---'), ...(headRows > 0 ? written.slice(1) : written)];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function writeRow(row: TableRow, isFilled: boolean, writing: Writing): string[] {
  const near = nearBlock(row, writing);
  const words: string[] = [];
  for (const [index, shown] of shownParts(row.block.text, row.cells).entries()) {
    const column = isFilled ? (row.cells[index]?.column ?? 0) : 0;
    while (words.length < column) words.push('');
    words.push(writeShown(row, shown, near, writing));
  }
  return words;
}
