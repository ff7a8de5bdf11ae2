import { isRanked, keysOf, weightedKeysOf } from './index-keys.ts';
import type { Candidate } from './judge-segment.ts';
import { inverseFrequency } from './lunr-index.ts';
import { nearnessIn } from './nearness.ts';
import { type PlannedWord, type QueryPlan, SPELLING_RANK } from './query-plan.ts';
import type { Segment } from './segment.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A hit with its score. */
export interface RankedCandidate extends Candidate<Segment> {
  readonly score: number;
}

/** Weight of other forms of a query word relative to the word itself; another spelling weighs as much as the word. */
const OTHER_FORM_WEIGHT = 0.3;
/** Most keys of other forms that one word may add; the most common are used. */
const MAX_OTHER_KEYS = 24;
/** Gain of an article that contains all words exactly as written. */
const EXACTNESS_GAIN = 0.3;
/** Gain of an article in which all neighbouring words of the query are neighbours. */
const NEIGHBOURS_GAIN = 0.5;
/** Gain of an article with all words in one paragraph. */
const SHARE_GAIN = 1;
/** Weights of the densest passage and of the title, relative to the whole article. */
const PASSAGE_WEIGHT = 1.5;
const TITLE_WEIGHT = 0.5;
/** The share of the densest sentence in a passage's weight; the rest is that of the paragraph. */
const SENTENCE_PART = 0.7;
/** How many of the best articles are examined for nearness, both of those with all words and of the others. */
const MAX_RERANKED = 100;

/**
 * Orders the hits by the sum of two scores: Lunr's, over both keys of every word in the whole article, and that of
 * the densest passage. Words far apart in a long book say little together, and Lunr's score lowers a text for its
 * length; a passage has the same length in a book and in a report. Exact words, neighbouring words of the query that
 * are neighbours in the text, and all words in one paragraph add to the score.
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
  const exactnessOf = (bits: number): number =>
    importance.reduce((sum, value, index) => ((bits & (1 << index)) === 0 ? sum : sum + value), 0);
  const ranked = candidates.map((candidate): RankedCandidate => {
    // The fields are listed because spreading thousands of objects would take as long as sorting them.
    const { segment, ref, complete, exactTerms } = candidate;
    const score = scores.get(segment)?.[ref] ?? 0;
    const gain = 1 + EXACTNESS_GAIN * exactnessOf(exactTerms);
    return { segment, ref, complete, exactTerms, score: score * gain };
  });
  ranked.sort(byRank);
  const nearness = nearnessIn(plan, gainsOf(plan, inverse), vocabulary.size);
  const complete = ranked.findIndex((candidate) => !candidate.complete);
  const end = complete === -1 ? ranked.length : complete;
  const others = Math.max(end, MAX_RERANKED);
  const best = [...ranked.slice(0, MAX_RERANKED), ...ranked.slice(others, end + MAX_RERANKED)];
  const head = best.map((candidate) => {
    const article = candidate.segment.articles[candidate.ref];
    if (article === undefined) return candidate;
    const near = nearness(article);
    const passage = SENTENCE_PART * near.sentence + (1 - SENTENCE_PART) * near.paragraph;
    const places = PASSAGE_WEIGHT * passage + TITLE_WEIGHT * near.title;
    const gain = 1 + EXACTNESS_GAIN * exactnessOf(candidate.exactTerms);
    const score =
      (candidate.score + gain * places) *
      (1 + NEIGHBOURS_GAIN * near.neighbours) *
      (1 + SHARE_GAIN * near.share);
    return { ...candidate, score };
  });
  head.sort((a, b) => b.score - a.score);
  return [
    ...head,
    ...ranked.slice(MAX_RERANKED, others),
    ...ranked.slice(Math.max(others, end + MAX_RERANKED)),
  ];
}

/** Articles with all words come first, as long as the positions of the words are unknown. */
function byRank(a: RankedCandidate, b: RankedCandidate): number {
  return Number(b.complete) - Number(a.complete) || b.score - a.score;
}

/**
 * Scores all articles. The scores of different segments are comparable because the frequencies are those of the whole
 * library.
 */
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

/** Returns the keys of a query word and of its matching forms, each with weight × inverse frequency. */
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
    // A rare form of a common word says no more than the word itself.
    const weight = rank <= SPELLING_RANK ? first.weight : OTHER_FORM_WEIGHT * first.weight;
    const gain = Math.max(others.get(first.key) ?? 0, weight * inverse(first.key));
    others.set(first.key, Math.min(limit, gain));
  }
  const kept = [...others].sort((a, b) => inverse(a[0]) - inverse(b[0])).slice(0, MAX_OTHER_KEYS);
  return new Map([...own, ...kept]);
}

/** Returns for each term of the query what a single occurrence in a short text would add to a score. */
function gainsOf(plan: QueryPlan, inverse: InverseFrequency): number[] {
  const gainOf = ({ text }: PlannedWord): number =>
    weightedKeysOf(text).reduce((sum, { key, weight }) => sum + weight * inverse(key), 0);
  return plan.terms.map(({ counts, words }) =>
    counts ? words.reduce((sum, word) => sum + gainOf(word), 0) : 0,
  );
}

/** For each term of the query, how much it says. The values add up to 1; terms that do not count have 0. */
function importanceOf(plan: QueryPlan, inverse: InverseFrequency): number[] {
  const each = plan.terms.map((term) =>
    term.counts ? Math.max(...term.words.map(({ text }) => inverse(keysOf(text)[0] ?? text))) : 0,
  );
  const sum = each.reduce((total, value) => total + value, 0);
  return each.map((value) => (sum > 0 ? value / sum : 0));
}
