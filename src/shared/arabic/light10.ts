import {
  ALEF,
  ALEF_HAMZA_ABOVE,
  ALEF_HAMZA_BELOW,
  ALEF_MADDA,
  ALEF_MAKSURA,
  ARTICLE,
  BEH,
  FEH,
  HEH,
  KAF,
  LAM,
  NOON,
  TEH,
  TEH_MARBUTA,
  WAW,
  YEH,
} from './letters.ts';

const ALEFS = new RegExp(`[${ALEF_MADDA}${ALEF_HAMZA_ABOVE}${ALEF_HAMZA_BELOW}]`, 'gu');
const MAKSURA = new RegExp(ALEF_MAKSURA, 'gu');
const MARBUTA = new RegExp(TEH_MARBUTA, 'gu');

const PREFIXES = [WAW + ARTICLE, BEH + ARTICLE, KAF + ARTICLE, FEH + ARTICLE, ARTICLE, LAM + LAM];
const SUFFIXES = [
  HEH + ALEF,
  ALEF + NOON,
  ALEF + TEH,
  WAW + NOON,
  YEH + NOON,
  YEH + HEH,
  YEH + HEH,
  HEH,
  YEH,
];

/**
 * The light10 stemmer of Larkey, Ballesteros and Connell (2007), as in Lucene's ArabicNormalizer and ArabicStemmer.
 * It removes the article or و from the start and each of nine endings at most once.
 *
 * Example: والمدرسات becomes مدرس.
 */
export function light10(folded: string): string {
  let word = folded.replace(ALEFS, ALEF).replace(MAKSURA, YEH).replace(MARBUTA, HEH);
  const prefix = PREFIXES.find((each) => word.startsWith(each) && word.length - each.length >= 2);
  if (prefix !== undefined) word = word.slice(prefix.length);
  else if (word.startsWith(WAW) && word.length >= 4) word = word.slice(1);
  for (const suffix of SUFFIXES) {
    if (word.endsWith(suffix) && word.length - suffix.length >= 2) {
      word = word.slice(0, -suffix.length);
    }
  }
  return word;
}
