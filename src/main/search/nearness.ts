import type { QueryPlan } from './query-plan.ts';

/** Words from one to the next that still count as near. */
const NEAR_WORDS = 2;
/** Terms of a query that nearness looks at: one bit each. */
const MAX_NEAR_TERMS = 30;

/**
 * Measures how many neighbours of a query are neighbours in an article, in the same order: from 0 to 1. A pair
 * counts as much as its terms say.
 *
 * @param importance of each term of the plan, adding up to 1
 * @param size words of the vocabulary
 */
export function nearnessIn(
  plan: QueryPlan,
  importance: readonly number[],
  size: number,
): (words: Uint32Array) => number {
  const terms = plan.terms
    .map((term, index) => ({ term, weight: importance[index] ?? 0 }))
    .filter(({ term }) => term.counts)
    .slice(0, MAX_NEAR_TERMS);
  const masks = new Uint32Array(size);
  for (const [index, { term }] of terms.entries()) {
    for (const { matches } of term.words) {
      for (const [id, rank] of matches) {
        if (rank <= plan.widest) masks[id] = (masks[id] ?? 0) | (1 << index);
      }
    }
  }
  const weights = terms.map(({ weight }, index) => weight + (terms[index - 1]?.weight ?? 0));
  const total = weights.slice(1).reduce((sum, weight) => sum + weight, 0);
  return (words) => {
    const found = total > 0 ? pairsIn(words, masks) : 0;
    let sum = 0;
    for (let index = 1; index < weights.length; index += 1) {
      if ((found & (1 << index)) !== 0) sum += weights[index] ?? 0;
    }
    return total > 0 ? sum / total : 0;
  };
}

/** Bit n is set when term n follows term n - 1 nearby. */
function pairsIn(words: Uint32Array, masks: Uint32Array): number {
  let found = 0;
  for (let at = 0; at < words.length; at += 1) {
    const here = masks[words[at] ?? -1] ?? 0;
    if (here === 0) continue;
    for (let step = 1; step <= NEAR_WORDS; step += 1) {
      found |= (here << 1) & (masks[words[at + step] ?? -1] ?? 0);
    }
  }
  return found;
}
