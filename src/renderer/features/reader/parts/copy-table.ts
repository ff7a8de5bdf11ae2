import { csvLine } from '#shared/domain/csv.ts';
import type { Article } from '#shared/domain/article.ts';
import { type Table, gridOf, layOutTable } from '#shared/document/table.ts';
import { walkDocument } from '#shared/document/walk.ts';

export const TABLE_FORMATS = ['text', 'html', 'csv'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Copies the whole table that a UTF-16 offset of the canonical text is in. */
export async function copyTable(article: Article, offset: number, format: TableFormat) {
  const table = tableAt(article, offset);
  if (table === null) return;
  if (format !== 'html') {
    await navigator.clipboard.writeText(format === 'csv' ? tableAsCsv(table) : tableAsText(table));
    return;
  }
  const html = tableAsHtml(table, article.direction);
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([html], { type: 'text/plain' }),
    }),
  ]);
}

function tableAt({ blocks }: Pick<Article, 'blocks'>, offset: number): Table | null {
  for (const { kind, blocks: rows } of walkDocument(blocks)) {
    const last = rows.at(-1);
    if (!last || last.start + last.block.text.length < offset) continue;
    return kind === 'table' ? layOutTable(rows) : null;
  }
  return null;
}

/** Writes a table as lines with a tab between two places of the grid, as spreadsheets read it. */
export const tableAsText = (table: Table): string =>
  Array.from(gridOf(table), (row) => row.join('\t')).join('\n');

/** Writes a table as CSV. No cell can become a formula. */
export const tableAsCsv = (table: Table): string => Array.from(gridOf(table), csvLine).join('');

/** Writes a table as HTML without anything of the app's own. */
export function tableAsHtml(table: Table, direction: Article['direction']): string {
  const element = document.createElement('table');
  element.dir = table.rows[0]?.block.direction ?? direction;
  const head = table.headRows > 0 ? element.createTHead() : null;
  const body = element.createTBody();
  for (const [index, { block, cells }] of table.rows.entries()) {
    const isHead = index < table.headRows;
    const row = (isHead ? (head ?? body) : body).insertRow();
    for (const cell of cells) {
      const shown = document.createElement(cell.isHeader ? 'th' : 'td');
      if (cell.isHeader) shown.scope = isHead ? 'col' : 'row';
      if (cell.columns > 1) shown.colSpan = cell.columns;
      if (cell.rows > 1) shown.rowSpan = cell.rows;
      shown.textContent = block.text.slice(cell.start, cell.end).trim();
      row.append(shown);
    }
  }
  return element.outerHTML;
}
