import { continuesPart } from '#shared/document/walk.ts';
import type { Block } from '#shared/domain/block.ts';
import type { Span } from '#shared/domain/span.ts';
import { spansOfBlocks } from '../text-map.ts';
import { type CutTable, createTableFinder } from './cut-tables.ts';

/** Adjacent blocks that are laid out together when they come near the window. */
export interface Stretch {
  readonly index: number;
  readonly blocks: readonly Block[];
  /** Offsets in the canonical text, UTF-16 units; `end` is excluded. */
  readonly start: number;
  readonly end: number;
  /** The tables that are cut at the beginning and at the end of the stretch. */
  readonly cutAtStart: CutTable | null;
  readonly cutAtEnd: CutTable | null;
}

/** An article up to this length is one stretch and is laid out at once, UTF-16 units. */
const WHOLE_UTF16 = 20_000;

/** A stretch ends with the block that reaches this length, about two windows, UTF-16 units. */
const STRETCH_UTF16 = 3_000;

/** A stretch always ends at this length, even before a heading or inside a table, UTF-16 units. */
const LONGEST_UTF16 = 4 * STRETCH_UTF16;

/** True when an article is more than one stretch. */
export const isLong = (blocks: readonly Block[]): boolean =>
  blocks.reduce((sum, { text }) => sum + text.length + 1, -1) > WHOLE_UTF16;

/**
 * Splits an article into stretches. No stretch begins with a heading, because the space above the heading would change;
 * so the spaces between blocks are the same as without stretches. What belongs together stays together unless it is
 * very long.
 */
export function cutStretches(blocks: readonly Block[]): readonly Stretch[] {
  const blockSpans = spansOfBlocks(blocks);
  const length = blockSpans.at(-1)?.end ?? 0;
  const whole = { cutAtStart: null, cutAtEnd: null };
  if (!isLong(blocks)) return [{ index: 0, blocks, start: 0, end: length, ...whole }];
  const stretches: Stretch[] = [];
  const tableCutAt = createTableFinder(blocks);
  const startOf = (at: number): number => blockSpans[at]?.start ?? 0;
  let first = 0;
  blocks.forEach((_, at) => {
    const start = blockSpans[first]?.start ?? 0;
    const end = blockSpans[at]?.end ?? 0;
    const isLast = at === blocks.length - 1;
    const isFull = end - start >= STRETCH_UTF16 && mayEnd(blocks[at], blocks[at + 1]);
    if (!isLast && !isFull && end - start < LONGEST_UTF16) return;
    stretches.push({
      index: stretches.length,
      blocks: blocks.slice(first, at + 1),
      start,
      end,
      cutAtStart: stretches.at(-1)?.cutAtEnd ?? null,
      cutAtEnd: tableCutAt(at + 1, startOf),
    });
    first = at + 1;
  });
  return stretches;
}

/** True when a stretch may end between two blocks: before no heading, and not inside a table, list, poem or listing. */
const mayEnd = (before: Block | undefined, next: Block | undefined): boolean =>
  next === undefined || (next.kind !== 'heading' && !continuesPart(before, next));

/** Returns the index of the stretch at an offset of the canonical text. An offset between two belongs to the first. */
export function stretchAt(stretches: readonly Stretch[], offset: number): number {
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the part of a span that is in a stretch. */
export function clipTo({ start, end }: Stretch, span: Span): Span {
  return { start: Math.max(start, span.start), end: Math.min(end, span.end) };
}
