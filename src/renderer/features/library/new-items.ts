import { type LibraryItem, addedAt } from './reading-state.ts';

/** How long an added article counts as new before the reader has ever dismissed the new ones, ms: one week. */
const NEW_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Splits a list into the articles that were added since the reader last dismissed the new ones, the newest first, and
 * the others in their order.
 *
 * @param seenUntil  when the newest dismissed article was added, ISO 8601; `null` when none was dismissed
 */
export function partNew(
  items: readonly LibraryItem[],
  seenUntil: string | null,
  now: Date,
): { readonly fresh: readonly LibraryItem[]; readonly rest: readonly LibraryItem[] } {
  const since = seenUntil ?? new Date(now.getTime() - NEW_FOR_MS).toISOString();
  const isFresh = (item: LibraryItem): boolean => addedAt(item) > since;
  const fresh = items.filter(isFresh);
  if (fresh.length === 0) return { fresh, rest: items };
  fresh.sort((a, b) => (addedAt(a) < addedAt(b) ? 1 : -1));
  return { fresh, rest: items.filter((item) => !isFresh(item)) };
}
