import type { Search } from './candidate.ts';
import { nearestOccurrences, occurrencesOf } from './text-index.ts';

/** How many pattern words are looked up, the rarest first, because common words say little about the position. */
const MAX_SEEDS = 8;

/** How many occurrences of one seed are used, the nearest first. */
const MAX_OCCURRENCES = 200;

/**
 * How many windows are aligned for one quote. Two suffice for the edit set; texts with more similar passages get one
 * more.
 */
const MAX_WINDOWS = 3;

/** A window with less than this share of the best window's evidence is not aligned. */
const MIN_SHARE = 0.35;

/**
 * How many words the text may have shifted within one pattern: room for some insertions, and for more in longer
 * patterns.
 */
const DRIFT_WORDS = 4;
const DRIFT_PER_WORD = 0.25;

/** Words added on both sides of a window. */
const MARGIN_WORDS = 3;

/** A window of the text by word index; `to` is not included. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

interface Vote {
  /** The word index at which the pattern would begin. */
  readonly start: number;
  readonly evidence: number;
}

/**
 * Finds the windows in which words of the pattern gather, the best first.
 *
 * Every occurrence of a rare word votes for the word index at which the pattern would begin, and votes that lie close
 * together form a window. Parts of the text without such a word are never examined.
 */
export function findWindows(search: Search): readonly Window[] {
  const { pattern, index } = search;
  const votes = collectVotes(search).toSorted((a, b) => a.start - b.start);
  const drift = DRIFT_WORDS + Math.ceil(pattern.keys.length * DRIFT_PER_WORD);
  const groups = groupVotes(votes, drift).toSorted((a, b) => b.evidence - a.evidence);
  const enough = (groups[0]?.evidence ?? 0) * MIN_SHARE;
  const chosen: Window[] = [];
  for (const group of groups) {
    if (chosen.length === MAX_WINDOWS || group.evidence < enough) break;
    const from = Math.max(0, group.start - MARGIN_WORDS);
    if (chosen.some((other) => Math.abs(other.from - from) <= drift)) continue;
    const to = group.start + drift + pattern.keys.length + MARGIN_WORDS;
    chosen.push({ from, to: Math.min(index.words.keys.length, to) });
  }
  return chosen;
}

function collectVotes({ pattern, index, hint }: Search): Vote[] {
  const seeds = pattern.keys
    .map((key, row) => ({ row, occurrences: occurrencesOf(index, key) }))
    .filter(({ occurrences }) => occurrences.length > 0)
    .toSorted((a, b) => a.occurrences.length - b.occurrences.length)
    .slice(0, MAX_SEEDS);
  return seeds.flatMap(({ row, occurrences }) => {
    const evidence = Math.log(1 + index.words.keys.length / occurrences.length);
    const near = nearestOccurrences(occurrences, hint + row - pattern.from, MAX_OCCURRENCES);
    return near.map((occurrence) => ({ start: occurrence - row, evidence }));
  });
}

/** For each vote, sums the evidence of all votes that begin at most `drift` words after it. */
function groupVotes(votes: readonly Vote[], drift: number): Vote[] {
  const groups: Vote[] = [];
  let evidence = 0;
  let next = 0;
  for (const { start, evidence: own } of votes) {
    for (; next < votes.length && (votes[next]?.start ?? 0) <= start + drift; next += 1) {
      evidence += votes[next]?.evidence ?? 0;
    }
    groups.push({ start, evidence });
    evidence -= own;
  }
  return groups;
}
