import {
  ARTICLE_CHAINS,
  BARE_PROCLITICS,
  ENDINGS,
  FEMININE_SINGULAR,
  FUTURE_PROCLITICS,
  PRONOUNS,
} from '#shared/arabic/affixes.ts';
import { analyseWord } from '#shared/arabic/analyse-word.ts';
import { explain, familiesOfBases } from '#shared/arabic/explain.ts';
import { ALEF, ARTICLE, TEH, YEH } from '#shared/arabic/letters.ts';
import { keepsArticle } from '#shared/arabic/whole-words.ts';
import { membersOf } from '#shared/arabic/word-families.ts';
import type { Layer } from '#shared/domain/search-result.ts';
import { lunrStem } from './arabic-stemmer.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Word numbers of the vocabulary, each with the strictest layer that explains the match. */
export type WordMatches = ReadonlyMap<number, Layer>;

/**
 * Letters that may stand between a base and the end of its word. This is a filter before `explain`, which decides; it
 * may let too many words through but never too few.
 */
const TAILS: ReadonlySet<string> = buildTails();
/** Shorter bases are looked up only as whole words, without endings. */
const MIN_OPEN_BASE = 3;
const PROCLITICS = ['', ...ARTICLE_CHAINS, ...BARE_PROCLITICS, ...FUTURE_PROCLITICS];

/** A completion is a guess, so it gets the loosest layer of the default matching and is not shown as exact. */
const COMPLETION: Layer = 'inflection';
/** Most words that one prefix may stand for during typing; others need more letters. */
const MAX_COMPLETIONS = 3000;
/** From this many letters on, a prefix is also looked up after the article. */
const MIN_PREFIX_BEHIND_ARTICLE = 2;

/** Finds all words of the vocabulary that match a query word, those of the word family included. */
export function matchWord(vocabulary: Vocabulary, query: string): Map<number, Layer> {
  const matches = new Map<number, Layer>();
  const considered = new Set<number>();
  for (const { base, isOpen } of basesToLookUp(query)) {
    for (const proclitic of PROCLITICS) {
      const beginning = proclitic + base;
      vocabulary.visitPrefix(beginning, (id, key) => {
        if (considered.has(id)) return;
        const isPossible = isOpen ? TAILS.has(key.slice(beginning.length)) : key === beginning;
        if (!isPossible) return;
        considered.add(id);
        const layer = explain(query, vocabulary.word(id), lunrStem);
        if (layer !== null) matches.set(id, layer);
      });
    }
  }
  // The loop above found every stricter match, so these words share only the stem.
  for (const id of vocabulary.withStem(lunrStem(query)))
    if (!matches.has(id)) matches.set(id, 'family');
  return matches;
}

/**
 * Adds words that begin with the query word to the matches of the word itself.
 *
 * @param most most completions for each way to begin: without the article, or after each form of it
 */
export function matchPrefix(
  vocabulary: Vocabulary,
  query: string,
  most = MAX_COMPLETIONS,
): Map<number, Layer> {
  const matches = matchWord(vocabulary, query);
  for (const beginning of beginningsOf(query)) {
    let remaining = most;
    vocabulary.visitPrefix(beginning, (id) => {
      const known = matches.get(id);
      if (known === undefined || known === 'family') matches.set(id, COMPLETION);
      remaining -= 1;
      return remaining > 0;
    });
  }
  return matches;
}

function beginningsOf(query: string): readonly string[] {
  const { key } = analyseWord(query);
  const chains = key.length >= MIN_PREFIX_BEHIND_ARTICLE ? ['', ...ARTICLE_CHAINS] : [''];
  return chains.map((chain) => chain + key);
}

interface Base {
  readonly base: string;
  /** True when endings may follow. */
  readonly isOpen: boolean;
}

/** Returns the bases with which every match begins, after a proclitic. */
function basesToLookUp(query: string): Base[] {
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
  // After ل the alef of the article is dropped (لله), and the oath particle ت precedes the name of God.
  for (const base of bases) {
    if (keepsArticle(base)) bases.add(base.slice(ALEF.length)).add(TEH + base);
  }
  const open = new Map([...bases].map((base) => [base, base.length >= MIN_OPEN_BASE]));
  for (const base of bases) {
    // The last letter changes before an ending: لغة and لغات, هدى and هداه.
    const isWeak = base.endsWith(FEMININE_SINGULAR) || base.endsWith(YEH);
    const rest = base.slice(0, -1);
    if (isWeak && rest.length > 1 && rest !== ARTICLE) open.set(rest, true);
  }
  return [...open].map(([base, isOpen]) => ({ base, isOpen }));
}

function buildTails(): Set<string> {
  const beforePronoun = ['', TEH, ALEF, ...ENDINGS];
  const ends = ['', ...PRONOUNS, ...ENDINGS];
  return new Set(beforePronoun.flatMap((before) => ends.map((end) => before + end)));
}
