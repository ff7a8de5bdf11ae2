import type { MarksSummary } from '#shared/domain/anchored-marks.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import type { LIBRARY_ORDERS } from '#shared/domain/choices.ts';
import { type ReadingState, readingStateOf } from '#renderer/ui/reading-state.ts';

/** An article with its marks and its reading state. */
export interface LibraryItem {
  readonly article: ArticleSummary;
  readonly marks: MarksSummary | undefined;
  readonly state: ReadingState;
  /** The share of the text that was really read, 0 to 1. */
  readonly read: number;
}

export type StateFilter = ReadingState | 'all';
export type LibraryOrder = (typeof LIBRARY_ORDERS)[number];

export const STATE_FILTERS = ['all', 'unread', 'reading', 'read'] as const;

/** The last item that was made for each article. Reusing the same object avoids drawing its row again. */
const joined = new WeakMap<ArticleSummary, LibraryItem>();

export function joinMarks(
  articles: readonly ArticleSummary[],
  summaries: readonly MarksSummary[],
): readonly LibraryItem[] {
  const byId = new Map(summaries.map((marks) => [marks.articleId, marks]));
  return articles.map((article) => {
    const marks = byId.get(article.id);
    const before = joined.get(article);
    if (before && before.marks === marks) return before;
    const item = { article, marks, read: marks?.read ?? 0, state: readingStateOf(marks) };
    joined.set(article, item);
    return item;
  });
}

export function countByState(items: readonly LibraryItem[]): Readonly<Record<StateFilter, number>> {
  const count = (state: ReadingState) => items.filter((item) => item.state === state).length;
  return {
    all: items.length,
    unread: count('unread'),
    reading: count('reading'),
    read: count('read'),
  };
}

/** The collator is made at its first use, because making it takes some milliseconds. */
let collator: Intl.Collator | null = null;
export const byLetters = (a: string, b: string): number =>
  (collator ??= new Intl.Collator('ar')).compare(a, b);
/** Compares ISO dates, whose order is that of their letters. */
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
export const addedAt = ({ article }: LibraryItem): string => article.own?.addedAt ?? '';
const openedAt = ({ marks }: LibraryItem): string => marks?.reading?.openedAt ?? '';

type Compare = (a: LibraryItem, b: LibraryItem) => number;

// Only dates that begin with a year are compared. Other dates come after them in their order.
const byDate: Compare = (a, b) => compare(publishedKey(b), publishedKey(a));

const COMPARE: Readonly<Record<LibraryOrder, Compare>> = {
  // Bundled articles have no date of adding and come last, newest date first.
  added: (a, b) => compare(addedAt(b), addedAt(a)) || byDate(a, b),
  published: byDate,
  title: (a, b) => byLetters(a.article.title, b.article.title),
  opened: (a, b) => compare(openedAt(b), openedAt(a)),
  length: (a, b) => a.article.wordCount - b.article.wordCount,
};

const publishedKey = ({ article }: LibraryItem): string =>
  article.date && /^\d{4}/.test(article.date) ? article.date : '';

/** Sorts items in the chosen order. Equal items keep their order. */
export const sortItems = (
  items: readonly LibraryItem[],
  order: LibraryOrder,
): readonly LibraryItem[] => [...items].sort(COMPARE[order]);

/** The articles that were begun and not finished, the one opened last first. */
export const inProgress = (items: readonly LibraryItem[]): readonly LibraryItem[] =>
  items.filter(({ state }) => state === 'reading').sort(COMPARE.opened);

const savedAt = ({ marks }: LibraryItem): string => marks?.shelf?.savedAt ?? '';

export const isSaved = (item: LibraryItem): boolean => savedAt(item) !== '';

/** The articles of the reading list, the latest first. */
export const savedItems = (items: readonly LibraryItem[]): readonly LibraryItem[] =>
  items.filter(isSaved).sort((a, b) => compare(savedAt(b), savedAt(a)));

/** The article that was opened last and is not finished. */
export function lastRead(items: readonly LibraryItem[]): LibraryItem | undefined {
  return inProgress(items)[0];
}
