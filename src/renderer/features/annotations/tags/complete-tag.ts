import { tagKey } from '#shared/arabic/tags.ts';

/** Most tags that are offered at once. */
const MAX_OFFERED = 8;

/**
 * Tags to offer for what is typed: those that begin so, then those with a word that does; folded, so that
 * hamza, tashkeel and case do not matter. Those that are there already are left out.
 *
 * @param known  every tag of the library, the most used first
 */
export function completeTag(
  typed: string,
  known: readonly string[],
  present: readonly string[],
): string[] {
  const key = tagKey(typed);
  const used = new Set(present.map(tagKey));
  const free = known.filter((tag) => !used.has(tagKey(tag)));
  const begins = free.filter((tag) => tagKey(tag).startsWith(key));
  const within = free.filter((tag) => !begins.includes(tag) && tagKey(tag).includes(` ${key}`));
  return [...begins, ...(key === '' ? [] : within)].slice(0, MAX_OFFERED);
}
