import type { Cell } from '#shared/domain/block.ts';
import { MAX_CELL_SPAN } from '#shared/domain/limits.ts';
import { oneLine } from '../clean-text.ts';
import { Line, type TakenLine } from './line.ts';
import { isNoteLink, rememberSign } from './notes.ts';
import type { Places } from './places.ts';
import { isHidden, isPageBreak, isSilent } from './silent.ts';
import { type MarkupElement, elementsOf, textOf } from './tree.ts';

/** Elements of page layout, which no cell of a data table contains. */
const LAID_OUT = /^(?:hr|center|h[1-6]|blockquote|article|section)$/u;
/** How many line breaks and paragraphs show that a cell contains a page. */
const MIN_PAGE_PARTS = 6;

/** Separates the cells of a row. */
const CELL_GAP = ' | ';

/** Longest text in a cell of a data table, UTF-16 units. Layout tables have longer ones. */
const MAX_CELL_UTF16 = 1500;

/** A row of a data table: its line, and its cells by offsets of the line. */
export interface TableRow extends TakenLine {
  readonly cells: readonly Cell[];
}

/** A row of the tree. */
interface Row {
  readonly element: MarkupElement;
  readonly isHead: boolean;
  readonly cells: MarkupElement[];
}

/**
 * Returns the rows of a data table, or `null` for a layout table, which has one column, inner tables, or cells of many
 * paragraphs. Rows without a letter or digit are left out.
 */
export function tableRows(table: MarkupElement, places: Places): TableRow[] | null {
  const rows = rowsOf(table);
  if (rows === null || !rows.some(({ cells }) => cells.length > 1)) return null;
  const lines = rows.map((row) => writeRow(row, places));
  const isKept = lines.map(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const before = keptBefore(isKept);
  return lines.flatMap((line, index) => {
    if (isKept[index] !== true) return [];
    const cells = line.cells.map((cell) => {
      const end = Math.min(index + (cell.rows ?? 1), isKept.length);
      return withRows(cell, (before[end] ?? 0) - (before[index] ?? 0));
    });
    return [{ ...line, cells }];
  });
}

/** Returns the rows with their cells; `null` for a layout table. */
function rowsOf(table: MarkupElement): Row[] | null {
  const rows: Row[] = [];
  const heads = new Set<MarkupElement>();
  for (const element of elementsOf(table)) {
    if (element.name === 'table' || LAID_OUT.test(element.name)) return null;
    if (element.name === 'thead')
      for (const part of elementsOf(element)) if (part.name === 'tr') heads.add(part);
    if (element.name === 'tr') rows.push({ element, isHead: heads.has(element), cells: [] });
    else if (element.name === 'td' || element.name === 'th') {
      if (isPage(element) || oneLine(visibleText(element)).length > MAX_CELL_UTF16) return null;
      rows.at(-1)?.cells.push(element);
    }
  }
  return rows;
}

/** Counts the rows that are kept before each row, and before the end. */
function keptBefore(isKept: readonly boolean[]): number[] {
  let count = 0;
  return [...isKept, false].map((kept) => {
    const before = count;
    if (kept) count += 1;
    return before;
  });
}

function withRows({ rows: _rows, ...cell }: Cell, rows: number): Cell {
  return rows > 1 ? { ...cell, rows } : cell;
}

function writeRow({ element, isHead, cells }: Row, places: Places): TableRow {
  const line = new Line();
  places.reachElement(element, line);
  const ranges = cells.map((cell, index) => {
    if (index > 0) line.append(CELL_GAP);
    const start = line.next;
    places.reachElement(cell, line);
    const written = writeCell(cell, places);
    line.appendLine(written);
    return { start, end: start + written.text.length, cell };
  });
  const taken = line.take();
  const { length } = taken.text;
  return {
    ...taken,
    cells: ranges.map(({ start, end, cell }) => ({
      start: Math.min(start, length),
      end: Math.min(end, length),
      ...((isHead || cell.name === 'th') && { isHeader: true as const }),
      ...spanOf(cell, 'columns', 'colspan'),
      ...spanOf(cell, 'rows', 'rowspan'),
    })),
  };
}

/** Reads how many columns or rows a cell covers; a span of 0 rows covers all that follow. */
function spanOf(
  { attributes }: MarkupElement,
  field: 'columns' | 'rows',
  attribute: 'colspan' | 'rowspan',
): Partial<Cell> {
  const stated = attributes.get(attribute) ?? attributes.get(`data-${attribute}`);
  const span = Number.parseInt(stated ?? '', 10);
  if (span === 0 && field === 'rows') return { rows: MAX_CELL_SPAN };
  return span > 1 ? { [field]: Math.min(span, MAX_CELL_SPAN) } : {};
}

function writeCell(cell: MarkupElement, places: Places): TakenLine {
  const line = new Line();
  writeWords(cell, line, places, false);
  return line.takeWhole();
}

/** Writes the words of an element like `visibleText`, with what is set apart in them. */
function writeWords(element: MarkupElement, line: Line, places: Places, isRaised: boolean): void {
  for (const child of element.children) {
    if (typeof child === 'string') line.append(child);
    else if (isPageBreak(child)) places.reachPage(child, textOf(child), line);
    else if (!isSilent(child) && !isHidden(child)) {
      const isApart = APART.test(child.name);
      const setting = places.settingOf(child);
      if (isApart) line.append(' ');
      places.reachElement(child, line);
      if (setting !== null && 'anchor' in setting && (isRaised || isNoteLink(child)))
        rememberSign(oneLine(textOf(child)), setting.anchor, places);
      if (setting !== null) line.enter(setting);
      writeWords(child, line, places, isRaised || child.name === 'sup');
      if (setting !== null) line.leave();
      if (isApart) line.append(' ');
    }
  }
}

/** Recognises a cell with many line breaks or paragraphs, which contains a page. */
function isPage(cell: MarkupElement): boolean {
  const parts = [...elementsOf(cell)].filter(({ name }) => name === 'br' || name === 'p');
  return parts.length >= MIN_PAGE_PARTS;
}

/** Elements whose words are apart from those around them. */
const APART = /^(?:p|div|li|br|h\d)$/u;

/** Returns the text of an element without its silent and hidden parts; block elements are separated. */
function visibleText(element: MarkupElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (isSilent(child) || isHidden(child)) return '';
      return APART.test(child.name) ? ` ${visibleText(child)} ` : visibleText(child);
    })
    .join('');
}
