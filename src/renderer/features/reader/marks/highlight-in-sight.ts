/** The reader's eye is assumed at this share of the window's height, about where a jump puts a passage. */
const READING_SHARE = 0.45;

/**
 * The highlight at the reading position: the last highlight above it that is in sight, or else the first one in sight.
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
