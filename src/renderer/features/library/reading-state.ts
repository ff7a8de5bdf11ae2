import type { MarksSummary } from '#shared/domain/anchored-marks.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { type ReadingState, readingStateOf } from '#renderer/ui/reading-state.ts';

/** An article with what its reader has done in it. */
export interface LibraryItem {
  readonly article: ArticleSummary;
  readonly marks: MarksSummary | undefined;
  readonly state: ReadingState;
  /** How much of it was really read, 0 to 1. */
  readonly read: number;
}

export type LibraryFilter = ReadingState | 'all';
export type LibraryOrder = 'published' | 'added' | 'title' | 'opened' | 'length';

export const LIBRARY_FILTERS = ['all', 'unread', 'reading', 'read'] as const;
export const LIBRARY_ORDERS = ['published', 'added', 'opened', 'title', 'length'] as const;

export function joinMarks(
  articles: readonly ArticleSummary[],
  summaries: readonly MarksSummary[],
): readonly LibraryItem[] {
  const byId = new Map(summaries.map((marks) => [marks.articleId, marks]));
  return articles.map((article) => {
    const marks = byId.get(article.id);
    return { article, marks, read: marks?.read ?? 0, state: readingStateOf(marks) };
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

/** Made when titles or labels are first put in order. */
let collator: Intl.Collator | null = null;
const byLetters = (a: string, b: string): number =>
  (collator ??= new Intl.Collator('ar')).compare(a, b);
/** Of ISO dates, which are in order as they are. */
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const addedAt = ({ article }: LibraryItem): string => article.own?.addedAt ?? '';
const openedAt = ({ marks }: LibraryItem): string => marks?.reading?.openedAt ?? '';

const COMPARE: Readonly<Record<LibraryOrder, (a: LibraryItem, b: LibraryItem) => number>> = {
  // Only whole dates compare; what is unknown or uncertain keeps its place after them.
  published: (a, b) => compare(publishedKey(b), publishedKey(a)),
  // Bundled articles were there before all others.
  added: (a, b) => compare(addedAt(b), addedAt(a)),
  title: (a, b) => byLetters(a.article.title, b.article.title),
  opened: (a, b) => compare(openedAt(b), openedAt(a)),
  length: (a, b) => a.article.wordCount - b.article.wordCount,
};

const publishedKey = ({ article }: LibraryItem): string =>
  article.date && /^\d{4}/.test(article.date) ? article.date : '';

/** A collection and a tag that all listed articles have; `null` for any. */
export interface LabelFilter {
  readonly collection: string | null;
  readonly tag: string | null;
}

export const ANY_LABEL: LabelFilter = { collection: null, tag: null };

export function arrange(
  items: readonly LibraryItem[],
  filter: LibraryFilter,
  order: LibraryOrder,
  { collection, tag }: LabelFilter = ANY_LABEL,
): readonly LibraryItem[] {
  return items
    .filter(({ state, article: { own } }) => {
      if (filter !== 'all' && state !== filter) return false;
      if (collection !== null && !own?.collections.includes(collection)) return false;
      return tag === null || own?.tags.includes(tag) === true;
    })
    .sort(COMPARE[order]);
}

/** Every collection and tag in use, in the order of the alphabet. */
export function labelsOf(
  items: readonly LibraryItem[],
): Readonly<Record<'collections' | 'tags', readonly string[]>> {
  const of = (key: 'collections' | 'tags') =>
    [...new Set(items.flatMap(({ article: { own } }) => own?.[key] ?? []))].sort(byLetters);
  return { collections: of('collections'), tags: of('tags') };
}

/** Begun and not finished, the one opened last first. */
export const inProgress = (items: readonly LibraryItem[]): readonly LibraryItem[] =>
  items.filter(({ state }) => state === 'reading').sort(COMPARE.opened);

const savedAt = ({ marks }: LibraryItem): string => marks?.shelf?.savedAt ?? '';

/** Saved, the latest first. */
export const savedItems = (items: readonly LibraryItem[]): readonly LibraryItem[] =>
  items.filter((item) => savedAt(item) !== '').sort((a, b) => compare(savedAt(b), savedAt(a)));

/** The article that was opened last and is not finished. */
export function lastRead(items: readonly LibraryItem[]): LibraryItem | undefined {
  return inProgress(items)[0];
}
