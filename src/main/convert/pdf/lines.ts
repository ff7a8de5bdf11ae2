import { attachMarks } from './marks.ts';

/** A piece of text on a page from pdf.js, with its own letters in reading order. */
export interface TextPiece {
  readonly text: string;
  /** Left end of the baseline, points. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the letters, points. */
  readonly size: number;
}

export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Pieces are on one line when their baselines differ by less than this share of their size. */
const SAME_LINE = 0.5;
/** A gap of this share of the size is a space. */
const SPACE_GAP = 0.12;
/** A gap of this many times the size separates two cells of a table. */
const CELL_GAP = 2;

/** Separates the cells of a row. */
export const CELL_MARK = ' | ';

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/gu;
const LTR = /[A-Za-z\u00C0-\u024F\u0370-\u052F]/gu;

/**
 * Joins pieces into lines. Pieces stay in the order of the file, so that columns stay apart. Within a line they are put
 * into reading order: from the right when most letters are Arabic, with Latin words and numbers from the left.
 */
export function joinLines(pieces: readonly TextPiece[]): TextLine[] {
  const lines: TextPiece[][] = [];
  for (const piece of pieces) {
    const last = lines.at(-1)?.at(-1);
    const isSame =
      last !== undefined &&
      Math.abs(last.y - piece.y) < Math.max(last.size, piece.size) * SAME_LINE;
    if (isSame) lines.at(-1)?.push(piece);
    else lines.push([piece]);
  }
  return withMarksBack(lines.map(joinLine).filter(({ text }) => text !== ''));
}

/**
 * Moves marks at the beginning of a line to the end of the next line. A line that is drawn from its left end begins with
 * the mark of its last letter, which pdf.js assigns to the line before.
 */
function withMarksBack(lines: readonly TextLine[]): TextLine[] {
  let marks = '';
  return lines.map((line) => {
    const [, loose = '', text = ''] =
      /^(\p{M}*)(.*)$/su.exec(line.text.replace(/ (?=\p{M})/gu, '')) ?? [];
    const own = marks;
    marks = loose;
    return { ...line, text: text + own };
  });
}

function joinLine(pieces: readonly TextPiece[]): TextLine {
  const words = attachMarks(pieces).filter(({ text }) => text.trim() !== '');
  const all = words.map(({ text }) => text).join('');
  const isRtl = count(all, RTL) >= count(all, LTR) && count(all, RTL) > 0;
  const ordered = isRtl
    ? fromTheRight(words).map(endingAtItsEnd)
    : [...words].sort((a, b) => a.x - b.x);
  let text = '';
  ordered.forEach((piece, at) => {
    const before = ordered[at - 1];
    const gap = before ? gapBetween(before, piece) : 0;
    if (gap > piece.size * CELL_GAP) text += CELL_MARK;
    else if (gap > piece.size * SPACE_GAP) text += ' ';
    text += piece.text;
  });
  return {
    text: text.replace(/\s+/gu, ' ').trim().normalize('NFC'),
    left: Math.min(...words.map(({ x }) => x)),
    right: Math.max(...words.map(({ x, width }) => x + width)),
    y: pieces[0]?.y ?? 0,
    size: median(words.map(({ size }) => size)),
  };
}

/** Orders pieces from right to left, but runs of Latin words and numbers from left to right. */
function fromTheRight(pieces: readonly TextPiece[]): TextPiece[] {
  const sorted = [...pieces].sort((a, b) => b.x + b.width - (a.x + a.width));
  const ordered: TextPiece[] = [];
  let run: TextPiece[] = [];
  for (const piece of sorted) {
    const [next] = run;
    if (next && gapBetween(next, piece) > piece.size * CELL_GAP) ordered.push(...run.splice(0));
    if (isLeftToRight(piece.text)) run.unshift(piece);
    else {
      ordered.push(...run, piece);
      run = [];
    }
  }
  return [...ordered, ...run];
}

/** Moves a stop behind the number that ends an Arabic sentence: «.5/3/2024» was written «5/3/2024.» */
function endingAtItsEnd(piece: TextPiece): TextPiece {
  const [, stop, rest] = /^([.،؛:؟!]+)([\dA-Za-z].*)$/su.exec(piece.text) ?? [];
  return stop === undefined || rest === undefined ? piece : { ...piece, text: rest + stop };
}

function isLeftToRight(text: string): boolean {
  return count(text, RTL) === 0 && /[A-Za-z\d\u00C0-\u024F\u0370-\u052F٠-٩۰-۹]/u.test(text);
}

function gapBetween(a: TextPiece, b: TextPiece): number {
  return Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Returns the median of several numbers; 0 for none. */
function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
