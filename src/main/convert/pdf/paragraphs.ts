import type { ImportedBlock } from '../document.ts';
import { matchBrackets } from './repair-order.ts';
import { CELL_MARK, type TextLine } from './lines.ts';

/** A heading's letters are this many times larger than those of most lines. */
const HEADING_SIZE = 1.15;
/** Longest heading, UTF-16 code units. */
const MAX_HEADING_UTF16 = 150;
/** A gap this many times larger than most ends a paragraph. */
const PARAGRAPH_GAP = 1.35;
/** This quantile of all gaps is taken as the gap between two lines of a paragraph. */
const LINE_GAP_SHARE = 0.2;
/** A line ends a paragraph when it leaves this share of the width free. */
const SHORT_SHARE = 0.12;
/** How far in a first line may begin, as a share of the width. */
const INDENT_SHARE = 0.02;

const BULLET = /^[•●▪◦‣–-]\s*(?=\p{L})/u;
const NUMBER = /^[\d٠-٩]{1,3}[.)-]\s+(?=\S)/u;
const NOTE = /^\[[\d٠-٩]{1,4}\]/u;
const SENTENCE_END = /[.!؟?:…]["'”»)\]\d]*$/u;

interface Measures {
  readonly size: number;
  readonly gap: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Joins the lines of pages into blocks. A paragraph ends at a larger gap, after a line that is not full, at a change of
 * size and before a bullet. It continues on the next page unless its sentence has ended.
 */
export function joinParagraphs(pages: readonly (readonly TextLine[])[]): ImportedBlock[] {
  const lines = pages.flat();
  const gaps = pages.flatMap((page) =>
    page
      .slice(1)
      .map((line, at) => (page[at]?.y ?? 0) - line.y)
      .filter((gap) => gap > 0),
  );
  const measures: Measures = {
    size: sizeOfMost(lines),
    gap: lineGapOf(gaps),
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
  };
  const blocks: { kind: ImportedBlock['kind']; text: string; last: TextLine }[] = [];
  for (const page of pages) {
    page.forEach((line, at) => {
      const open = blocks.at(-1);
      const kind = kindOf(line, measures);
      const goesOn =
        open !== undefined && continues(open, { line, kind, isPageStart: at === 0 }, measures);
      if (goesOn) {
        open.text += ` ${line.text}`;
        open.last = line;
      } else blocks.push({ kind, text: line.text.replace(BULLET, ''), last: line });
    });
  }
  return blocks.map(({ kind, text }) => ({ kind, text: matchBrackets(text) }));
}

/** Returns the gap between two lines of a paragraph, which is smaller than most gaps when paragraphs are short. */
function lineGapOf(gaps: readonly number[]): number {
  return [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length * LINE_GAP_SHARE)] ?? 0;
}

function continues(
  open: { kind: ImportedBlock['kind']; text: string; last: TextLine },
  next: { line: TextLine; kind: ImportedBlock['kind']; isPageStart: boolean },
  { size, gap, left, right }: Measures,
): boolean {
  const { line, kind, isPageStart } = next;
  if (line.text.includes(CELL_MARK) || open.last.text.includes(CELL_MARK)) return false;
  if (kind === 'item' || NOTE.test(line.text) || (kind === 'heading') !== (open.kind === 'heading'))
    return false;
  if (kind === 'heading') return Math.abs(open.last.size - line.size) < 1 && !isPageStart;
  if (isPageStart) return !SENTENCE_END.test(open.text);
  const isFar = open.last.y - line.y > Math.max(gap, size) * PARAGRAPH_GAP;
  const width = right - left;
  const isRtl = /[\u0600-\u06FF]/u.test(line.text);
  const free = isRtl ? open.last.left - left : right - open.last.right;
  const indent = isRtl ? open.last.right - line.right : line.left - open.last.left;
  const isFirst = indent > width * INDENT_SHARE && SENTENCE_END.test(open.text);
  return !isFar && free < width * SHORT_SHARE && !isFirst;
}

function kindOf({ text, size }: TextLine, measures: Measures): ImportedBlock['kind'] {
  if (BULLET.test(text) || NUMBER.test(text)) return 'item';
  const isHeading = size > measures.size * HEADING_SIZE && text.length <= MAX_HEADING_UTF16;
  return isHeading ? 'heading' : 'paragraph';
}

/** Returns the size of most letters. */
function sizeOfMost(lines: readonly TextLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** Fewest pages that must repeat a line for it to be furniture. */
const MIN_REPEATS = 3;
/** How many lines at each end of a page may be furniture. */
const EDGE_LINES = 2;

/** Removes page numbers, and lines that are repeated at the head and foot of pages except for their numbers. */
export function withoutFurniture(pages: readonly (readonly TextLine[])[]): {
  readonly pages: readonly (readonly TextLine[])[];
  readonly left: number;
} {
  const repeats = new Map<string, number>();
  for (const page of pages) {
    const edges = new Set(page.filter((_, at) => isEdge(page, at)).map(keyOf));
    for (const key of edges) repeats.set(key, (repeats.get(key) ?? 0) + 1);
  }
  const needed = Math.max(MIN_REPEATS, Math.floor(pages.length / 3));
  let left = 0;
  const kept = pages.map((page) =>
    page.filter((line, at) => {
      const isNumber = pages.length > 1 && /^[\s\d٠-٩|/-]{1,12}$/u.test(line.text);
      const isRepeated = (repeats.get(keyOf(line)) ?? 0) >= needed;
      const isFurniture = isEdge(page, at) && (isNumber || isRepeated);
      if (isFurniture) left += 1;
      return !isFurniture;
    }),
  );
  return { pages: kept, left };
}

function isEdge(page: readonly TextLine[], at: number): boolean {
  return at < EDGE_LINES || at >= page.length - EDGE_LINES;
}

function keyOf({ text }: TextLine): string {
  return text.replace(/[\d٠-٩۰-۹]+/gu, '#');
}
