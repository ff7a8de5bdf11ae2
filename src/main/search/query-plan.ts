import { isStopWord } from '#shared/arabic/stop-words.ts';
import type { Matching } from '#shared/domain/search.ts';
import type { Layer } from '#shared/domain/search-result.ts';
import { LAYERS } from '#shared/domain/choices.ts';
import type { ParsedQuery, QueryTerm } from './parse-query.ts';

/** A layer as a number, so that layers can be compared: 1 for the strictest, 0 for no match. */
export type LayerRank = number;

export const rankOfLayer = (layer: Layer): LayerRank => LAYERS.indexOf(layer) + 1;
export const layerOfRank = (rank: LayerRank): Layer => LAYERS[rank - 1] ?? 'family';

export const FAMILY_RANK = rankOfLayer('family');
export const SPELLING_RANK = rankOfLayer('spelling');
/** A phrase always accepts other spellings, even at the matching `exact`, because readers type phrases from memory. */
const PHRASE_RANK = rankOfLayer('spelling');

const WIDEST: Readonly<Record<Matching, Layer>> = {
  exact: 'exact',
  close: 'inflection',
  family: 'family',
};

/** Returns the loosest layer that a matching includes. */
export const widestRank = (matching: Matching): LayerRank => rankOfLayer(WIDEST[matching]);

/** A word of the query with the words of the vocabulary that match it. */
export interface PlannedWord {
  readonly text: string;
  readonly matches: ReadonlyMap<number, LayerRank>;
}

export interface PlannedTerm {
  readonly words: readonly PlannedWord[];
  /** True when its words must follow each other as quoted. */
  readonly isPhrase: boolean;
  /** False for stop words in a query that has other words. */
  readonly counts: boolean;
}

export interface QueryPlan {
  readonly terms: readonly PlannedTerm[];
  readonly excluded: readonly PlannedTerm[];
  /** The loosest layer that is shown. */
  readonly widest: LayerRank;
  /** The loosest layer at which a word of a phrase may match. */
  readonly widestInPhrase: LayerRank;
}

/** Finds the words of the vocabulary that match a query word, as a whole or as a prefix. */
export type Match = (word: string, mode: 'whole' | 'prefix') => ReadonlyMap<number, Layer>;

/** Decides which terms of a query count, and finds the matching words of each term. */
export function planQuery(
  parsed: ParsedQuery,
  matching: Matching,
  typing: boolean,
  match: Match,
): QueryPlan {
  const last = parsed.terms.at(-1);
  const unfinished = typing && parsed.endsInWord && last?.kind === 'word' ? last : null;
  const terms = parsed.terms.filter(
    (term) => term !== unfinished || isSpecific(term, parsed.terms),
  );
  const onlyStopWords = terms.every(isStopTerm);
  const plan = (term: QueryTerm): PlannedTerm => ({
    isPhrase: term.kind === 'phrase',
    counts: onlyStopWords || !isStopTerm(term),
    words: term.words.map((text) => {
      return { text, matches: toRanks(match(text, term === unfinished ? 'prefix' : 'whole')) };
    }),
  });
  return {
    terms: terms.map(plan),
    excluded: parsed.excluded.map((term) => ({ ...plan(term), counts: true })),
    widest: widestRank(matching),
    widestInPhrase: Math.max(PHRASE_RANK, widestRank(matching)),
  };
}

/**
 * Returns, for every word of the vocabulary, the strictest layer at which it is shown as a match of any term that
 * counts, or 0. The result is an array because every word of every hit is looked up in it.
 *
 * @param size number of words in the vocabulary
 */
export function shownWords(plan: QueryPlan, size: number): Uint8Array {
  const shown = new Uint8Array(size);
  for (const term of plan.terms) {
    if (!term.counts || term.isPhrase) continue;
    for (const word of term.words) {
      for (const [id, rank] of word.matches) {
        const known = shown[id] ?? 0;
        if (rank <= plan.widest && (known === 0 || rank < known)) shown[id] = rank;
      }
    }
  }
  return shown;
}

const SINGLE_LETTER = /^\p{L}$/u;

/**
 * False for a single letter after other words. It begins hundreds of words, so the results stay unchanged until more
 * is typed.
 *
 * @param unfinished the word that is being typed
 */
function isSpecific(unfinished: QueryTerm, all: readonly QueryTerm[]): boolean {
  return (
    all.length === 1 ||
    unfinished.words.length > 1 ||
    !SINGLE_LETTER.test(unfinished.words[0] ?? '')
  );
}

function isStopTerm(term: QueryTerm): boolean {
  return term.kind === 'word' && term.words.every(isStopWord);
}

function toRanks(matches: ReadonlyMap<number, Layer>): Map<number, LayerRank> {
  return new Map([...matches].map(([id, layer]) => [id, rankOfLayer(layer)]));
}
