import type { Cell } from '#shared/domain/block.ts';
import { MAX_ROW_CELLS } from '#shared/domain/limits.ts';
import { type DividedRange, divideText } from './divide-text.ts';
import type { PlacedBlock } from './walk.ts';

/** A cell with its place in the grid of a table. `start`, `end` and `next` are UTF-16 units of its row's text. */
export interface TableCell extends DividedRange {
  /** 0-based; columns are counted from the side where the table begins. */
  readonly column: number;
  /** How many columns and rows the cell covers, at least 1. A cell never reaches out of its table. */
  readonly columns: number;
  readonly rows: number;
  readonly isHeader: boolean;
}

export interface TableRow extends PlacedBlock {
  readonly cells: readonly TableCell[];
}

/** The grid of a table. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly columns: number;
  /** Number of rows at the beginning that hold nothing but headers. */
  readonly headRows: number;
  /** For each column, whether its cells are numbers. */
  readonly isNumeric: readonly boolean[];
}

/**
 * Lays the rows of a table out in a grid. Spans that a file states too large end inside the table, and cells never cover
 * each other.
 */
export function layOutTable(blocks: readonly PlacedBlock[]): Table {
  /** For each column, the first row that no cell above reaches. */
  const free: number[] = [];
  // Cells that reach into later rows leave room there for the longest row.
  const longest = greatest(blocks.map(({ block }) => block.row?.cells.length ?? 1));
  const shared = MAX_ROW_CELLS - longest;
  const placed = blocks.map((row, index) => ({
    ...row,
    cells: placeCells(row, { free, index, rowsLeft: blocks.length - index, shared }),
  }));
  const columns = greatest(placed.map(({ cells }) => (cells.at(-1)?.column ?? 0) + 1));
  const rows = placed.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      columns: Math.max(1, Math.min(cell.columns, columns - cell.column)),
    })),
  }));
  return { rows, columns, headRows: countHeadRows(rows), isNumeric: numericColumns(rows, columns) };
}

/** Returns the greatest of many numbers, at least 1. */
const greatest = (numbers: readonly number[]): number =>
  numbers.reduce((most, number) => Math.max(most, number), 1);

interface Grid {
  readonly free: number[];
  /** 0-based number of the row. */
  readonly index: number;
  /** Number of rows from this one to the end of the table. */
  readonly rowsLeft: number;
  /** Number of columns in which cells may reach into later rows. */
  readonly shared: number;
}

function placeCells({ block }: PlacedBlock, grid: Grid): TableCell[] {
  const { free, index, rowsLeft, shared } = grid;
  const cells: readonly Cell[] = block.row?.cells ?? [{ start: 0, end: block.text.length }];
  const isFree = (at: number): boolean => (free[at] ?? 0) <= index;
  let column = 0;
  return divideText(block.text, cells).map((range, at) => {
    const cell = cells[at];
    while (!isFree(column)) column += 1;
    const rows = column < shared ? Math.min(cell?.rows ?? 1, rowsLeft) : 1;
    const room = rows > 1 ? shared - column : MAX_ROW_CELLS - column - (cells.length - at - 1);
    const most = Math.min(cell?.columns ?? 1, room);
    let columns = 1;
    while (columns < most && isFree(column + columns)) columns += 1;
    if (rows > 1)
      for (let next = column; next < column + columns; next += 1) free[next] = index + rows;
    const placed = { ...range, column, columns, rows, isHeader: cell?.isHeader === true };
    column += columns;
    return placed;
  });
}

/** Counts the rows of headers. They are apart only when none of their cells reaches into the other rows. */
function countHeadRows(rows: readonly TableRow[]): number {
  const first = rows.findIndex(({ cells }) => !cells.every(({ isHeader }) => isHeader));
  const count = Math.max(0, first);
  const fits = rows
    .slice(0, count)
    .every(({ cells }, index) => cells.every((cell) => index + cell.rows <= count));
  return fits ? count : 0;
}

/** A number with its sign, separators and unit. */
const NUMBER = /^[-+−±~]?[$€£]?\p{Nd}[\p{Nd}.,٫٬ /:–-]{0,30}[%٪‰]?$/u;

function numericColumns(rows: readonly TableRow[], columns: number): boolean[] {
  const numbers: number[] = Array.from({ length: columns }, () => 0);
  const others = [...numbers];
  for (const { block, cells } of rows)
    for (const { start, end, column, isHeader } of cells) {
      const text = block.text.slice(start, end).trim();
      if (isHeader || text === '') continue;
      const counts = NUMBER.test(text) ? numbers : others;
      counts[column] = (counts[column] ?? 0) + 1;
    }
  return numbers.map((count, column) => count > 0 && others[column] === 0);
}

/** Returns the words of each place of the grid, row by row; empty where a cell covers more than one place. */
export function* gridOf({ rows, columns }: Table): Generator<string[]> {
  for (const { block, cells } of rows) {
    const words = Array.from({ length: columns }, () => '');
    for (const { column, start, end } of cells) words[column] = block.text.slice(start, end).trim();
    yield words;
  }
}
