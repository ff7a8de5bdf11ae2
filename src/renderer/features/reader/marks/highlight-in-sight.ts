/** The assumed height of the reader's eye, as a share of the window, about where a jump puts a passage. */
const READING_SHARE = 0.45;

/**
 * Returns the highlight at the reading position: the last visible highlight above it, or else the first visible one.
 *
 * @param tops  where each highlight begins, CSS pixels from the upper edge of the text
 */
export function highlightInSight<Id>(
  tops: ReadonlyMap<Id, number>,
  scrollTop: number,
  height: number,
): Id | null {
  const inSight = [...tops]
    .filter(([, top]) => top >= scrollTop && top <= scrollTop + height)
    .sort(([, a], [, b]) => a - b);
  const above = inSight.filter(([, top]) => top <= scrollTop + height * READING_SHARE);
  return (above.at(-1) ?? inSight[0])?.[0] ?? null;
}
