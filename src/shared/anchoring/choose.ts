import type { ORPHAN_REASONS } from '../domain/choices.ts';
import type { Candidate, Search } from './candidate.ts';

export type OrphanReason = Exclude<(typeof ORPHAN_REASONS)[number], 'not-searched'>;

export type Choice =
  | { readonly state: 'found'; readonly candidate: Candidate; readonly score: number }
  | { readonly state: 'orphan'; readonly reason: OrphanReason };

/** Agreement from which surroundings count as the same. */
const SURE_CONTEXT = 0.75;

/** Least agreement for equal words; chance alone gives about 0.2, from words such as في and من. */
const EQUAL_MIN_CONTEXT = 0.35;

/** The same for a short passage, which stands in many places. */
const SHORT_MIN_CONTEXT = 0.5;

/** Letters from which equal words speak for themselves: about a clause. A moved sentence keeps no context. */
const DISTINCTIVE_LETTERS = 24;

/** How like a changed passage must be, by how much of its surroundings agrees. Tuned on the edit set. */
const CHANGED_RULES: readonly Rule[] = [
  { context: 0.75, similarity: 0.5 },
  { context: 0.45, similarity: 0.66 },
];

/** The same far from the old place: a changed sentence that also moved is most likely another sentence. */
const FAR_CHANGED_RULES: readonly Rule[] = [{ context: 0.75, similarity: 0.85 }];

/** Words from the old place, about a paragraph, that a text usually drifts when it is corrected. */
const FAR_WORDS = 60;

/** Two places whose scores differ by less are equally good. */
const AMBIGUOUS_DIFFERENCE = 0.06;

/** What being nearer is worth among places whose surroundings agree: a changed original beats a distant copy. */
const NEARNESS_WORTH = 0.25;

/** A place is clearly nearer when the other is at least this many times as far. */
const CLEARLY_NEARER = 2;

interface Rule {
  readonly context: number;
  readonly similarity: number;
}

/** Within these words of the old place, the same words in the same surroundings need no second opinion. */
const UNMOVED_WORDS = 8;

/** True when no changed place could be better: the same words where they stood, in the same surroundings. */
export function isBeyondDoubt({ context, similarity, first }: Candidate, hint: number): boolean {
  return similarity === 1 && context >= SURE_CONTEXT && Math.abs(first - hint) <= UNMOVED_WORDS;
}

/** The one place that fits, or why there is none. */
export function choose(candidates: readonly Candidate[], { pattern, hint }: Search): Choice {
  if (candidates.length === 0) return { state: 'orphan', reason: 'not-found' };
  const distance = (candidate: Candidate): number => Math.abs(candidate.first - hint);
  const fitting = candidates
    .filter((candidate) => fits(candidate, pattern.weight, distance(candidate) > FAR_WORDS))
    .toSorted((a, b) => rate(b) - rate(a) || distance(a) - distance(b));
  const [best] = fitting;
  if (!best) return { state: 'orphan', reason: 'context-differs' };
  const rivals = fitting.filter((other) => isRival(best, other));
  const [nearest = best, next] = [best, ...rivals].toSorted((a, b) => distance(a) - distance(b));
  if (!next || distance(nearest) * CLEARLY_NEARER <= distance(next)) return accept(nearest);
  if (nearest !== best) return { state: 'orphan', reason: 'ambiguous' };
  const isAmbiguous = rivals.some((other) => rate(best) - rate(other) < AMBIGUOUS_DIFFERENCE);
  return isAmbiguous ? { state: 'orphan', reason: 'ambiguous' } : accept(best);
}

function fits({ similarity, context }: Candidate, weight: number, isFar: boolean): boolean {
  if (similarity < 1) {
    const rules = isFar ? FAR_CHANGED_RULES : CHANGED_RULES;
    return rules.some((rule) => context >= rule.context && similarity >= rule.similarity);
  }
  if (weight >= DISTINCTIVE_LETTERS) return true;
  return context >= (weight * 2 >= DISTINCTIVE_LETTERS ? EQUAL_MIN_CONTEXT : SHORT_MIN_CONTEXT);
}

function accept(candidate: Candidate): Choice {
  return { state: 'found', candidate, score: rate(candidate) };
}

/** Passage and surroundings count the same: a duplicate has the words, the original has its place. */
function rate({ similarity, context }: Candidate): number {
  return (similarity + context) / 2;
}

function isRival(best: Candidate, other: Candidate): boolean {
  const isSamePlace = best.first <= other.last && other.first <= best.last;
  const reach = other.context >= SURE_CONTEXT ? NEARNESS_WORTH : AMBIGUOUS_DIFFERENCE;
  return !isSamePlace && rate(best) - rate(other) < reach;
}
