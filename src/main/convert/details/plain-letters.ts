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
import { foldWord } from '#shared/arabic/fold.ts';

const ALEFS = new RegExp(`[${ALEF_MADDA}${ALEF_HAMZA_ABOVE}${ALEF_HAMZA_BELOW}]`, 'gu');

/**
 * Writes a line like the word lists of the conversion: folded, with one alef, final yeh and heh, Latin digits and one
 * space between words. Example: «اقرأ أيضًا» becomes «اقرا ايضا».
 */
export function plainLetters(line: string): string {
  return foldWord(line)
    .replace(ALEFS, ALEF)
    .replaceAll(ALEF_MAKSURA, YEH)
    .replaceAll(TEH_MARBUTA, HEH)
    .replace(/[\u200B-\u200F\u061C\u00AD]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
