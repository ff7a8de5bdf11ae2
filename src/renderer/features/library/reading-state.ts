import type { MarksSummary } from '#shared/domain/annotation.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { type ReadingState, readingStateOf } from '#renderer/ui/reading-state.ts';

/** An article with what its reader has done in it. */
export interface LibraryItem {
  readonly article: ArticleSummary;
  readonly marks: MarksSummary | undefined;
  readonly state: ReadingState;
  /** 0 to 1. */
  readonly progress: number;
}

export type LibraryFilter = ReadingState | 'all';
export type LibraryOrder = 'published' | 'title' | 'opened' | 'length';

export const LIBRARY_FILTERS = ['all', 'unread', 'reading', 'read'] as const;
export const LIBRARY_ORDERS = ['published', 'opened', 'title', 'length'] as const;

export function joinMarks(
  articles: readonly ArticleSummary[],
  summaries: readonly MarksSummary[],
): readonly LibraryItem[] {
  const byId = new Map(summaries.map((marks) => [marks.articleId, marks]));
  return articles.map((article) => {
    const marks = byId.get(article.id);
    const progress = marks?.reading?.progress ?? 0;
    return { article, marks, progress, state: readingStateOf(marks) };
  });
}

export function countByState(
  items: readonly LibraryItem[],
): Readonly<Record<LibraryFilter, number>> {
  const count = (state: ReadingState) => items.filter((item) => item.state === state).length;
  return {
    all: items.length,
    unread: count('unread'),
    reading: count('reading'),
    read: count('read'),
  };
}

const collator = new Intl.Collator('ar');
const openedAt = ({ marks }: LibraryItem): string => marks?.reading?.openedAt ?? '';

const COMPARE: Readonly<Record<LibraryOrder, (a: LibraryItem, b: LibraryItem) => number>> = {
  // Only whole dates compare; what is unknown or uncertain keeps its place after them.
  published: (a, b) => publishedKey(b).localeCompare(publishedKey(a)),
  title: (a, b) => collator.compare(a.article.title, b.article.title),
  opened: (a, b) => openedAt(b).localeCompare(openedAt(a)),
  length: (a, b) => a.article.wordCount - b.article.wordCount,
};

const publishedKey = ({ article }: LibraryItem): string =>
  article.date && /^\d{4}/.test(article.date) ? article.date : '';

export function arrange(
  items: readonly LibraryItem[],
  filter: LibraryFilter,
  order: LibraryOrder,
): readonly LibraryItem[] {
  return items.filter((item) => filter === 'all' || item.state === filter).sort(COMPARE[order]);
}

/** Begun and not finished, the one opened last first. */
export const inProgress = (items: readonly LibraryItem[]): readonly LibraryItem[] =>
  items.filter(({ state }) => state === 'reading').sort(COMPARE.opened);

const savedAt = ({ marks }: LibraryItem): string => marks?.shelf?.savedAt ?? '';

/** Saved, the latest first. */
export const savedItems = (items: readonly LibraryItem[]): readonly LibraryItem[] =>
  items.filter((item) => savedAt(item) !== '').sort((a, b) => savedAt(b).localeCompare(savedAt(a)));

/** The article that was opened last and is not finished. */
export function lastRead(items: readonly LibraryItem[]): LibraryItem | undefined {
  return inProgress(items)[0];
}
