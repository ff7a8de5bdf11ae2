import {
  ARTICLE_CHAINS,
  BARE_PROCLITICS,
  FEMININE_SINGULAR,
  FUTURE_PROCLITICS,
} from '#shared/arabic/affixes.ts';
import { analyseWord } from '#shared/arabic/analyse-word.ts';
import { explain, familiesOfBases } from '#shared/arabic/explain.ts';
import { ARTICLE } from '#shared/arabic/letters.ts';
import { membersOf } from '#shared/arabic/word-families.ts';
import type { Layer } from '#shared/domain/search.ts';
import { lunrStem } from './arabic-stemmer.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Word numbers of the vocabulary with the strictest layer that explains each. */
export type WordMatches = ReadonlyMap<number, Layer>;

/** Longest ending with a pronoun (ياتهما), in letters. */
const MAX_TAIL = 7;
/** Shorter bases are looked up whole: as beginnings they would find half the vocabulary. */
const MIN_OPEN_BASE = 3;
const PROCLITICS = ['', ...ARTICLE_CHAINS, ...BARE_PROCLITICS, ...FUTURE_PROCLITICS];

/** A completion is a guess, so it has the widest layer of the default dial and is not shown as exact. */
const COMPLETION: Layer = 'inflection';
/** Words that one prefix may stand for while typing; the rest waits for more letters. */
const MAX_COMPLETIONS = 3000;
/** Letters of a prefix before the article is looked through. */
const MIN_PREFIX_BEHIND_ARTICLE = 2;

/** Finds all words that a query word explains, the family included. */
export function matchWord(vocabulary: Vocabulary, query: string): Map<number, Layer> {
  const matches = new Map<number, Layer>();
  const consider = (id: number): void => {
    if (matches.has(id)) return;
    const layer = explain(query, vocabulary.word(id), lunrStem);
    if (layer !== null) matches.set(id, layer);
  };
  for (const [base, tail] of basesToLookUp(query)) {
    for (const proclitic of PROCLITICS) {
      const beginning = proclitic + base;
      vocabulary.withPrefix(beginning, beginning.length + tail).forEach(consider);
    }
  }
  for (const id of vocabulary.withStem(lunrStem(query))) consider(id);
  return matches;
}

/** Words that begin with what was typed so far, added to the matches of the word as it stands. */
export function matchPrefix(vocabulary: Vocabulary, query: string): Map<number, Layer> {
  const matches = matchWord(vocabulary, query);
  for (const beginning of beginningsOf(query)) {
    for (const id of vocabulary.withPrefix(beginning, Infinity, MAX_COMPLETIONS)) {
      const known = matches.get(id);
      if (known === undefined || known === 'family') matches.set(id, COMPLETION);
    }
  }
  return matches;
}

/** Why a word of a text matches a word that is still being typed. */
export function explainPrefix(query: string, word: string): Layer | null {
  const layer = explain(query, word, lunrStem);
  if (layer !== null && layer !== 'family') return layer;
  const { key } = analyseWord(word);
  return beginningsOf(query).some((beginning) => key.startsWith(beginning)) ? COMPLETION : layer;
}

function beginningsOf(query: string): readonly string[] {
  const { key } = analyseWord(query);
  const chains = key.length >= MIN_PREFIX_BEHIND_ARTICLE ? ['', ...ARTICLE_CHAINS] : [''];
  return chains.map((chain) => chain + key);
}

/** What every explained word begins with, behind a proclitic, and how many letters may follow. */
function basesToLookUp(query: string): Map<string, number> {
  const analysis = analyseWord(query);
  const bases = new Set([
    analysis.key,
    ...analysis.variants,
    ...analysis.bases.keys(),
    ...analysis.stripped.keys(),
  ]);
  for (const family of familiesOfBases(analysis)) {
    for (const member of membersOf(family)) bases.add(member);
  }
  const tails = new Map(
    [...bases].map((base) => [base, base.length >= MIN_OPEN_BASE ? MAX_TAIL : 0]),
  );
  for (const base of bases) {
    const feminine = base.slice(0, -1);
    if (base.endsWith(FEMININE_SINGULAR) && feminine.length > 1 && feminine !== ARTICLE) {
      tails.set(feminine, MAX_TAIL);
    }
  }
  for (const base of tails.keys())
    if (tails.get(base.slice(0, -1)) === MAX_TAIL) tails.delete(base);
  return tails;
}
