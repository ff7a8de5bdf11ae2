import type { Inline } from '../domain/block.ts';

/** A range of a block's text, UTF-16 units. */
interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A piece of a block's text between two edges, with everything that covers it. */
export interface InlinePiece<Mark, Part = Inline> extends TextRange {
  /** What the document sets apart here, the outermost first. */
  readonly inline: readonly Part[];
  /** The marks that cover the piece, in the order of their starts. */
  readonly marks: readonly Mark[];
}

/**
 * Cuts a block at the edges of its inline parts and of the reader's marks. The pieces cover the text without gaps.
 *
 * @param lengthUtf16  length of the block's text; ranges beyond it are cut off
 * @param marks        ranges of the block's text, UTF-16 units
 * @param cuts         further edges, UTF-16 units
 */
export function inlinePieces<Mark extends TextRange, Part extends TextRange = Inline>(
  lengthUtf16: number,
  inline: readonly Part[],
  marks: readonly Mark[] = [],
  cuts: readonly number[] = [],
): InlinePiece<Mark, Part>[] {
  const ranges = [...inline, ...marks];
  const edges = new Set([0, lengthUtf16, ...cuts]);
  for (const { start, end } of ranges) {
    edges.add(Math.min(start, lengthUtf16));
    edges.add(Math.min(end, lengthUtf16));
  }
  const sorted = [...edges].toSorted((a, b) => a - b);
  const open = createOpenRanges(inline);
  const openMarks = createOpenRanges(marks);
  return sorted.slice(0, -1).map((start, index) => ({
    start,
    end: sorted[index + 1] ?? lengthUtf16,
    inline: open(start),
    marks: openMarks(start),
  }));
}

/** Returns a function that names the ranges around ascending positions, so that each range is looked at once. */
function createOpenRanges<Range extends { readonly start: number; readonly end: number }>(
  ranges: readonly Range[],
): (at: number) => Range[] {
  const waiting = ranges
    .map((range, index) => ({ range, index }))
    .toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  let next = 0;
  let around: { readonly range: Range; readonly index: number }[] = [];
  return (at) => {
    around = around.filter(({ range }) => range.end > at);
    for (let entry = waiting[next]; entry && entry.range.start <= at; entry = waiting[next]) {
      if (entry.range.end > at) around.push(entry);
      next += 1;
    }
    return around.map(({ range }) => range);
  };
}
