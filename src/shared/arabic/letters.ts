/**
 * The one table of Arabic characters that the program's logic uses.
 *
 * Names are those of the Unicode charts, shortened. Word lists (name spellings, plurals, stop words) are data and
 * have files of their own.
 */

export const HAMZA = '\u0621';
export const ALEF_MADDA = '\u0622';
export const ALEF_HAMZA_ABOVE = '\u0623';
export const WAW_HAMZA = '\u0624';
export const ALEF_HAMZA_BELOW = '\u0625';
export const YEH_HAMZA = '\u0626';
export const ALEF = '\u0627';
export const BEH = '\u0628';
export const TEH_MARBUTA = '\u0629';
export const TEH = '\u062A';
export const JEEM = '\u062C';
export const REH = '\u0631';
export const ZAIN = '\u0632';
export const SEEN = '\u0633';
export const FEH = '\u0641';
export const KAF = '\u0643';
export const LAM = '\u0644';
export const MEEM = '\u0645';
export const NOON = '\u0646';
export const HEH = '\u0647';
export const WAW = '\u0648';
export const ALEF_MAKSURA = '\u0649';
export const YEH = '\u064A';
export const ALEF_WASLA = '\u0671';

/** The definite article. */
export const ARTICLE = ALEF + LAM;

/**
 * Letters of Persian, Urdu, Kurdish and Quranic print that represent an Arabic letter, each with that letter. Letters
 * with a sound of their own (peh, tcheh, jeh, gaf, veh, the Kurdish oe) are left as they are.
 */
export const EQUIVALENT_LETTERS: readonly (readonly [letter: string, arabic: string])[] = [
  [ALEF_WASLA, ALEF],
  ['\u0672', ALEF_HAMZA_ABOVE],
  ['\u0673', ALEF_HAMZA_BELOW],
  ['\u06A9', KAF],
  ['\u06AA', KAF],
  ['\u06AD', KAF],
  ['\u06BE', HEH],
  ['\u06C0', HEH],
  ['\u06C1', HEH],
  ['\u06C2', HEH],
  ['\u06C3', TEH_MARBUTA],
  ['\u06CC', YEH],
  ['\u06CD', YEH],
  ['\u06D0', YEH],
  ['\u06D2', YEH],
  ['\u06D3', YEH_HAMZA],
  ['\u06D5', HEH],
];

/**
 * Letters with a sound of their own in Persian and Kurdish, each with the Arabic letter of the same shape, which
 * writers use when their keyboard lacks the letter: گرميان and كرميان. The two stay different at the layer `exact`.
 */
export const FOREIGN_SHAPES: readonly (readonly [letter: string, arabic: string])[] = [
  ['\u067E', BEH],
  ['\u0686', JEEM],
  ['\u0695', REH],
  ['\u0698', ZAIN],
  ['\u06A4', FEH],
  ['\u06AF', KAF],
  ['\u06B5', LAM],
  ['\u06C6', WAW],
  ['\u06CE', YEH],
];

/** The code points of the Arabic-Indic and the Persian zero; the other nine digits follow each. */
export const ARABIC_INDIC_ZERO = 0x0660;
export const PERSIAN_ZERO = 0x06f0;

/** Code point ranges of the marks that folding deletes: harakat, Quranic marks, the small alef, tatweel. */
export const DELETED_ARABIC_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x0610, 0x061a],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e8],
  [0x06ea, 0x06ed],
];

/** Madda and the two hamzas as combining marks, which compose with the letter before them. */
export const COMPOSING_MARKS: readonly number[] = [0x0653, 0x0654, 0x0655];
