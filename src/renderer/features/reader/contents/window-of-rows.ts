/** The height of a row of the contents, CSS pixels. */
export const ROW_PX = 34;

/** Rows that are drawn before and after those in sight. */
const EXTRA_ROWS = 8;

/** The rows of a list that are drawn, from `from` up to `to` without it. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/** Returns the rows around those in sight. @param top, height  of what is in sight of the list, CSS pixels */
export function rowsInSight(count: number, top: number, height: number): RowWindow {
  const first = Math.floor(top / ROW_PX) - EXTRA_ROWS;
  const last = Math.ceil((top + height) / ROW_PX) + EXTRA_ROWS;
  return { from: Math.max(0, Math.min(first, count)), to: Math.max(0, Math.min(last, count)) };
}

/** Returns the scroll offset that brings a row into sight and moves the list as little as possible, CSS pixels. */
export function scrollTopFor(row: number, top: number, height: number): number {
  const [start, end] = [row * ROW_PX, (row + 1) * ROW_PX];
  if (start < top) return start;
  return end > top + height ? end - height : top;
}
