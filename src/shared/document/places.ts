import type { OutlineEntry, PageStart } from '#shared/domain/document.ts';

/** Finds the last entry that begins at or before an offset, in a list ordered by `at`; -1 when there is none. */
export function lastAt(entries: readonly { readonly at: number }[], offsetUtf16: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.at ?? 0) <= offsetUtf16) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Returns the innermost entry of the contents that an offset of the canonical text is in; `null` before the first. */
export const chapterAt = (
  outline: readonly OutlineEntry[],
  offsetUtf16: number,
): OutlineEntry | null => outline[lastAt(outline, offsetUtf16)] ?? null;

/** Returns the printed page that an offset of the canonical text is on; `null` before the first page. */
export const pageAt = (pages: readonly PageStart[], offsetUtf16: number): PageStart | null =>
  pages[lastAt(pages, offsetUtf16)] ?? null;
