import { type Candidate, type Search, judge } from './candidate.ts';
import type { Pattern } from './pattern.ts';
import { nearestPlaces, placesOf } from './text-index.ts';

/** Places of the passage's rarest word that are tried, the nearest first: bounds the cost of one common word. */
const MAX_PLACES = 1000;

/** Words that are compared in all: bounds the cost of a passage of one word repeated a hundred thousand times. */
const MAX_COMPARED = 10_000_000;

/** Every place where all words of the passage stand in a row. */
export function findEqual(search: Search): readonly Candidate[] {
  const { pattern, index, hint } = search;
  const row = rarestRow(search);
  const places = placesOf(index, pattern.keys[row] ?? '');
  const found: Candidate[] = [];
  const limit = Math.min(MAX_PLACES, Math.ceil(MAX_COMPARED / (pattern.to - pattern.from)));
  for (const place of nearestPlaces(places, hint, limit)) {
    const first = place - (row - pattern.from);
    if (!standsAt(pattern, index.words.keys, first)) continue;
    const last = first + pattern.to - pattern.from - 1;
    found.push(judge(search, { first, last }, 1));
  }
  return found;
}

function rarestRow({ pattern, index }: Search): number {
  let rarest = pattern.from;
  let fewest = Infinity;
  for (let row = pattern.from; row < pattern.to && fewest > 0; row += 1) {
    const { length } = placesOf(index, pattern.keys[row] ?? '');
    if (length < fewest) [rarest, fewest] = [row, length];
  }
  return rarest;
}

function standsAt({ keys, from, to }: Pattern, found: readonly string[], first: number): boolean {
  for (let row = from; row < to; row += 1) {
    if (keys[row] !== found[first + row - from]) return false;
  }
  return true;
}
