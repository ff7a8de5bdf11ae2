import type { IndexedText } from './indexed-article.ts';
import type { QueryPlan } from './query-plan.ts';

/** Two words count as neighbours up to this distance in words. */
const NEIGHBOUR_WORDS = 2;
/** Lengths in words within which terms count as being in one sentence, or in one paragraph. */
const SENTENCE_WORDS = 16;
const PARAGRAPH_WORDS = 60;
/** Most terms of a query that nearness considers, with one bit for each. */
const MAX_NEAR_TERMS = 30;

/** How close together the terms of a query are in a text. */
export interface Nearness {
  /** The largest total weight of terms that are in one sentence, in one paragraph, and in the title. */
  readonly sentence: number;
  readonly paragraph: number;
  readonly title: number;
  /** The largest share of the terms that are in one paragraph, from 0 to 1. */
  readonly share: number;
  /**
   * The share, by weight, of neighbouring terms of the query that are neighbours in the text in the same order, from
   * 0 to 1.
   */
  readonly neighbours: number;
}

/**
 * Returns a function that measures how close together a query's terms stand in a text.
 *
 * @param weights for each term of the plan, how much it says
 * @param size number of words in the vocabulary
 */
export function nearnessIn(
  plan: QueryPlan,
  weights: readonly number[],
  size: number,
): (text: IndexedText) => Nearness {
  const terms = plan.terms
    .map((term, index) => ({ term, weight: weights[index] ?? 0 }))
    .filter(({ term }) => term.counts)
    .slice(0, MAX_NEAR_TERMS);
  const masks = new Uint32Array(size);
  for (const [index, { term }] of terms.entries()) {
    const widest = term.isPhrase ? plan.widestInPhrase : plan.widest;
    for (const { matches } of term.words) {
      for (const [id, rank] of matches) {
        if (rank <= widest) masks[id] = (masks[id] ?? 0) | (1 << index);
      }
    }
  }
  const own = terms.map(({ weight }) => weight);
  const equal = own.map(() => 1 / own.length);
  const [only] = own;
  return ({ words, titleWords }) => {
    const title = found(words.subarray(0, titleWords), masks);
    const inTitle = densest(title, titleWords, own);
    if (own.length === 1) {
      // A single term is equally near to itself in every text.
      const weight = only ?? 0;
      return { sentence: weight, paragraph: weight, title: inTitle, share: 1, neighbours: 0 };
    }
    const all = found(words, masks);
    return {
      sentence: densest(all, SENTENCE_WORDS, own),
      paragraph: densest(all, PARAGRAPH_WORDS, own),
      title: inTitle,
      share: densest(all, PARAGRAPH_WORDS, equal),
      neighbours: shareOfPairs(all, own),
    };
  };
}

/** The positions of terms in a text in reading order, and for each position one bit for each term found there. */
interface FoundTerms {
  readonly at: readonly number[];
  readonly masks: readonly number[];
}

function found(words: Uint32Array, masks: Uint32Array): FoundTerms {
  const all = { at: [] as number[], masks: [] as number[] };
  for (let at = 0; at < words.length; at += 1) {
    const mask = masks[words[at] ?? -1] ?? 0;
    if (mask === 0) continue;
    all.at.push(at);
    all.masks.push(mask);
  }
  return all;
}

/** The largest total weight of different terms within this many words. */
function densest({ at, masks }: FoundTerms, width: number, weights: readonly number[]): number {
  const counts = weights.map(() => 0);
  let [sum, most, first] = [0, 0, 0];
  const change = (mask: number, by: 1 | -1): void => {
    for (let index = 0; index < weights.length; index += 1) {
      if ((mask & (1 << index)) === 0) continue;
      const before = counts[index] ?? 0;
      counts[index] = before + by;
      if (before === 0) sum += weights[index] ?? 0;
      else if (before + by === 0) sum -= weights[index] ?? 0;
    }
  };
  for (let last = 0; last < at.length; last += 1) {
    const outside = (at[last] ?? 0) - width;
    for (; (at[first] ?? 0) <= outside; first += 1) change(masks[first] ?? 0, -1);
    change(masks[last] ?? 0, 1);
    if (sum > most) most = sum;
  }
  return most;
}

/** The weight of the pairs of terms that follow each other closely, as a share of the weight of all pairs. */
function shareOfPairs({ at, masks }: FoundTerms, weights: readonly number[]): number {
  let pairs = 0;
  for (let index = 0; index < at.length; index += 1) {
    const farthest = (at[index] ?? 0) + NEIGHBOUR_WORDS;
    for (let next = index + 1; (at[next] ?? Infinity) <= farthest; next += 1)
      pairs |= ((masks[index] ?? 0) << 1) & (masks[next] ?? 0);
  }
  let [sum, total] = [0, 0];
  for (let index = 1; index < weights.length; index += 1) {
    const weight = (weights[index] ?? 0) + (weights[index - 1] ?? 0);
    total += weight;
    if ((pairs & (1 << index)) !== 0) sum += weight;
  }
  return total > 0 ? sum / total : 0;
}
