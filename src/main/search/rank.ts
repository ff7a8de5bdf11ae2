import { isRanked, keysOf, weightedKeysOf } from './index-keys.ts';
import type { Candidate } from './judge-segment.ts';
import { inverseFrequency } from './lunr-index.ts';
import { nearnessIn } from './nearness.ts';
import { type PlannedWord, type QueryPlan, SPELLING_RANK } from './query-plan.ts';
import type { Segment } from './segment.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A hit with its score, best first when sorted. */
export interface RankedCandidate extends Candidate<Segment> {
  readonly score: number;
}

/** Keys of other forms of a query word, against the word's own; another spelling weighs as much as the word. */
const OTHER_FORM_WEIGHT = 0.3;
/** Keys of other forms that one word may add; the commonest are taken. */
const MAX_OTHER_KEYS = 24;
/** Gain of an article in which all words stand as written. */
const EXACTNESS_GAIN = 0.3;
/** Gain of an article in which all neighbours of the query are neighbours. */
const NEARNESS_GAIN = 0.5;
/** Best articles whose words are looked at for nearness. */
const MAX_RERANKED = 100;

/**
 * Orders the hits: those with all words first, then by Lunr's score over both keys of every word, with gains for
 * words as written and for words near each other.
 */
export function rankCandidates(
  candidates: readonly Candidate<Segment>[],
  plan: QueryPlan,
  segments: readonly Segment[],
  vocabulary: Vocabulary,
): RankedCandidate[] {
  const inverse = inverseIn(segments);
  const scores = scoreSegments(plan, segments, vocabulary, inverse);
  const importance = importanceOf(plan, inverse);
  const ranked = candidates.map((candidate): RankedCandidate => {
    const score = scores.get(candidate.segment)?.[candidate.ref] ?? 0;
    const exactness = importance.reduce(
      (sum, value, index) => ((candidate.exactTerms & (1 << index)) === 0 ? sum : sum + value),
      0,
    );
    // Named one by one: there may be thousands, and spreading them takes as long as ordering them.
    const { segment, ref, complete, exactTerms } = candidate;
    return { segment, ref, complete, exactTerms, score: score * (1 + EXACTNESS_GAIN * exactness) };
  });
  ranked.sort(byRank);
  const nearness = nearnessIn(plan, importance, vocabulary.size);
  const head = ranked.slice(0, MAX_RERANKED).map((candidate) => {
    const article = candidate.segment.articles[candidate.ref];
    const gain = article === undefined ? 0 : NEARNESS_GAIN * nearness(article.words);
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
  inverse: InverseFrequency,
): Map<Segment, Float64Array> {
  const wanted = new Map<string, number>();
  for (const term of plan.terms) {
    for (const word of term.words) {
      if (!term.counts || !isRanked(word.text)) continue;
      for (const [key, gain] of keysOfWord(word, plan.widest, vocabulary, inverse)) {
        wanted.set(key, (wanted.get(key) ?? 0) + gain);
      }
    }
  }
  return new Map(
    segments.map((segment) => {
      const size = segment.articles.length;
      const boosts = new Map<string, number>();
      for (const [key, gain] of wanted) {
        const frequency = segment.index.frequency(key);
        if (frequency > 0) boosts.set(key, gain / inverseFrequency(frequency, size));
      }
      return [segment, segment.index.search(boosts)];
    }),
  );
}

/** Inverse document frequency of a key in the whole library. */
type InverseFrequency = (key: string) => number;

function inverseIn(segments: readonly Segment[]): InverseFrequency {
  const total = segments.reduce((sum, segment) => sum + segment.articleCount, 0);
  const known = new Map<string, number>();
  return (key) => {
    const value =
      known.get(key) ??
      inverseFrequency(
        segments.reduce((sum, segment) => sum + segment.frequency(key), 0),
        total,
      );
    known.set(key, value);
    return value;
  };
}

/** Keys of a query word and of the forms it explains, with weight × inverse frequency. */
function keysOfWord(
  word: PlannedWord,
  widest: number,
  vocabulary: Vocabulary,
  inverse: InverseFrequency,
): Map<string, number> {
  const own = new Map(
    weightedKeysOf(word.text).map(({ key, weight }) => [key, weight * inverse(key)]),
  );
  const limit = Math.max(...own.values());
  const others = new Map<string, number>();
  for (const [id, rank] of word.matches) {
    if (rank > widest) continue;
    const form = vocabulary.word(id);
    if (!isRanked(form)) continue;
    const [first] = weightedKeysOf(form);
    if (first === undefined || keysOf(form).some((key) => own.has(key))) continue;
    // A rare form of a common word says no more than the word.
    const weight = rank <= SPELLING_RANK ? first.weight : OTHER_FORM_WEIGHT * first.weight;
    const gain = Math.max(others.get(first.key) ?? 0, weight * inverse(first.key));
    others.set(first.key, Math.min(limit, gain));
  }
  const kept = [...others].sort((a, b) => inverse(a[0]) - inverse(b[0])).slice(0, MAX_OTHER_KEYS);
  return new Map([...own, ...kept]);
}

/** How much each term of the query says, adding up to 1; terms that do not count say nothing. */
function importanceOf(plan: QueryPlan, inverse: InverseFrequency): number[] {
  const each = plan.terms.map((term) =>
    term.counts ? Math.max(...term.words.map(({ text }) => inverse(keysOf(text)[0] ?? text))) : 0,
  );
  const sum = each.reduce((total, value) => total + value, 0);
  return each.map((value) => (sum > 0 ? value / sum : 0));
}
