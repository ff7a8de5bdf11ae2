import type { Layer } from '../domain/search-result.ts';
import { analyseWord } from './analyse-word.ts';
import type { Certainty, WordAnalysis } from './analyse-word.ts';
import { familiesOf } from './word-families.ts';

/** Reduces a folded word to its stem; the search passes lunr.ar behind our folding. */
export type Stem = (folded: string) => string;

/** Letters a query word must keep when a proclitic that may be its own first letter is taken off. */
const MIN_QUERY_BASE = 4;

/**
 * Tells why a word of a text matches a word of a query: the strictest layer that holds between the two, or
 * `null` when nothing explains the match.
 *
 * A proclitic of one letter may be the word's own first letter (كتاب is not ك + تاب), so it is never taken off
 * both words, and off the query's only when much is left and no ending comes off with it.
 *
 * @param stem joins what only a stemmer joins, at the layer `family`; without it that layer knows the listed
 *             families alone
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

/** Listed families of a word, with or without its clitics and its ending. */
export function familiesOfBases(analysis: WordAnalysis): Set<number> {
  const families = new Set<number>();
  for (const bases of [analysis.bases, analysis.stripped]) {
    for (const base of bases.keys()) for (const family of familiesOf(base)) families.add(family);
  }
  return families;
}
