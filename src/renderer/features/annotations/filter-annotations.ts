import { tagsOf } from '#shared/arabic/note-tags.ts';
import { tagKey } from '#shared/arabic/tags.ts';
import type { Annotation, Meaning } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';

/** The orders of the highlights in the panel. */
export const ORDERS = ['text', 'newest'] as const;

/** What the panel shows. Without a chosen meaning it shows all meanings. */
export interface PanelFilter {
  readonly meanings: readonly Meaning[];
  readonly onlyNotes: boolean;
  /** The key of the chosen tag; `null` for all highlights. */
  readonly tag: string | null;
  readonly order: (typeof ORDERS)[number];
}

export const NO_FILTER: PanelFilter = { meanings: [], onlyNotes: false, tag: null, order: 'text' };

const NONE = Object.fromEntries(MEANINGS.map((meaning) => [meaning, 0])) as Record<Meaning, number>;

/** The number of highlights of each meaning, and of those with a note. */
export function countMeanings(
  annotations: readonly Pick<Annotation, 'meaning' | 'note'>[],
): Readonly<Record<Meaning | 'notes', number>> {
  const counts = { ...NONE, notes: 0 };
  for (const { meaning, note } of annotations) {
    counts[meaning] += 1;
    if (hasNote({ note })) counts.notes += 1;
  }
  return counts;
}

const hasNote = ({ note }: Pick<Annotation, 'note'>): boolean => note.trim() !== '';

/** True when a filter shows a highlight. */
export const fits = (
  annotation: Annotation,
  { meanings, onlyNotes, tag }: Omit<PanelFilter, 'order'>,
): boolean =>
  (meanings.length === 0 || meanings.includes(annotation.meaning)) &&
  (!onlyNotes || hasNote(annotation)) &&
  (tag === null || tagsOf(annotation).some((each) => tagKey(each) === tag));

/** True when the filter may hide highlights. */
export const isFiltering = (filter: PanelFilter): boolean =>
  filter.meanings.length > 0 || filter.onlyNotes || filter.tag !== null;

const byText = (a: Annotation, b: Annotation): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || byNewest(b, a);

const byNewest = (a: Annotation, b: Annotation): number =>
  b.createdAt < a.createdAt ? -1 : b.createdAt > a.createdAt ? 1 : 0;

/** The highlights to show, in order. The highlight that is being edited (`keep`) is always among them. */
export function filterAnnotations<Shown extends Annotation>(
  annotations: readonly Shown[],
  filter: PanelFilter,
  keep: string | null = null,
): Shown[] {
  return annotations
    .filter((annotation) => annotation.id === keep || fits(annotation, filter))
    .toSorted(filter.order === 'text' ? byText : byNewest);
}
