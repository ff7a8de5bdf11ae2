import { findPhrase } from './find-phrase.ts';
import {
  FAMILY_RANK,
  type LayerRank,
  type PlannedTerm,
  type PlannedWord,
  type QueryPlan,
} from './query-plan.ts';
import type { IndexedText } from './indexed-article.ts';

/** Texts that a query is compared with: the articles of a segment, or the reader's notes. */
export interface JudgedTexts {
  readonly articles: readonly IndexedText[];
  /** Returns the numbers of the texts that contain a word. */
  withWord(word: number): Iterable<number>;
  isRemoved(ref: number): boolean;
}

/** A text that the query finds at the chosen matching. */
export interface Candidate<Texts extends JudgedTexts> {
  readonly segment: Texts;
  readonly ref: number;
  /** True when all terms that count were found. */
  readonly complete: boolean;
  /** A bit for each term of the plan that was found exactly as written. */
  readonly exactTerms: number;
}

export interface SegmentVerdict<Texts extends JudgedTexts> {
  readonly candidates: Candidate<Texts>[];
  /** Number of articles that only the word family finds. */
  readonly familyOnly: number;
  /** For each word of the plan, the number of articles that contain it at the chosen matching. */
  readonly wordCounts: number[];
}

/** For each article of a segment, the strictest layer at which it contains a word or phrase; 0 means none. */
type Ranks = Uint8Array;

/** Decides which articles of a segment are hits. Only explained matches count; the ranking has no influence. */
export function judgeSegment<Texts extends JudgedTexts>(
  segment: Texts,
  plan: QueryPlan,
): SegmentVerdict<Texts> {
  const rated = plan.terms.map((term) => ({ term, ranks: rateTerm(segment, term, plan) }));
  const counting = rated.filter(({ term }) => term.counts);
  const excluded = plan.excluded.map((term) => rateTerm(segment, term, plan));
  const isShown = (ranks: Ranks, ref: number): boolean => between(ranks[ref], 1, plan.widest);

  const candidates: Candidate<Texts>[] = [];
  let familyOnly = 0;
  for (let ref = 0; ref < segment.articles.length; ref += 1) {
    if (segment.isRemoved(ref)) continue;
    if (excluded.some((ranks) => isShown(ranks, ref))) continue;
    const found = counting.filter(({ ranks }) => isShown(ranks, ref));
    if (found.length > 0) {
      candidates.push({
        segment,
        ref,
        complete: found.length === counting.length,
        exactTerms: exactTermsOf(rated, ref),
      });
    } else if (counting.some(({ ranks }) => ranks[ref] === FAMILY_RANK)) {
      familyOnly += 1;
    }
  }
  return { candidates, familyOnly, wordCounts: countWords(segment, plan) };
}

function exactTermsOf(rated: readonly { readonly ranks: Ranks }[], ref: number): number {
  return rated.reduce(
    (bits, { ranks }, index) => (ranks[ref] === 1 ? bits | (1 << index) : bits),
    0,
  );
}

function rateTerm(segment: JudgedTexts, term: PlannedTerm, plan: QueryPlan): Ranks {
  const [first] = term.words;
  if (!term.isPhrase && first !== undefined) return rateWord(segment, first);
  const ranks = new Uint8Array(segment.articles.length);
  const perWord = term.words.map((word) => rateWord(segment, word));
  for (const [ref, article] of segment.articles.entries()) {
    if (!perWord.every((each) => between(each[ref], 1, plan.widestInPhrase))) continue;
    const found = findPhrase(article, term, plan.widestInPhrase).map(({ rank }) => rank);
    // Even at the matching `exact`, a phrase also accepts other spellings.
    if (found.length > 0) ranks[ref] = found.reduce((a, b) => Math.min(a, b), plan.widest);
  }
  return ranks;
}

function rateWord(segment: JudgedTexts, word: PlannedWord): Ranks {
  const ranks = new Uint8Array(segment.articles.length);
  for (const [id, rank] of word.matches) {
    for (const ref of segment.withWord(id)) {
      const known = ranks[ref] ?? 0;
      if (known === 0 || rank < known) ranks[ref] = rank;
    }
  }
  return ranks;
}

function countWords(segment: JudgedTexts, plan: QueryPlan): number[] {
  return plan.terms.flatMap((term) =>
    term.words.map((word) => {
      const widest = term.isPhrase ? plan.widestInPhrase : plan.widest;
      const ranks = rateWord(segment, word);
      let count = 0;
      for (let ref = 0; ref < ranks.length; ref += 1) {
        if (between(ranks[ref], 1, widest) && !segment.isRemoved(ref)) count += 1;
      }
      return count;
    }),
  );
}

function between(rank: LayerRank | undefined, low: LayerRank, high: LayerRank): boolean {
  return rank !== undefined && rank >= low && rank <= high;
}
