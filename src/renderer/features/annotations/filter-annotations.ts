import type { Annotation, Meaning } from '#shared/domain/annotation.ts';

export type Order = 'text' | 'newest';

/** What the panel shows: no meaning chosen means all of them. */
export interface PanelFilter {
  readonly meanings: readonly Meaning[];
  readonly onlyNotes: boolean;
  readonly order: Order;
}

export const NO_FILTER: PanelFilter = { meanings: [], onlyNotes: false, order: 'text' };

/** Adds a meaning to the chosen ones, or takes it out. */
export function toggleMeaning(filter: PanelFilter, meaning: Meaning): PanelFilter {
  const meanings = filter.meanings.includes(meaning)
    ? filter.meanings.filter((other) => other !== meaning)
    : [...filter.meanings, meaning];
  return { ...filter, meanings };
}

/** True when the filter hides something. */
export const isFiltering = (filter: PanelFilter): boolean =>
  filter.meanings.length > 0 || filter.onlyNotes;

const byText = (a: Annotation, b: Annotation): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || byNewest(b, a);

const byNewest = (a: Annotation, b: Annotation): number =>
  b.createdAt < a.createdAt ? -1 : b.createdAt > a.createdAt ? 1 : 0;

/** The highlights to show, in order. The one being edited (`keep`) never vanishes under the hand. */
export function filterAnnotations<Shown extends Annotation>(
  annotations: readonly Shown[],
  filter: PanelFilter,
  keep: string | null = null,
): Shown[] {
  return annotations
    .filter(({ id, meaning, note }) => {
      if (id === keep) return true;
      const fits = filter.meanings.length === 0 || filter.meanings.includes(meaning);
      return fits && (!filter.onlyNotes || note.trim() !== '');
    })
    .toSorted(filter.order === 'text' ? byText : byNewest);
}
