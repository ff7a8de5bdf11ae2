import type { ORPHAN_REASONS } from '../domain/choices.ts';
import type { Candidate, Search } from './candidate.ts';

export type OrphanReason = Exclude<(typeof ORPHAN_REASONS)[number], 'not-searched'>;

export type Choice =
  | { readonly state: 'found'; readonly candidate: Candidate; readonly score: number }
  | { readonly state: 'orphan'; readonly reason: OrphanReason };

/** From this agreement on, two surroundings count as the same. */
const SURE_CONTEXT = 0.75;

/** The lowest agreement accepted for equal words. Chance alone gives about 0.2, from words such as في and من. */
const EQUAL_MIN_CONTEXT = 0.35;

/** The lowest agreement accepted for a short passage with equal words, because short passages occur often. */
const SHORT_MIN_CONTEXT = 0.5;

/**
 * From this many letters (about a clause), equal words need no matching context. A moved sentence loses its context.
 */
const DISTINCTIVE_LETTERS = 24;

/** How similar a changed passage must be, depending on how well its surroundings agree. Tuned on the edit set. */
const CHANGED_RULES: readonly Rule[] = [
  { context: 0.75, similarity: 0.5 },
  { context: 0.45, similarity: 0.66 },
];

/**
 * The stricter rule for candidates far from the stored position: a sentence that both changed and moved is most
 * likely a different sentence.
 */
const FAR_CHANGED_RULES: readonly Rule[] = [{ context: 0.75, similarity: 0.85 }];

/**
 * A candidate further than this many words (about a paragraph) from the stored position is far; corrections usually
 * shift a text by less.
 */
const FAR_WORDS = 60;

/** Two candidates whose scores differ by less than this are equally good. */
const AMBIGUOUS_DIFFERENCE = 0.06;

/**
 * The score that a nearer candidate may lack when its surroundings agree, so that a changed original beats a distant
 * copy.
 */
const NEARNESS_WORTH = 0.25;

/** A candidate is clearly nearer when the other is at least this many times as far away. */
const CLEARLY_NEARER = 2;

interface Rule {
  readonly context: number;
  readonly similarity: number;
}

/**
 * Within this many words of the stored position, equal words in equal surroundings are accepted without searching for
 * changed ones.
 */
const UNMOVED_WORDS = 8;

/**
 * True when no changed passage could be a better choice: the words are equal, their surroundings agree, and they
 * hardly moved.
 */
export function isBeyondDoubt({ context, similarity, first }: Candidate, hint: number): boolean {
  return similarity === 1 && context >= SURE_CONTEXT && Math.abs(first - hint) <= UNMOVED_WORDS;
}

/** Chooses the one candidate that fits, or tells why none does. */
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

/**
 * The mean of both agreements. A duplicate agrees in its words, the original also in its surroundings, so both count
 * equally.
 */
function rate({ similarity, context }: Candidate): number {
  return (similarity + context) / 2;
}

function isRival(best: Candidate, other: Candidate): boolean {
  const isSamePlace = best.first <= other.last && other.first <= best.last;
  const reach = other.context >= SURE_CONTEXT ? NEARNESS_WORTH : AMBIGUOUS_DIFFERENCE;
  return !isSamePlace && rate(best) - rate(other) < reach;
}
