import { type LibraryItem, addedAt } from './reading-state.ts';

/** How long what came in counts as new before the reader has ever said that it is seen, ms: a week. */
const NEW_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Parts a list into what came in since the reader said last that all is seen, the newest first, and the rest in its order.
 *
 * @param seenUntil  when the newest article came that the reader has dismissed; `null` before that
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
