import { light10 } from '#shared/arabic/light10.ts';
import { isStopWord } from '#shared/arabic/stop-words.ts';
import { lunrStem } from './arabic-stemmer.ts';

/** Longest word that is indexed or searched, in UTF-16 units. Longer runs are noise, such as encoded data. */
export const MAX_WORD_UTF16 = 64;

/**
 * The version of the analyzer. It must change whenever folding, tokens, stop words or keys change; an index of
 * another version is discarded.
 */
export const ANALYZER_VERSION = 'hashiya-ar-1';

export interface WeightedKey {
  readonly key: string;
  readonly weight: number;
}

/** The weights of the keys in a query, tuned on four public retrieval sets (docs/arabic.md). */
const STEM_WEIGHT = 1.8;
const LIGHT_WEIGHT = 1;

/** Returns the keys under which a word is indexed: lunr.ar's stem, and light10's stem where it differs. */
export function keysOf(folded: string, stem = lunrStem(folded)): readonly string[] {
  const light = light10(folded);
  return stem === light ? [stem] : [stem, light];
}

/** Returns the same keys with their weights in a query. */
export function weightedKeysOf(folded: string): readonly WeightedKey[] {
  const [stem, light] = keysOf(folded);
  if (stem === undefined) return [];
  if (light === undefined) return [{ key: stem, weight: STEM_WEIGHT + LIGHT_WEIGHT }];
  return [
    { key: stem, weight: STEM_WEIGHT },
    { key: light, weight: LIGHT_WEIGHT },
  ];
}

/** False for words that the ranking ignores: stop words, and runs too long to be words. */
export function isRanked(folded: string): boolean {
  return folded.length <= MAX_WORD_UTF16 && !isStopWord(folded);
}
