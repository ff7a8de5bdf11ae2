import { isStopWord } from '#shared/arabic/stop-words.ts';
import type { Dial } from '#shared/domain/search.ts';
import type { Layer } from '#shared/domain/search-result.ts';
import { LAYERS } from '#shared/domain/choices.ts';
import type { ParsedQuery, QueryTerm } from './parse-query.ts';

/** A layer as a number, 1 for the strictest, so that layers can be compared; 0 is no match. */
export type LayerRank = number;

export const rankOfLayer = (layer: Layer): LayerRank => LAYERS.indexOf(layer) + 1;
export const layerOfRank = (rank: LayerRank): Layer => LAYERS[rank - 1] ?? 'family';

export const FAMILY_RANK = rankOfLayer('family');
export const SPELLING_RANK = rankOfLayer('spelling');
/** The least that a phrase is found by, even where only `exact` is shown: it is typed from memory. */
const PHRASE_RANK = rankOfLayer('spelling');

const WIDEST: Readonly<Record<Dial, Layer>> = {
  exact: 'exact',
  close: 'inflection',
  family: 'family',
};

/** The widest layer that a dial shows. */
export const widestRank = (dial: Dial): LayerRank => rankOfLayer(WIDEST[dial]);

/** A word of the query with the words of the library that it explains. */
export interface PlannedWord {
  readonly text: string;
  readonly matches: ReadonlyMap<number, LayerRank>;
}

export interface PlannedTerm {
  readonly words: readonly PlannedWord[];
  /** Its words must follow each other as quoted. */
  readonly isPhrase: boolean;
  /** Stop words do not count when the query has other words. */
  readonly counts: boolean;
}

export interface QueryPlan {
  readonly terms: readonly PlannedTerm[];
  readonly excluded: readonly PlannedTerm[];
  /** The widest layer that is shown. */
  readonly widest: LayerRank;
  /** The widest layer at which a word of a phrase is found. */
  readonly widestInPhrase: LayerRank;
}

/** How a word of the query finds words: as it stands, or as the beginning of a word. */
export type Match = (word: string, mode: 'whole' | 'prefix') => ReadonlyMap<number, Layer>;

/** Decides what counts, and finds the words of each term. */
export function planQuery(
  parsed: ParsedQuery,
  dial: Dial,
  typing: boolean,
  match: Match,
): QueryPlan {
  const last = parsed.terms.at(-1);
  const begun = typing && parsed.endsInWord && last?.kind === 'word' ? last : null;
  const terms = parsed.terms.filter((term) => term !== begun || saysSomething(term, parsed.terms));
  const onlyStopWords = terms.every(isStopTerm);
  const plan = (term: QueryTerm): PlannedTerm => ({
    isPhrase: term.kind === 'phrase',
    counts: onlyStopWords || !isStopTerm(term),
    words: term.words.map((text) => {
      return { text, matches: toRanks(match(text, term === begun ? 'prefix' : 'whole')) };
    }),
  });
  return {
    terms: terms.map(plan),
    excluded: parsed.excluded.map((term) => ({ ...plan(term), counts: true })),
    widest: widestRank(dial),
    widestInPhrase: Math.max(PHRASE_RANK, widestRank(dial)),
  };
}

/**
 * For every word of the vocabulary the strictest layer at which it is shown as found, over all terms that count;
 * 0 when it is not. An array, as every word of every hit is looked up in it.
 *
 * @param size words of the vocabulary
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
 * One letter begins hundreds of words: after other words, what is found stays as it is until the word is clear.
 *
 * @param begun  the word that is being typed
 */
function saysSomething(begun: QueryTerm, all: readonly QueryTerm[]): boolean {
  return all.length === 1 || begun.words.length > 1 || !SINGLE_LETTER.test(begun.words[0] ?? '');
}

function isStopTerm(term: QueryTerm): boolean {
  return term.kind === 'word' && term.words.every(isStopWord);
}

function toRanks(matches: ReadonlyMap<number, Layer>): Map<number, LayerRank> {
  return new Map([...matches].map(([id, layer]) => [id, rankOfLayer(layer)]));
}
