import type { Quote, StoredPlace } from '../domain/annotation.ts';
import type { CONFIDENCES } from '../domain/choices.ts';
import type { Span } from '../domain/span.ts';
import type { Candidate, Search } from './candidate.ts';
import { type OrphanReason, choose, isBeyondDoubt } from './choose.ts';
import { coverWholeLetters } from './dependent.ts';
import { findEqual } from './find-equal.ts';
import { findChanged } from './find-long.ts';
import { findWordless } from './find-wordless.ts';
import { readPattern } from './pattern.ts';
import { type TextIndex, firstAtLeast, indexText } from './text-index.ts';
import { coverWords, matchExactly } from './to-span.ts';

export type Confidence = (typeof CONFIDENCES)[number];

export type Resolution =
  | {
      readonly state: 'anchored';
      readonly span: Span;
      readonly confidence: Confidence;
      /** The mean of the similarity of the passage and the agreement of its surroundings, 0 to 1. */
      readonly score: number;
    }
  | { readonly state: 'orphan'; readonly reason: OrphanReason };

export interface Resolver {
  resolve(stored: StoredPlace): Resolution;
  /** Folds and indexes the text now instead of when the first passage needs it. */
  prepare(): void;
}

/** Below this agreement of the surroundings, equal words were moved or are a different passage. */
const APPROXIMATE_BELOW_CONTEXT = 0.2;

/**
 * Creates a resolver that finds many passages in one text.
 *
 * The text is folded and indexed once, when the first passage needs it. Offsets are UTF-16 units of the canonical text.
 * Returned spans never separate a letter from its marks. They cover whole words, unless the passage is found letter for
 * letter.
 *
 * @param text canonical text of one article
 * @param contentHash hash of that text; a stored place with this hash is accepted unchanged if its quote is there
 */
export function createResolver(text: string, contentHash: string): Resolver {
  let index: TextIndex | undefined;
  return {
    resolve(stored) {
      const known = resolveAtOnce(text, contentHash, stored);
      if (known) return known;
      index ??= indexText(text);
      return search(index, stored);
    },
    prepare() {
      index ??= indexText(text);
    },
  };
}

/**
 * Resolves a passage without a search when its quote is at the stored position, or when it is far too long for the text.
 * Otherwise returns `null`.
 */
export function resolveAtOnce(
  text: string,
  contentHash: string,
  { span, quote, contentHash: remembered }: StoredPlace,
): Resolution | null {
  if (remembered === contentHash && standsAt(text, quote.exact, span))
    return keepPosition(text, span);
  return isHopeless(text, quote) ? { state: 'orphan', reason: 'not-found' } : null;
}

/** Finds one passage. For several passages of one text `createResolver` is cheaper. */
export function resolve(text: string, contentHash: string, stored: StoredPlace): Resolution {
  return createResolver(text, contentHash).resolve(stored);
}

/** True for a passage so much longer than the text that a search would be useless. */
const isHopeless = (text: string, { exact }: Quote): boolean => exact.length > 2 * text.length;

function standsAt(text: string, exact: string, { start, end }: Span): boolean {
  return start >= 0 && end - start === exact.length && text.startsWith(exact, start);
}

/** Accepts the stored position, extended to whole letters if the stored span separates a letter from its marks. */
function keepPosition(text: string, { start, end }: Span): Resolution {
  const span = coverWholeLetters(text, { start, end });
  const confidence = span.start === start && span.end === end ? 'exact' : 'repaired';
  return { state: 'anchored', span, confidence, score: 1 };
}

function search(index: TextIndex, stored: StoredPlace): Resolution {
  const pattern = readPattern(stored.quote);
  if (pattern.from === pattern.to) return searchWordless(index.text, stored);
  const query: Search = {
    pattern,
    index,
    hint: firstAtLeast(index.words.ends, stored.span.start + 1),
  };
  const equal = findEqual(query);
  const isSure = equal.some((candidate) => isBeyondDoubt(candidate, query.hint));
  const choice = choose(isSure ? equal : [...equal, ...findChanged(query)], query);
  return choice.state === 'orphan' ? choice : anchorAt(query, stored, choice);
}

function anchorAt(
  { pattern, index }: Search,
  { quote }: StoredPlace,
  { candidate, score }: { candidate: Candidate; score: number },
): Resolution {
  const { text, words } = index;
  const isEqual = candidate.similarity === 1;
  const letters = isEqual
    ? matchExactly(text, quote.exact, { words, range: candidate, pattern })
    : null;
  const span = letters ?? coverWords(text, quote.exact, words, candidate);
  const hasForeignContext = candidate.context < APPROXIMATE_BELOW_CONTEXT;
  const confidence = !isEqual || hasForeignContext ? 'approximate' : letters ? 'exact' : 'repaired';
  return { state: 'anchored', span, confidence, score };
}

function searchWordless(text: string, { quote }: StoredPlace): Resolution {
  const found = findWordless(text, quote);
  if (!found) return { state: 'orphan', reason: 'not-found' };
  const score = (1 + found.context) / 2;
  return { state: 'anchored', span: found.span, confidence: 'exact', score };
}
