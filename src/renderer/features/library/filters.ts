import type { KnownLabel } from '#renderer/ui/labels.ts';
import { tagKey } from '#shared/arabic/tags.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { authorsOf } from '#shared/domain/names.ts';
import { translate } from '#shared/i18n/translate.ts';
import { languageName } from './language-names.ts';
import { type LibraryItem, type StateFilter, byLetters } from './reading-state.ts';

/** The facets that articles can be filtered by, beside their reading state. */
export const FACETS = ['collection', 'tag', 'author', 'outlet', 'language', 'format'] as const;
export type Facet = (typeof FACETS)[number];

/** The filters of the list. For each facet it is the key of a value (`KnownLabel`), or `null` for any value. */
export type LibraryFilters = { readonly state: StateFilter } & Readonly<
  Record<Facet, string | null>
>;

export const NO_FILTERS: LibraryFilters = {
  state: 'all',
  collection: null,
  tag: null,
  author: null,
  outlet: null,
  language: null,
  format: null,
};

/** The facets in which a value is chosen. */
export const chosenFacets = (filters: LibraryFilters): readonly Facet[] =>
  FACETS.filter((facet) => filters[facet] !== null);

/** The articles that pass all filters, in their order. @param except a facet that is ignored */
export function filterItems(
  items: readonly LibraryItem[],
  filters: LibraryFilters,
  except: Facet | null = null,
): readonly LibraryItem[] {
  const facets = chosenFacets(filters).filter((facet) => facet !== except);
  if (filters.state === 'all' && facets.length === 0) return items;
  return items.filter(
    ({ state, article }) =>
      (filters.state === 'all' || state === filters.state) &&
      facets.every((facet) =>
        valuesOf(article, facet).some((value) => keyOf(facet, value) === filters[facet]),
      ),
  );
}

/**
 * The values of a facet, the most frequent first, with the number of articles that each would leave under the other
 * filters. The chosen value is always among them, even when no article is left.
 */
export function optionsOf(
  items: readonly LibraryItem[],
  filters: LibraryFilters,
  facet: Facet,
): readonly KnownLabel[] {
  const counted = new Map<string, { key: string; name: string; count: number }>();
  for (const { article } of filterItems(items, filters, facet))
    for (const value of valuesOf(article, facet)) {
      const key = keyOf(facet, value);
      const known = counted.get(key);
      if (known) known.count += 1;
      else counted.set(key, { key, name: nameOf(facet, value), count: 1 });
    }
  const chosen = filters[facet];
  if (chosen !== null && !counted.has(chosen))
    counted.set(chosen, { key: chosen, name: nameOf(facet, chosen), count: 0 });
  return [...counted.values()].sort((a, b) => b.count - a.count || byLetters(a.name, b.name));
}

/** All collections and tags in use, the most used first. */
export function labelsOf(
  items: readonly LibraryItem[],
): Readonly<Record<'collections' | 'tags', readonly string[]>> {
  const namesOf = (facet: Facet) => optionsOf(items, NO_FILTERS, facet).map(({ name }) => name);
  return { collections: namesOf('collection'), tags: namesOf('tag') };
}

function valuesOf(article: ArticleSummary, facet: Facet): readonly string[] {
  const { outlet, language, own } = article;
  const one = (value: string | null | undefined): readonly string[] => (value ? [value] : []);
  switch (facet) {
    case 'collection':
      return own?.collections ?? [];
    case 'tag':
      return own?.tags ?? [];
    case 'author':
      return authorsOf(article);
    case 'outlet':
      return one(outlet);
    case 'language':
      return one(language);
    case 'format':
      return one(own?.original.format);
  }
}

/** The key of a value. All spellings of a name have the same key, and codes are their own key. */
const keyOf = (facet: Facet, value: string): string =>
  facet === 'language' || facet === 'format' ? value : tagKey(value);

function nameOf(facet: Facet, value: string): string {
  if (facet === 'language') return languageName(value);
  return facet === 'format' ? formatName(value) : value;
}

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  markdown: 'Markdown',
  epub: 'EPUB',
  docx: 'Word (DOCX)',
  pdf: 'PDF',
  mhtml: 'MHTML',
  html: 'HTML',
};

const formatName = (format: string): string =>
  FORMAT_NAMES[format] ?? translate('library.format.text');
