/** The rows of a long list that are drawn, from `from` up to `to` without it. */
export interface Portion {
  readonly from: number;
  readonly to: number;
}

/** The number of rows that are added at an end when it comes near. */
const STEP = 16;

/** The most rows that are drawn. A shorter list is always drawn whole. */
const LARGEST = 96;

/** The portion around a row. For -1 it is the beginning of the list. */
export function portionAround(count: number, row: number): Portion {
  if (count <= LARGEST) return { from: 0, to: count };
  const from = Math.max(0, Math.min(count - STEP, row - STEP / 2));
  return { from, to: Math.min(count, from + STEP) };
}

/**
 * The portion with more rows at one end, and without the rows that are far from this end.
 *
 * @param keep  a row that must stay, such as one whose note is being written; -1 for none
 */
export function growPortion(
  { from, to }: Portion,
  count: number,
  end: 'start' | 'end',
  keep: number,
): Portion {
  const grown = end === 'end' ? { from, to: to + STEP } : { from: from - STEP, to };
  const { from: first, to: last } = fitPortion(grown, count);
  if (last - first <= LARGEST) return { from: first, to: last };
  if (end === 'end') {
    const next = last - LARGEST;
    return { from: keep >= first && keep < next ? first : next, to: last };
  }
  const next = first + LARGEST;
  return { from: first, to: keep >= next && keep < last ? last : next };
}

/** The portion moved into a list that has become shorter or longer. */
export function fitPortion({ from, to }: Portion, count: number): Portion {
  if (count <= LARGEST) return { from: 0, to: count };
  const last = Math.min(count, Math.max(to, STEP));
  return { from: Math.max(0, Math.min(from, last - STEP)), to: last };
}

export const holds = ({ from, to }: Portion, row: number): boolean => from <= row && row < to;
