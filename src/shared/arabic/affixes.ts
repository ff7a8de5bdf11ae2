import {
  ALEF,
  ARTICLE,
  BEH,
  FEH,
  HEH,
  KAF,
  LAM,
  MEEM,
  NOON,
  SEEN,
  TEH,
  WAW,
  YEH,
} from './letters.ts';

/**
 * The clitics and endings of Arabic, written as spelling keys (hamza seats and teh marbuta are already unified).
 *
 * Sources: K. Ryding, A Reference Grammar of Modern Standard Arabic (2005), §§ 3.3, 7.1–7.3, 12.2 (attached
 * pronouns), 16 (prepositions); L. Larkey, L. Ballesteros, M. Connell, Light Stemming for Arabic Information
 * Retrieval (2007) for which of them improve retrieval.
 */

/** Proclitics that include the article, longest first. The article makes them certain. */
export const ARTICLE_CHAINS: readonly string[] = [
  WAW + BEH + ARTICLE,
  FEH + BEH + ARTICLE,
  WAW + KAF + ARTICLE,
  FEH + KAF + ARTICLE,
  WAW + LAM + LAM,
  FEH + LAM + LAM,
  WAW + ARTICLE,
  BEH + ARTICLE,
  KAF + ARTICLE,
  FEH + ARTICLE,
  LAM + LAM,
  ARTICLE,
];
/** Number of letters that must remain after a proclitic with the article. */
export const MIN_AFTER_ARTICLE = 2;

/**
 * Proclitics of one or two letters without the article. A word may also begin with these letters itself (وزير is not
 * و + زير).
 */
export const BARE_PROCLITICS: readonly string[] = [
  WAW + BEH,
  WAW + LAM,
  WAW + KAF,
  FEH + BEH,
  FEH + LAM,
  FEH + KAF,
  WAW,
  FEH,
  BEH,
  KAF,
  LAM,
];
export const MIN_AFTER_BARE = 3;

/** The future marker, which occurs only before an imperfect verb: سيكتب, وستكتب. */
export const FUTURE_PROCLITICS: readonly string[] = [WAW + SEEN, FEH + SEEN, SEEN];
export const IMPERFECT_FIRST_LETTERS: ReadonlySet<string> = new Set([YEH, TEH, NOON, ALEF]);
export const MIN_AFTER_FUTURE = 4;

/**
 * Attached pronouns, longest first. The pronoun ي (كتابي) is missing because it looks like the nisba ending, which is
 * far commoner in articles and matches the same words.
 */
export const PRONOUNS: readonly string[] = [
  HEH + MEEM + ALEF,
  KAF + MEEM + ALEF,
  HEH + ALEF,
  HEH + MEEM,
  HEH + NOON,
  KAF + MEEM,
  KAF + NOON,
  NOON + ALEF,
  NOON + YEH,
  HEH,
  KAF,
];
export const MIN_BEFORE_PRONOUN = 3;

/**
 * Regular endings of nouns and adjectives, longest first: sound plurals, duals, the feminine, the accusative alef,
 * the nisba and its own endings.
 */
export const ENDINGS: readonly string[] = [
  YEH + ALEF + TEH,
  YEH + WAW + NOON,
  YEH + YEH + NOON,
  YEH + TEH + YEH + NOON,
  YEH + TEH + ALEF + NOON,
  TEH + ALEF + NOON,
  TEH + YEH + NOON,
  ALEF + TEH,
  ALEF + NOON,
  WAW + NOON,
  YEH + NOON,
  YEH + HEH,
  WAW + ALEF,
  YEH + ALEF,
  HEH,
  YEH,
  ALEF,
];
export const MIN_BEFORE_ENDING = 3;

/** The dual looks like the ending of many verbal nouns (إعلان), so that more letters must remain before it. */
export const DUAL = ALEF + NOON;
export const MIN_BEFORE_DUAL = 4;

/** Feminine plural and singular, before which two letters suffice: لغات, لغة. */
export const FEMININE_PLURAL = ALEF + TEH;
export const FEMININE_SINGULAR = HEH;
