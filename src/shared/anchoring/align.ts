import { compareWords } from './word-similarity.ts';

/** A word of the pattern that has no counterpart in the text. */
export const GONE = -1;

/** Where each word of a pattern stands in a window of text, and how like it is. */
export interface Alignment {
  /** Word number within the window, or `GONE`. */
  readonly columns: Int32Array;
  /** 1 equal, 0 replaced or gone. */
  readonly likeness: Float64Array;
}

/** An inserted letter costs half of a lost one: the pattern is still all there. */
export const INSERTED_WEIGHT = 0.5;

/** What another word in a word's place adds: less than an insertion, so that it counts as its replacement. */
const REPLACEMENT_WEIGHT = 0.25;

const REPLACED = 0;
const DROPPED = 1;
const INSERTED = 2;

/**
 * Aligns a row of words with a window of text at the least cost in letters; what stands in the window before and
 * after the pattern is free.
 *
 * Cost: pattern words × window words; callers bound both.
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
