import { isRanked, keysOf, weightedKeysOf } from './index-keys.ts';
import type { Candidate } from './judge-segment.ts';
import { inverseFrequency } from './lunr-index.ts';
import type { PlannedWord, QueryPlan } from './query-plan.ts';
import type { Segment } from './segment.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A hit with its score, best first when sorted. */
export interface RankedCandidate extends Candidate {
  readonly score: number;
}

/** Keys of other forms of a query word, against the word's own. */
const OTHER_FORM_WEIGHT = 0.8;
/** Keys of other forms that one word may add; the commonest are taken. */
const MAX_OTHER_KEYS = 24;
/** Gain of an article in which all words stand as written. */
const EXACTNESS_GAIN = 0.05;
/** Gain of an article in which all neighbours of the query are neighbours. */
const NEARNESS_GAIN = 0.25;
/** Words from one to the next that still count as near. */
const NEAR_WORDS = 2;
/** Words of a query that nearness looks at: one bit each. */
const MAX_NEAR_WORDS = 30;
/** Best articles whose words are looked at for nearness. */
const MAX_RERANKED = 200;

/**
 * Orders the hits: those with all words first, then by Lunr's score over both keys of every word, with gains for
 * words as written and for words near each other.
 */
export function rankCandidates(
  candidates: readonly Candidate[],
  plan: QueryPlan,
  segments: readonly Segment[],
  vocabulary: Vocabulary,
): RankedCandidate[] {
  const scores = scoreSegments(plan, segments, vocabulary);
  const ranked = candidates.map((candidate): RankedCandidate => {
    const score = scores.get(candidate.segment)?.get(candidate.ref) ?? 0;
    return { ...candidate, score: score * (1 + EXACTNESS_GAIN * candidate.exactness) };
  });
  ranked.sort(byRank);
  const near = nearness(plan);
  const head = ranked.slice(0, MAX_RERANKED).map((candidate) => {
    const article = candidate.segment.articles[candidate.ref];
    const gain = article === undefined ? 0 : near(article.words) * NEARNESS_GAIN;
    return { ...candidate, score: candidate.score * (1 + gain) };
  });
  return [...head.sort(byRank), ...ranked.slice(MAX_RERANKED)];
}

function byRank(a: RankedCandidate, b: RankedCandidate): number {
  return Number(b.complete) - Number(a.complete) || b.score - a.score;
}

/** Scores of all articles, comparable between segments: frequencies are those of the whole library. */
function scoreSegments(
  plan: QueryPlan,
  segments: readonly Segment[],
  vocabulary: Vocabulary,
): Map<Segment, Map<number, number>> {
  const total = segments.reduce((sum, segment) => sum + segment.articles.length, 0);
  const frequency = (key: string): number =>
    segments.reduce((sum, segment) => sum + segment.index.frequency(key), 0);
  const wanted = new Map<string, number>();
  for (const term of plan.terms) {
    for (const word of term.words) {
      if (!term.counts || !isRanked(word.text)) continue;
      for (const [key, gain] of keysOfWord(word, plan, vocabulary, (key) =>
        inverseFrequency(frequency(key), total),
      )) {
        wanted.set(key, (wanted.get(key) ?? 0) + gain);
      }
    }
  }
  return new Map(
    segments.map((segment) => {
      const size = segment.articles.length;
      const boosts = new Map<string, number>();
      for (const [key, gain] of wanted) {
        boosts.set(key, gain / inverseFrequency(segment.index.frequency(key), size));
      }
      return [segment, segment.index.search(boosts)];
    }),
  );
}

/** Keys of a query word and of the forms it explains, with weight × inverse frequency. */
function keysOfWord(
  word: PlannedWord,
  plan: QueryPlan,
  vocabulary: Vocabulary,
  inverse: (key: string) => number,
): Map<string, number> {
  const own = new Map(
    weightedKeysOf(word.text).map(({ key, weight }) => [key, weight * inverse(key)]),
  );
  const limit = Math.max(...own.values());
  const others = new Map<string, number>();
  for (const [id, rank] of word.matches) {
    if (rank > plan.widest) continue;
    const form = vocabulary.word(id);
    if (!isRanked(form)) continue;
    const [stem] = keysOf(form);
    if (stem === undefined || keysOf(form).some((key) => own.has(key))) continue;
    // A rare form of a common word says no more than the word.
    const [weighted] = weightedKeysOf(form);
    others.set(stem, Math.min(limit, OTHER_FORM_WEIGHT * (weighted?.weight ?? 1) * inverse(stem)));
  }
  const kept = [...others].sort((a, b) => inverse(a[0]) - inverse(b[0])).slice(0, MAX_OTHER_KEYS);
  return new Map([...own, ...kept]);
}

/** Measures how many neighbours of the query are neighbours in an article, from 0 to 1. */
function nearness(plan: QueryPlan): (words: Uint32Array) => number {
  const sequence = plan.terms
    .flatMap((term) => (term.counts ? term.words : []))
    .slice(0, MAX_NEAR_WORDS);
  const masks = new Map<number, number>();
  for (const [index, word] of sequence.entries()) {
    for (const [id, rank] of word.matches) {
      if (rank <= plan.widest) masks.set(id, (masks.get(id) ?? 0) | (1 << index));
    }
  }
  const pairs = sequence.length - 1;
  return (words) => {
    if (pairs < 1) return 0;
    let found = 0;
    for (let at = 0; at < words.length; at += 1) {
      const here = masks.get(words[at] ?? 0) ?? 0;
      if (here === 0) continue;
      for (let step = 1; step <= NEAR_WORDS; step += 1) {
        found |= (here << 1) & (masks.get(words[at + step] ?? -1) ?? 0);
      }
    }
    return countBits(found) / pairs;
  };
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
