import type { ImportedBlock } from '../document.ts';
import { oneLine } from '../clean-text.ts';

/** Longest line that can be a row of a wrapped paragraph, UTF-16 units. */
const MAX_WRAPPED_UTF16 = 90;
/** A wrapped row has at least this share of the length of the longest row. */
const MIN_ROW_SHARE = 0.6;
/** Longest line that can be a heading, UTF-16 units. */
const MAX_HEADING_UTF16 = 90;
/** Shortest paragraph below a heading, UTF-16 units. */
const MIN_PARAGRAPH_UTF16 = 100;

const SENTENCE_END = /[.!?؟؛:،…]["'”»)\]]*$/u;
const BULLET = /^[-*•●▪–]\s+(?=\S)/u;
const NUMBER = /^\(?[\d٠-٩۰-۹]{1,3}[.)\-–]\s+(?=\S)/u;
/** A drawn line without words between parts, or a page number between dashes. */
const DRAWN = /^(?:[_=*~#─—–-]{3,}|[-–—ـ]\s*[\d٠-٩]{1,4}\s*[-–—ـ])$/u;

/** Separates the cells of a row. */
const CELL_GAP = ' | ';

/**
 * Splits a plain text into blocks. A blank line ends a paragraph, and so does each line unless the text was wrapped. A
 * short line between blank lines, without a full stop and above a paragraph, is a heading.
 *
 * @param text  with `\n` line ends
 */
export function readParagraphs(text: string): ImportedBlock[] {
  const lines = joinCells(text.split('\n').map((line) => line.trim())).map((line) =>
    DRAWN.test(line) ? '' : line,
  );
  const isWrapped = looksWrapped(lines);
  const pieces: string[][] = [];
  let piece: string[] = [];
  for (const line of [...lines, '']) {
    if (line !== '') piece.push(line);
    else if (piece.length > 0) {
      pieces.push(isWrapped ? joinRows(piece) : piece);
      piece = [];
    }
  }
  return pieces.flatMap((piece, index) => {
    const next = pieces[index + 1]?.[0] ?? '';
    const [only = ''] = piece;
    if (piece.length === 1 && readsAsHeading(only, next)) {
      return [{ kind: 'heading' as const, text: oneLine(only) }];
    }
    return piece.map(toBlock);
  });
}

/** Joins the cells of table rows, which are consecutive lines with the same number of tabs. */
function joinCells(lines: readonly string[]): string[] {
  const tabs = lines.map((line) => line.split(/\t+/u).length - 1);
  return lines.map((line, at) => {
    const count = tabs[at] ?? 0;
    const isRow = count > 0 && (tabs[at - 1] === count || tabs[at + 1] === count);
    return isRow ? line.split(/\t+/u).join(CELL_GAP) : line;
  });
}

function toBlock(line: string): ImportedBlock {
  if (BULLET.test(line)) return { kind: 'item', text: oneLine(line.replace(BULLET, '')) };
  return { kind: NUMBER.test(line) ? 'item' : 'paragraph', text: oneLine(line) };
}

function readsAsHeading(line: string, next: string): boolean {
  return (
    line.length <= MAX_HEADING_UTF16 &&
    next.length >= MIN_PARAGRAPH_UTF16 &&
    !SENTENCE_END.test(line) &&
    !BULLET.test(line) &&
    /\p{L}/u.test(line)
  );
}

/** Recognises wrapped text, whose rows have nearly the same length and end inside sentences. */
function looksWrapped(lines: readonly string[]): boolean {
  const prose = lines.filter((line) => !standsAlone(line));
  const rows = prose.filter((line, at) => line !== '' && (prose[at + 1] ?? '') !== '');
  if (rows.length < 3) return false;
  const longest = longestOf(lines);
  if (longest > MAX_WRAPPED_UTF16) return false;
  const full = rows.filter((row) => row.length >= longest * MIN_ROW_SHARE);
  const open = rows.filter((row) => !SENTENCE_END.test(row) && !/["”»]$/u.test(row));
  return full.length >= rows.length * 0.8 && open.length >= rows.length * 0.6;
}

/** Recognises a list item or a table row. */
const standsAlone = (line: string): boolean =>
  BULLET.test(line) || NUMBER.test(line) || line.includes(CELL_GAP);

function longestOf(lines: readonly string[]): number {
  return lines.reduce((longest, line) => Math.max(longest, line.length), 0);
}

function joinRows(rows: readonly string[]): string[] {
  const joined: string[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (last === undefined || standsAlone(row) || last.includes(CELL_GAP)) joined.push(row);
    else joined[joined.length - 1] = `${last} ${row}`;
  }
  return joined;
}
