import type { Block } from '#shared/domain/block.ts';
import type { OutlineEntry, PageStart, Structure } from '#shared/domain/document.ts';
import type { Span } from '#shared/domain/span.ts';
import { paragraphAt } from './paragraphs.ts';

const NO_STRUCTURE = { outline: [], pages: [] };

/** What a document says of the place of a passage. */
export interface Place {
  /** The title of the innermost chapter that the passage begins in; `null` outside all chapters. */
  readonly chapter: string | null;
  /** The label of the printed page that it begins on; `null` when the document knows none. */
  readonly page: string | null;
  /** The label of the page that it ends on, when that is another one than `page`. */
  readonly lastPage: string | null;
}

/** A place with the number of its paragraph, as `paragraphAt` counts it. */
export interface PlaceInText extends Place {
  readonly paragraph: number;
}

/** Says in which chapter and on which printed pages a span of the canonical text stands. */
export function placeOf(
  structure: Pick<Structure, 'outline' | 'pages'> | undefined,
  { start, end }: Span,
): Place {
  const { outline, pages } = structure ?? NO_STRUCTURE;
  const page = pageAt(pages, start)?.label ?? null;
  const last = pageAt(pages, Math.max(start, end - 1))?.label ?? null;
  return {
    chapter: chapterAt(outline, start)?.title ?? null,
    page,
    lastPage: page === null || last === page ? null : last,
  };
}

/** Says everything that is known of the place of a span in a document. */
export const placeIn = (
  document: {
    readonly blocks: readonly Pick<Block, 'text' | 'kind'>[];
    readonly structure?: Pick<Structure, 'outline' | 'pages'> | undefined;
  },
  span: Span,
): PlaceInText => ({
  ...placeOf(document.structure, span),
  paragraph: paragraphAt(document.blocks, span.start),
});

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
