import type { Search } from './candidate.ts';
import { nearestPlaces, placesOf } from './text-index.ts';

/** Words of the pattern that are looked up, the rarest first: common words say little about a place. */
const MAX_SEEDS = 8;

/** Places of one seed that are taken, the nearest first. */
const MAX_PLACES = 200;

/** Windows that are aligned for one quote. Two suffice for the edit set; texts with more look-alikes get one more. */
const MAX_WINDOWS = 3;

/** A window with less than this share of the best window's evidence is not aligned. */
const MIN_SHARE = 0.35;

/** Words by which a place may drift within one pattern: some insertions, more in longer patterns. */
const DRIFT_WORDS = 4;
const DRIFT_PER_WORD = 0.25;

/** Words added on both sides of a window. */
const MARGIN_WORDS = 3;

/** A window of the text in word numbers, `to` not included. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

interface Vote {
  /** Where the pattern would begin. */
  readonly start: number;
  readonly evidence: number;
}

/**
 * The windows in which words of the pattern gather, the best first.
 *
 * Every place of a rare word votes for the word number at which the pattern would begin; votes that lie close
 * together make a window. No part of the text without such a word is looked at.
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
    .map((key, row) => ({ row, places: placesOf(index, key) }))
    .filter(({ places }) => places.length > 0)
    .toSorted((a, b) => a.places.length - b.places.length)
    .slice(0, MAX_SEEDS);
  return seeds.flatMap(({ row, places }) => {
    const evidence = Math.log(1 + index.words.keys.length / places.length);
    const near = nearestPlaces(places, hint + row - pattern.from, MAX_PLACES);
    return near.map((place) => ({ start: place - row, evidence }));
  });
}

/** For every vote, the votes that begin at most `drift` words after it. */
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
