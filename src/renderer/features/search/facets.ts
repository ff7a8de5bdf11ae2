import type { MarksSummary } from '#shared/domain/anchored-marks.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { authorsOf, yearOf } from '#shared/domain/names.ts';
import type { AnnotationMatch, SearchHit } from '#shared/domain/search-result.ts';
import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import { readingStateOf } from '#renderer/ui/reading-state.ts';

/** A note or highlight found, with where it stands now; `null` when its passage is gone from the text. */
export interface FoundNote {
  readonly match: AnnotationMatch;
  readonly annotation: PlacedAnnotation | null;
}

/** A hit with what the lists know of its article. */
export interface Found {
  /** Without places when only notes of the article were found. */
  readonly hit: SearchHit;
  readonly notes: readonly FoundNote[];
  readonly article: ArticleSummary;
  readonly marks: MarksSummary | undefined;
}

export const FACETS = ['place', 'author', 'outlet', 'year', 'state'] as const;
export type Facet = (typeof FACETS)[number];

/** The chosen values of each facet; none chosen means all. Unknown author, outlet or year is `''`. */
export type FacetChoice = Readonly<Record<Facet, readonly string[]>>;

export interface FacetOption {
  readonly value: string;
  readonly count: number;
}

/** Parts of an article that a query may be found in; always listed. */
const PLACES = ['title', 'text', 'note'];

export const NO_CHOICE: FacetChoice = { place: [], author: [], outlet: [], year: [], state: [] };

/** The values of one facet that a hit has. */
function valuesOf(facet: Facet, { hit, notes, article, marks }: Found): readonly string[] {
  switch (facet) {
    case 'place':
      return [
        ...new Set(hit.places.map(({ field }) => field)),
        ...(notes.length > 0 ? ['note'] : []),
      ];
    case 'author':
      return orUnknown(authorsOf(article));
    case 'outlet':
      return [article.outlet ?? ''];
    case 'year':
      return [yearOf(article) ?? ''];
    case 'state':
      return [readingStateOf(marks), ...(marks && marks.highlights > 0 ? ['highlights'] : [])];
  }
}

const orUnknown = (values: readonly string[]): readonly string[] =>
  values.length === 0 ? [''] : values;

function fits(facet: Facet, chosen: readonly string[], found: Found): boolean {
  if (chosen.length === 0) return true;
  const values = valuesOf(facet, found);
  return chosen.some((value) => values.includes(value));
}

/** The hits that fit every facet, with only the parts that are searched in; inside one facet, one value is enough. */
export function filterFound(found: readonly Found[], choice: FacetChoice): readonly Found[] {
  return fitting(found, choice).map((one) => withParts(one, choice.place));
}

/** Leaves out places in parts of the article that are not searched in. */
function withParts(found: Found, parts: readonly string[]): Found {
  if (parts.length === 0) return found;
  const { hit, notes } = found;
  const places = hit.places.filter(({ field }) => parts.includes(field));
  return {
    ...found,
    hit: {
      ...hit,
      places,
      snippets: parts.includes('text') ? hit.snippets : [],
      forms: places.length > 0 ? hit.forms : [],
    },
    notes: parts.includes('note') ? notes : [],
  };
}

function fitting(found: readonly Found[], choice: FacetChoice, except?: Facet): readonly Found[] {
  return found.filter((one) =>
    FACETS.every((facet) => facet === except || fits(facet, choice[facet], one)),
  );
}

/** The values of a facet with how many articles each would show; most first, unknown last. */
export function facetOptions(
  found: readonly Found[],
  choice: FacetChoice,
  facet: Facet,
): readonly FacetOption[] {
  const listed = facet === 'place' ? PLACES : choice[facet];
  const counts = new Map<string, number>(listed.map((value) => [value, 0]));
  for (const one of fitting(found, choice, facet)) {
    for (const value of valuesOf(facet, one)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const fixed = ['title', 'text', 'note', 'unread', 'reading', 'read', 'highlights'];
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted(
      (a, b) =>
        fixed.indexOf(a.value) - fixed.indexOf(b.value) ||
        Number(a.value === '') - Number(b.value === '') ||
        (facet === 'year' ? b.value.localeCompare(a.value) : b.count - a.count),
    );
}

/** True when a facet has something to choose: a value that would leave results out, or one already chosen. */
export function narrows(
  options: readonly FacetOption[],
  found: number,
  chosen: readonly string[],
): boolean {
  return chosen.length > 0 || options.some(({ count }) => count < found);
}

/** Chooses a value of a facet, or takes it back. */
export function toggleValue(choice: FacetChoice, facet: Facet, value: string): FacetChoice {
  const chosen = choice[facet];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...choice, [facet]: next };
}

/** How many values are chosen in all. */
export const countChosen = (choice: FacetChoice): number =>
  FACETS.reduce((sum, facet) => sum + choice[facet].length, 0);
