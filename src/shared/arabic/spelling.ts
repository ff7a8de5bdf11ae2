import {
  ALEF,
  ALEF_HAMZA_ABOVE,
  ALEF_HAMZA_BELOW,
  ALEF_MADDA,
  ALEF_MAKSURA,
  FOREIGN_SHAPES,
  HAMZA,
  HEH,
  TEH_MARBUTA,
  WAW_HAMZA,
  YEH,
  YEH_HAMZA,
} from './letters.ts';

const SEATS: ReadonlyMap<string, string> = new Map([
  [ALEF_MADDA, ALEF],
  [ALEF_HAMZA_ABOVE, ALEF],
  [ALEF_HAMZA_BELOW, ALEF],
  [WAW_HAMZA, HAMZA],
  [YEH_HAMZA, HAMZA],
  [ALEF_MAKSURA, YEH],
  [TEH_MARBUTA, HEH],
]);
const SEAT = new RegExp(`[${[...SEATS.keys()].join('')}]`, 'gu');

const SHAPES: ReadonlyMap<string, string> = new Map(FOREIGN_SHAPES);
const SHAPE = new RegExp(`[${[...SHAPES.keys()].join('')}]`, 'gu');
/** Shorter words have too few letters for their foreign letters to be replaced: گل is not كل. */
const MIN_WITH_FOREIGN_LETTERS = 4;

/** The common misspelling of a final hamza after yeh: شئ for شيء. */
const YEH_BEFORE_FINAL_HAMZA = new RegExp(`${YEH}${HAMZA}$`, 'u');

/**
 * Reduces a folded word to what remains without the habits of writers: hamza and its seats, final yeh or alef
 * maksura, teh marbuta or heh, and foreign letters with an Arabic shape. Two words with equal keys are spellings of
 * one word.
 *
 * Examples: أحمد and احمد; مسؤول and مسئول; مدرسة and مدرسه; على and علي.
 */
export function spellingKey(folded: string): string {
  const letters = folded.length < MIN_WITH_FOREIGN_LETTERS ? folded : inArabicShapes(folded);
  return letters
    .replace(SEAT, (letter) => SEATS.get(letter) ?? letter)
    .replace(YEH_BEFORE_FINAL_HAMZA, HAMZA);
}

const inArabicShapes = (folded: string): string =>
  folded.replace(SHAPE, (letter) => SHAPES.get(letter) ?? letter);
