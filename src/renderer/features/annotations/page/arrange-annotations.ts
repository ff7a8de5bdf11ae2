import type { OrphanAnnotation, PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import type { Annotation, AnnotationId, Meaning } from '#shared/domain/annotation.ts';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { fits } from '../filter-annotations.ts';

/** One highlight in the list of the marks page. */
export interface ListedAnnotation {
  readonly article: ArticleSummary;
  readonly record: Annotation;
  /** The highlight with its anchor; `null` when its passage was not found. */
  readonly placed: PlacedAnnotation | null;
}

export const GROUPINGS = ['article', 'meaning', 'date'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the list shows. Without a choice it shows everything. */
export interface ListFilter {
  readonly meanings: readonly Meaning[];
  readonly onlyNotes: boolean;
  /** The key of the chosen tag; `null` for all highlights. */
  readonly tag: string | null;
  /** The highlights that the search has found; `null` without a search. */
  readonly found: ReadonlySet<AnnotationId> | null;
}

export interface AnnotationGroup {
  /** The id of an article, a meaning, or a month such as `2026-01`. The group of the orphans has the key `orphans`. */
  readonly key: string;
  readonly items: readonly ListedAnnotation[];
}

/** The key of the group of orphans. */
export const ORPHANS = 'orphans';

/** All highlights of all articles, in the order of the library and the text. */
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

/** The highlights in groups. Orphans come last, in a group of their own. */
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

/** The first `limit` rows of the groups. Groups without any of these rows are left out. */
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
