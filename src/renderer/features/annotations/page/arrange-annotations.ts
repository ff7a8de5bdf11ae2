import type { OrphanAnnotation, PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import type { Annotation, AnnotationId, Meaning } from '#shared/domain/annotation.ts';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { fits } from '../filter-annotations.ts';

/** One highlight in the list of everything. */
export interface ListedAnnotation {
  readonly article: ArticleSummary;
  readonly record: Annotation;
  /** Where it stands now; `null` for one whose passage was not found. */
  readonly placed: PlacedAnnotation | null;
}

export const GROUPINGS = ['article', 'meaning', 'date'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What is shown: nothing chosen means everything. */
export interface ListFilter {
  readonly meanings: readonly Meaning[];
  readonly onlyNotes: boolean;
  /** One tag, by its key; `null` for all. */
  readonly tag: string | null;
  /** What the search has found; `null` when nothing is searched. */
  readonly found: ReadonlySet<AnnotationId> | null;
}

export interface AnnotationGroup {
  /** An article's id, a meaning, or a month such as `2026-01`; `orphans` for those without a place. */
  readonly key: string;
  readonly items: readonly ListedAnnotation[];
}

/** The key of the group of those without a place. */
export const ORPHANS = 'orphans';

/** Every highlight of every article, in the order of the library and the text. */
export function listAnnotations(
  articles: readonly ArticleSummary[],
  marks: ReadonlyMap<
    ArticleId,
    { annotations: readonly PlacedAnnotation[]; orphans: readonly OrphanAnnotation[] }
  >,
): readonly ListedAnnotation[] {
  return articles.flatMap((article) => {
    const { annotations = [], orphans = [] } = marks.get(article.id) ?? {};
    return [
      ...annotations.map((placed) => ({ article, record: placed.record, placed })),
      ...orphans.map(({ record }) => ({ article, record, placed: null })),
    ];
  });
}

export function filterList(
  items: readonly ListedAnnotation[],
  { found, ...filter }: ListFilter,
): readonly ListedAnnotation[] {
  return items.filter(
    ({ record }) => fits(record, filter) && (found === null || found.has(record.id)),
  );
}

/** The list in groups; those without a place come last, in a group of their own. */
export function groupList(
  items: readonly ListedAnnotation[],
  grouping: Grouping,
): readonly AnnotationGroup[] {
  const placed = items.filter((item) => item.placed !== null);
  const orphans = items.filter((item) => item.placed === null);
  const ordered = grouping === 'article' ? placed : placed.toSorted(byNewest);
  const groups = new Map<string, ListedAnnotation[]>();
  if (grouping === 'meaning') for (const meaning of MEANINGS) groups.set(meaning, []);
  for (const item of ordered) {
    const key = keyOf(item, grouping);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  if (orphans.length > 0) groups.set(ORPHANS, orphans);
  return [...groups]
    .filter(([, members]) => members.length > 0)
    .map(([key, members]) => ({ key, items: members }));
}

/** The first rows of the groups, at most `limit`; groups that none of them is in are left out. */
export function cutGroups(
  groups: readonly AnnotationGroup[],
  limit: number,
): readonly (AnnotationGroup & { readonly total: number })[] {
  let left = limit;
  const shown: (AnnotationGroup & { total: number })[] = [];
  for (const { key, items } of groups) {
    if (left <= 0) break;
    shown.push({ key, items: items.slice(0, left), total: items.length });
    left -= items.length;
  }
  return shown;
}

function keyOf({ article, record }: ListedAnnotation, grouping: Grouping): string {
  if (grouping === 'article') return article.id;
  if (grouping === 'meaning') return record.meaning;
  const made = new Date(record.createdAt);
  return `${made.getFullYear()}-${String(made.getMonth() + 1).padStart(2, '0')}`;
}

const byNewest = (a: ListedAnnotation, b: ListedAnnotation): number =>
  a.record.createdAt < b.record.createdAt ? 1 : a.record.createdAt > b.record.createdAt ? -1 : 0;
