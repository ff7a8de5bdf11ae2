import { oneLine } from '../clean-text.ts';
import { isHidden, isSilent } from './silent.ts';
import { type MarkupElement, elementsOf } from './tree.ts';

/** What stands for an image that has neither a description nor a name. */
const UNNAMED_IMAGE = 'صورة';

/** Images of at most this many pixels are spacers and counters. */
const MAX_SPACER_PIXELS = 3;

/** Parts of a page, which no cell of data has. */
const LAID_OUT = /^(?:hr|center|h[1-6]|blockquote|article|section)$/u;
/** Line breaks and paragraphs of a cell that holds a page. */
const MIN_PAGE_PARTS = 6;

/** Between the cells of a row. */
const CELL_GAP = ' | ';

/** Longest text of a cell of a table of data, UTF-16 code units; pages that are laid out in tables have more. */
const MAX_CELL_UTF16 = 1500;

/** The words that stand for an image: its description, else its file's name; `null` for a spacer. */
export function imageName({ attributes }: MarkupElement): string | null {
  const sides = [attributes.get('width'), attributes.get('height')];
  if (sides.some((side) => side !== undefined && Number.parseInt(side, 10) <= MAX_SPACER_PIXELS))
    return null;
  const said = oneLine(attributes.get('alt') ?? attributes.get('title') ?? '');
  return said === '' ? fileNameOf(attributes.get('src') ?? '') : said;
}

/** The name at the end of an address, as people read it. */
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
    return name; // Not encoded, or badly: as it stands.
  }
}

/**
 * The rows of a table of data, or `null` for a table that lays out a page: one column, tables within, or
 * cells of many paragraphs.
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

/** A cell with many line breaks or paragraphs holds a page. */
function isPage(cell: MarkupElement): boolean {
  const parts = [...elementsOf(cell)].filter(({ name }) => name === 'br' || name === 'p');
  return parts.length >= MIN_PAGE_PARTS;
}

/** The text of an element without its silent and hidden parts; elements of a line of their own are apart. */
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
