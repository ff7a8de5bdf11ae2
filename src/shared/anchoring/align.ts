import { compareWords } from './word-similarity.ts';

/** The column of a pattern word that has no counterpart in the window. */
export const GONE = -1;

/** The position of each pattern word in a window of text, and how similar the two words are. */
export interface Alignment {
  /** For each pattern word, the index of its counterpart in the window, or `GONE`. */
  readonly columns: Int32Array;
  /** For each pattern word: 1 when equal, 0 when replaced or gone. */
  readonly likeness: Float64Array;
}

/** An inserted letter costs half as much as a lost one, because the pattern itself is still complete. */
export const INSERTED_WEIGHT = 0.5;

/**
 * The share of its letters that an unlike word costs when it replaces a pattern word. It is lower than the cost of an
 * insertion, so that the word counts as a replacement.
 */
const REPLACEMENT_WEIGHT = 0.25;

const REPLACED = 0;
const DROPPED = 1;
const INSERTED = 2;

/**
 * Aligns the words of a pattern with a window of text at the lowest cost in letters. Window words before and after
 * the pattern cost nothing.
 *
 * Takes time proportional to pattern words × window words; callers limit both.
 */
export function align(pattern: readonly string[], window: readonly string[]): Alignment {
  const width = window.length + 1;
  const steps = new Uint8Array((pattern.length + 1) * width);
  const likenesses = new Float64Array((pattern.length + 1) * width);
  let costs = new Float64Array(width);
  pattern.forEach((word, index) => {
    const next = new Float64Array(width);
    const row = (index + 1) * width;
    const isLast = index === pattern.length - 1;
    next[0] = (costs[0] ?? 0) + word.length;
    steps[row] = DROPPED;
    for (let at = 1; at < width; at += 1) {
      const found = window[at - 1] ?? '';
      const likeness = compareWords(word, found);
      const replaced = (costs[at - 1] ?? 0) + costOfReplacing(word, found, likeness);
      const dropped = (costs[at] ?? 0) + word.length;
      const inserted = (next[at - 1] ?? 0) + (isLast ? 0 : found.length * INSERTED_WEIGHT);
      const least = Math.min(replaced, dropped, inserted);
      next[at] = least;
      likenesses[row + at] = likeness;
      steps[row + at] = least === replaced ? REPLACED : least === inserted ? INSERTED : DROPPED;
    }
    costs = next;
  });
  return trace({ rows: pattern.length, width, steps, likenesses });
}

function costOfReplacing(word: string, found: string, likeness: number): number {
  if (likeness > 0) return (1 - likeness) * Math.max(word.length, found.length);
  return word.length + found.length * REPLACEMENT_WEIGHT;
}

interface Table {
  readonly rows: number;
  readonly width: number;
  readonly steps: Uint8Array;
  readonly likenesses: Float64Array;
}

function trace({ rows, width, steps, likenesses }: Table): Alignment {
  const columns = new Int32Array(rows).fill(GONE);
  const likeness = new Float64Array(rows);
  let row = rows;
  let at = width - 1;
  while (row > 0) {
    const cell = row * width + at;
    const step = at === 0 ? DROPPED : steps[cell];
    if (step === INSERTED) {
      at -= 1;
      continue;
    }
    row -= 1;
    if (step === DROPPED) continue;
    at -= 1;
    columns[row] = at;
    likeness[row] = likenesses[cell] ?? 0;
  }
  return { columns, likeness };
}
