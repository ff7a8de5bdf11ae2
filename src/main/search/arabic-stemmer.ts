import lunr from 'lunr';
import installArabic from 'lunr-languages/lunr.ar.js';
import installStemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import { ARTICLE_CHAINS } from '#shared/arabic/affixes.ts';
import {
  ALEF,
  ALEF_HAMZA_ABOVE,
  ALEF_HAMZA_BELOW,
  ALEF_MADDA,
  ALEF_MAKSURA,
  HEH,
  TEH_MARBUTA,
  YEH,
} from '#shared/arabic/letters.ts';

installStemmerSupport(lunr);
installArabic(lunr);

/** The calling convention of Lunr 1 that the stemmer supports: a string in, a string out. */
type StemString = (word: string) => string;
// The published type is that of a Lunr 2 pipeline function, but the last branch of the code also accepts a string.
const stemString = (lunr as unknown as { ar: { stemmer: StemString } }).ar.stemmer;

/** The proclitics that `removeClitics` removes, longest first; single letters are left to the stemmer. */
const CLITICS = [...ARTICLE_CHAINS].sort((a, b) => b.length - a.length);
const MIN_AFTER_CLITICS = 2;
/** Shorter words keep a final heh, which is a root letter or a pronoun there (له, وجه). */
const MIN_FINAL_HEH = 4;

const ALEFS = new RegExp(`[${ALEF_MADDA}${ALEF_HAMZA_ABOVE}${ALEF_HAMZA_BELOW}]`, 'gu');
const MAKSURA = new RegExp(ALEF_MAKSURA, 'gu');
const HAS_ARABIC = /^[\u0621-\u064A]+$/u;

/** A stem takes about 3 µs, and words repeat. The limit keeps memory constant in a long session. */
const MAX_CACHED_STEMS = 20_000;
const cache = new Map<string, string>();

/**
 * Returns the stem of lunr-languages' Arabic stemmer, after removing clitics and changing our folding to the
 * stemmer's own spelling. Words with other than Arabic letters are returned unchanged.
 *
 * Example: بالمدرسه and مدرسة have the same stem.
 */
export function lunrStem(folded: string): string {
  const known = cache.get(folded);
  if (known !== undefined) return known;
  if (cache.size >= MAX_CACHED_STEMS) cache.clear();
  const stem = computeStem(folded);
  cache.set(folded, stem);
  return stem;
}

function computeStem(folded: string): string {
  if (!HAS_ARABIC.test(folded)) return folded;
  const stem = stemString(inStemmersSpelling(removeClitics(folded)));
  return stem === '' ? folded : stem;
}

function removeClitics(word: string): string {
  const chain = CLITICS.find(
    (each) => word.startsWith(each) && word.length - each.length >= MIN_AFTER_CLITICS,
  );
  return chain === undefined ? word : word.slice(chain.length);
}

function inStemmersSpelling(word: string): string {
  const even = word.replace(ALEFS, ALEF).replace(MAKSURA, YEH);
  const endsInHeh = even.endsWith(HEH) && even.length >= MIN_FINAL_HEH;
  return endsInHeh ? even.slice(0, -1) + TEH_MARBUTA : even;
}
