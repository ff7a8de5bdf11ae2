import { lastAt } from '#shared/document/places.ts';
import { fold } from '#shared/arabic/fold.ts';
import type { Article } from '#shared/domain/article.ts';
import type { OutlineEntry, PageStart } from '#shared/domain/document.ts';
import type { ReaderState } from '../session/session.ts';
import type { OpenPage } from '../text/page.ts';

const NO_ENTRIES: readonly OutlineEntry[] = [];
const NO_PAGES: readonly PageStart[] = [];

export const outlineOf = ({ structure }: Article): readonly OutlineEntry[] =>
  structure?.outline ?? NO_ENTRIES;

export const pagesOf = ({ structure }: Article): readonly PageStart[] =>
  structure?.pages ?? NO_PAGES;

/** True when an article has a table of contents. */
export const hasContents = (article: Article): boolean => outlineOf(article).length > 0;

/**
 * Returns where the reader is, as a UTF-16 offset of the canonical text: the beginning of the chosen block, or the
 * place in it that a jump led to, while the block is in sight, or else the first visible character. The last chapters of a text cannot be scrolled to the upper edge.
 */
export function placeOf(
  { block, offset }: Pick<ReaderState, 'block' | 'offset'>,
  { blockSpans }: Pick<OpenPage, 'blockSpans'>,
): number {
  const span = blockSpans.find(({ id }) => id === block.chosen);
  if (!span) return offset;
  const place = block.at ?? span.start;
  return offset <= span.end ? Math.max(place, offset) : place;
}

/** Returns the index of the chapter or page that an offset is in; -1 before the first one. */
export const indexAt = lastAt;

/** Returns the entries of the highest level, which are the chapters of a book. */
export function chaptersOf(outline: readonly OutlineEntry[]): readonly OutlineEntry[] {
  const top = outline.reduce((least, { level }) => Math.min(least, level), 6);
  return outline.filter(({ level }) => level === top);
}

/**
 * Returns how much of the present chapter is left, as a share of the whole text; `null` outside all chapters and in a
 * text with one chapter.
 *
 * @param at      UTF-16 offset of the canonical text
 * @param length  length of the canonical text in UTF-16 units
 */
export function leftInChapter(
  chapters: readonly OutlineEntry[],
  at: number,
  length: number,
): number | null {
  const index = indexAt(chapters, at);
  if (chapters.length < 2 || index === -1 || length === 0) return null;
  return Math.max(0, (chapters[index + 1]?.at ?? length) - at) / length;
}

/** Returns the indexes of the entries whose titles contain every word of a query, whatever its spelling marks. */
export function filterOutline(outline: readonly OutlineEntry[], query: string): readonly number[] {
  const words = fold(query).text.split(/\s+/u).filter(Boolean);
  const indexes = outline.map((_, index) => index);
  if (words.length === 0) return indexes;
  return indexes.filter((index) => {
    const title = fold(outline[index]?.title ?? '').text;
    return words.every((word) => title.includes(word));
  });
}

/**
 * Finds a printed page by what the reader types: its whole label in any digits, or the last number of the label, such
 * as `15` for `ج ٢ ص ١٥`. Of several such pages the first one from the present place on is chosen.
 *
 * @param from  UTF-16 offset of the canonical text
 */
export function findPage(
  pages: readonly PageStart[],
  typed: string,
  from: number,
): PageStart | null {
  const wanted = fold(typed).text.trim();
  if (wanted === '') return null;
  const labels = pages.map(({ label }) => fold(label).text.trim());
  const exact = pages.filter((_, index) => labels[index] === wanted);
  const found =
    exact.length > 0 ? exact : pages.filter((_, index) => lastNumber(labels[index]) === wanted);
  return found.find(({ at }) => at >= from) ?? found[0] ?? null;
}

const lastNumber = (label = ''): string | undefined => /\d{1,9}$/u.exec(label)?.[0];
