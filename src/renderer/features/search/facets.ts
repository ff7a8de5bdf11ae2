import type { MarksSummary } from '#shared/domain/anchored-marks.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { authorsOf, yearOf } from '#shared/domain/names.ts';
import type { AnnotationHit, SearchHit } from '#shared/domain/search-result.ts';
import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import { readingStateOf } from '#renderer/ui/reading-state.ts';

/**
 * A highlight that was found. `annotation` has its anchor and is `null` when its passage is not in the text any more.
 */
export interface FoundNote {
  readonly hit: AnnotationHit;
  readonly annotation: PlacedAnnotation | null;
}

/** A hit with the summary of its article and of its marks. */
export interface Found {
  /** The hit of the article. It has no matches when only notes were found. */
  readonly hit: SearchHit;
  readonly notes: readonly FoundNote[];
  readonly article: ArticleSummary;
  readonly marks: MarksSummary | undefined;
}

export const FACETS = ['part', 'author', 'outlet', 'year', 'state'] as const;
export type Facet = (typeof FACETS)[number];

/**
 * The chosen values of each facet. An empty list means all values, and `''` stands for an unknown author, outlet or
 * year.
 */
export type FacetChoice = Readonly<Record<Facet, readonly string[]>>;

export interface FacetOption {
  readonly value: string;
  readonly count: number;
}

/** The parts of an article in which a query may be found. They are always listed. */
const PARTS = ['title', 'text', 'note'];

export const NO_CHOICE: FacetChoice = { part: [], author: [], outlet: [], year: [], state: [] };

/** The values that a hit has in a facet. */
function valuesOf(facet: Facet, { hit, notes, article, marks }: Found): readonly string[] {
  switch (facet) {
    case 'part':
      return [
        ...new Set(hit.matches.map(({ field }) => field)),
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

/**
 * The hits that fit every facet, with only the matches in the chosen parts. In each facet one of the chosen values is
 * enough.
 */
export function filterFound(found: readonly Found[], choice: FacetChoice): readonly Found[] {
  return fitting(found, choice).map((one) => withParts(one, choice.part));
}

/** Leaves out the matches in parts of the article that are not chosen. */
function withParts(found: Found, parts: readonly string[]): Found {
  if (parts.length === 0) return found;
  const { hit, notes } = found;
  const matches = hit.matches.filter(({ field }) => parts.includes(field));
  return {
    ...found,
    hit: {
      ...hit,
      matches,
      snippets: parts.includes('text') ? hit.snippets : [],
      forms: matches.length > 0 ? hit.forms : [],
    },
    notes: parts.includes('note') ? notes : [],
  };
}

function fitting(found: readonly Found[], choice: FacetChoice, except?: Facet): readonly Found[] {
  return found.filter((one) =>
    FACETS.every((facet) => facet === except || fits(facet, choice[facet], one)),
  );
}

/** The values of a facet with the number of articles that each would show, the most frequent first and unknown last. */
export function facetOptions(
  found: readonly Found[],
  choice: FacetChoice,
  facet: Facet,
): readonly FacetOption[] {
  const listed = facet === 'part' ? PARTS : choice[facet];
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

/** True when a facet is worth showing, because a value would hide results or is chosen already. */
export function narrows(
  options: readonly FacetOption[],
  found: number,
  chosen: readonly string[],
): boolean {
  return chosen.length > 0 || options.some(({ count }) => count < found);
}

/** Adds a value of a facet to the choice, or removes it. */
export function toggleValue(choice: FacetChoice, facet: Facet, value: string): FacetChoice {
  const chosen = choice[facet];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...choice, [facet]: next };
}

/** The number of chosen values of all facets. */
export const countChosen = (choice: FacetChoice): number =>
  FACETS.reduce((sum, facet) => sum + choice[facet].length, 0);
