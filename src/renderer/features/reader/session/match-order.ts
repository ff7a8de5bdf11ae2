import type { Match } from '#shared/domain/search-result.ts';

/**
 * Returns the index of the first match at or after an offset of the canonical text, or 0 when there is none. At the
 * beginning of the text the matches in the title come first.
 */
export function firstMatchFrom(matches: readonly Match[], offset: number): number {
  const next = matches.findIndex(({ field, start }) => field === 'text' && start >= offset);
  return offset === 0 ? 0 : Math.max(0, next);
}

/** Returns the index of the match after or before another one, around the ends; 0 when there is none. */
export function stepMatch(matches: readonly Match[], index: number, by: 1 | -1): number {
  return matches.length === 0 ? 0 : (index + by + matches.length) % matches.length;
}
