import { type Alignment, GONE, INSERTED_WEIGHT, align } from './align.ts';
import { type Candidate, type Search, judge } from './candidate.ts';
import type { WordRange } from './context.ts';
import type { Pattern } from './pattern.ts';
import { type Window, findWindows } from './seeds.ts';
import { weigh } from './words.ts';

/** Finds ranges that contain the passage in changed words, starting from its rare words and those of its context. */
export function findNear(search: Search): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const window of findWindows(search)) {
    const candidate = tryWindow(search, window);
    if (candidate) found.push(candidate);
  }
  return found;
}

function tryWindow(search: Search, window: Window): Candidate | null {
  const { pattern, index } = search;
  const keys = index.words.keys.slice(window.from, window.to);
  const alignment = align(pattern.keys, keys);
  const rows = survivingRows(pattern, keys, alignment);
  if (!rows) return null;
  const first = alignment.columns[rows.first] ?? 0;
  const last = alignment.columns[rows.last] ?? 0;
  const similarity = compare(pattern, keys.slice(first, last + 1), alignment);
  return judge(search, { first: first + window.from, last: last + window.from }, similarity);
}

/**
 * Returns the outermost passage words (pattern indexes) that survive in the window, or null when none does. A
 * replaced word at the edge of the passage counts as long as the context word beside it is unchanged and still beside
 * it.
 */
function survivingRows(
  { keys, from, to }: Pattern,
  found: readonly string[],
  { columns, likeness }: Alignment,
): WordRange | null {
  let first = from;
  while (first < to && likeness[first] === 0) first += 1;
  let last = to - 1;
  while (last >= from && likeness[last] === 0) last -= 1;
  if (first > last) return null;
  const isBeside = (row: number, neighbour: number): boolean => {
    const column = columns[neighbour] ?? GONE;
    if (columns[row] === GONE || column === GONE || found[column] !== keys[neighbour]) return false;
    return (columns[row] ?? 0) - column === row - neighbour;
  };
  if (from > 0 && isBeside(from, from - 1)) first = from;
  if (to < keys.length && isBeside(to - 1, to)) last = to - 1;
  return { first, last };
}

/** Similarity of the passage to the words that are now in its position, by letters: 0 to 1. */
function compare(pattern: Pattern, found: readonly string[], alignment: Alignment): number {
  let kept = 0;
  let counterparts = 0;
  for (let row = pattern.from; row < pattern.to; row += 1) {
    kept += (pattern.keys[row]?.length ?? 0) * (alignment.likeness[row] ?? 0);
    if (alignment.columns[row] !== GONE) counterparts += 1;
  }
  const meanLength = weigh(found) / found.length;
  const inserted = Math.max(0, found.length - counterparts) * meanLength * INSERTED_WEIGHT;
  return Math.max(0, (kept - inserted) / pattern.weight);
}
