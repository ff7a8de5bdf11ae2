import type { Layer } from '../domain/search-result.ts';
import { analyseWord } from './analyse-word.ts';
import type { Certainty, WordAnalysis } from './analyse-word.ts';
import { familiesOf } from './word-families.ts';

/** Reduces a folded word to its stem. The search passes the stemmer of lunr.ar, applied after our folding. */
export type Stem = (folded: string) => string;

/** Number of letters that must remain of a query word when a removed proclitic may be its own first letter. */
const MIN_QUERY_BASE = 4;

/**
 * Explains why a word of a text matches a word of a query: returns the strictest layer that connects the two, or
 * `null` when none does.
 *
 * A proclitic of one letter may be the word's own first letter (كتاب is not ك + تاب). It is therefore never removed
 * from both words, and from the query word only when enough letters remain and no ending is removed as well.
 *
 * @param stem connects words that share only a stem, at the layer `family`; without it, that layer consists of the
 * listed families
 */
export function explain(queryWord: string, textWord: string, stem?: Stem): Layer | null {
  const query = analyseWord(queryWord);
  const text = analyseWord(textWord);
  if (query.folded === '' || text.folded === '') return null;
  if (query.folded === text.folded) return 'exact';
  if (query.key === text.key || query.variants.has(text.key)) return 'spelling';
  if (share(query.bases, text.bases)) return 'clitic';
  if (share(query.stripped, text.stripped)) return 'inflection';
  return isFamily(query, text, stem) ? 'family' : null;
}

function share(
  query: ReadonlyMap<string, Certainty>,
  text: ReadonlyMap<string, Certainty>,
): boolean {
  for (const [base, certainty] of query) {
    const other = text.get(base);
    if (other === undefined) continue;
    if (certainty === 'sure') return true;
    if (certainty === 'bare' && other === 'sure' && base.length >= MIN_QUERY_BASE) return true;
  }
  return false;
}

function isFamily(query: WordAnalysis, text: WordAnalysis, stem: Stem | undefined): boolean {
  if (stem !== undefined && stem(query.folded) === stem(text.folded)) return true;
  const families = familiesOfBases(query);
  if (families.size === 0) return false;
  for (const family of familiesOfBases(text)) if (families.has(family)) return true;
  return false;
}

/** Returns the numbers of the listed families of a word, looked up with and without its clitics and its ending. */
export function familiesOfBases(analysis: WordAnalysis): Set<number> {
  const families = new Set<number>();
  for (const bases of [analysis.bases, analysis.stripped]) {
    for (const base of bases.keys()) for (const family of familiesOf(base)) families.add(family);
  }
  return families;
}
