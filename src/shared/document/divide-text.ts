interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A cell or half of a block's text, UTF-16 units, and the separator between it and the next one. */
export interface DividedRange extends TextRange {
  /** Where the separator ends; equal to `end` when none follows. */
  readonly next: number;
}

/**
 * Divides a whole block among its cells or halves, so that no letter is lost: the ranges with their separators cover the
 * text without gaps and in order, whatever the file says. Only blanks and signs between two ranges are a separator;
 * other words there belong to the range before them.
 *
 * @param ranges  UTF-16 units of the text; one range for all of it when empty
 */
export function divideText(text: string, ranges: readonly TextRange[]): DividedRange[] {
  let at = 0;
  const ends = ranges.map(({ end }) => (at = Math.min(Math.max(at, end), text.length)));
  if (ends.length === 0) return [{ start: 0, end: text.length, next: text.length }];
  let start = 0;
  return ends.map((end, index) => {
    const following = ranges[index + 1];
    const next =
      following === undefined
        ? text.length
        : Math.min(Math.max(end, following.start), ends[index + 1] ?? end);
    const isSeparator = following !== undefined && !HAS_WORDS.test(text.slice(end, next));
    const divided = { start, end: isSeparator ? end : next, next };
    start = next;
    return divided;
  });
}

const HAS_WORDS = /[\p{L}\p{N}]/u;
