import { oneLine } from '../clean-text.ts';
import { isHidden, isSilent } from './silent.ts';
import { type MarkupElement, elementsOf } from './tree.ts';

/** The text of an image that has neither a description nor a name. */
const UNNAMED_IMAGE = 'صورة';

/** Images up to this many pixels are spacers and counters. */
const MAX_SPACER_PIXELS = 3;

/** Elements of page layout, which no cell of a data table contains. */
const LAID_OUT = /^(?:hr|center|h[1-6]|blockquote|article|section)$/u;
/** How many line breaks and paragraphs show that a cell contains a page. */
const MIN_PAGE_PARTS = 6;

/** Separates the cells of a row. */
const CELL_GAP = ' | ';

/** Longest text in a cell of a data table, UTF-16 units. Layout tables have longer ones. */
const MAX_CELL_UTF16 = 1500;

/** Returns the text for an image: its description, or else its file name; `null` for a spacer. */
export function imageName({ attributes }: MarkupElement): string | null {
  const sides = [attributes.get('width'), attributes.get('height')];
  if (sides.some((side) => side !== undefined && Number.parseInt(side, 10) <= MAX_SPACER_PIXELS))
    return null;
  const said = oneLine(attributes.get('alt') ?? attributes.get('title') ?? '');
  return said === '' ? fileNameOf(attributes.get('src') ?? '') : said;
}

/** Returns the file name at the end of an address in readable form. */
export function fileNameOf(address: string): string {
  if (/^data:/iu.test(address)) return UNNAMED_IMAGE;
  const [path = ''] = address.slice(0, 2000).split(/[?#]/u, 1);
  const name = path.split(/[/\\]/u).at(-1) ?? '';
  return oneLine(decoded(name)) || UNNAMED_IMAGE;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // The name is not validly encoded, so it stays unchanged.
  }
}

/**
 * Returns the rows of a data table, or `null` for a layout table, which has one column, inner tables, or cells of many
 * paragraphs.
 */
export function tableRows(table: MarkupElement): string[] | null {
  const rows: string[][] = [];
  for (const element of elementsOf(table)) {
    if (element.name === 'table' || LAID_OUT.test(element.name)) return null;
    if (element.name === 'tr') rows.push([]);
    else if (element.name === 'td' || element.name === 'th') {
      const text = oneLine(visibleText(element));
      if (text.length > MAX_CELL_UTF16 || isPage(element)) return null;
      rows.at(-1)?.push(text);
    }
  }
  if (!rows.some((cells) => cells.length > 1)) return null;
  return rows.map((cells) => cells.join(CELL_GAP)).filter((row) => /[\p{L}\p{N}]/u.test(row));
}

/** Recognises a cell with many line breaks or paragraphs, which contains a page. */
function isPage(cell: MarkupElement): boolean {
  const parts = [...elementsOf(cell)].filter(({ name }) => name === 'br' || name === 'p');
  return parts.length >= MIN_PAGE_PARTS;
}

/** Returns the text of an element without its silent and hidden parts; block elements are separated. */
export function visibleText(element: MarkupElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (isSilent(child) || isHidden(child)) return '';
      return /^(?:p|div|li|br|h\d)$/u.test(child.name)
        ? ` ${visibleText(child)} `
        : visibleText(child);
    })
    .join('');
}
