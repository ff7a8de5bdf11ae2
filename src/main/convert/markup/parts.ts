import { oneLine } from '../clean-text.ts';
import type { MarkupElement } from './tree.ts';

/** The text of an image that has neither a description nor a name. */
const UNNAMED_IMAGE = 'صورة';

/** Images up to this many pixels are spacers and counters. */
const MAX_SPACER_PIXELS = 3;

/** Columns from one tab stop to the next. */
const TAB_COLUMNS = 4;
/** Most columns by which a line of code is indented. */
const MAX_INDENT = 200;

/** Returns the text for an image: its description, or else its file name; `null` for a spacer. */
export function imageName(image: MarkupElement): string | null {
  const { attributes } = image;
  const sides = [attributes.get('width'), attributes.get('height')];
  if (sides.some((side) => side !== undefined && Number.parseInt(side, 10) <= MAX_SPACER_PIXELS))
    return null;
  const said = altOf(image);
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

/** Returns the description of an image; empty when it has none. */
export const altOf = ({ attributes }: MarkupElement): string =>
  oneLine(attributes.get('alt') ?? attributes.get('title') ?? '');

/** Returns the columns by which a line is indented. */
export function indentOf(line: string): number {
  const blank = line.slice(0, line.length - line.trimStart().length);
  const columns = blank.replaceAll('\t', ' '.repeat(TAB_COLUMNS)).length;
  return Math.min(columns, MAX_INDENT);
}
