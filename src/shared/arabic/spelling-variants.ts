import {
  ALEF,
  ALEF_HAMZA_ABOVE,
  ALEF_MADDA,
  HAMZA,
  HEH,
  MEEM,
  NOON,
  TEH,
  TEH_MARBUTA,
  WAW,
  WAW_HAMZA,
  YEH,
  YEH_HAMZA,
} from './letters.ts';
import { nameVariants } from './name-spellings.ts';
import { spellingKey } from './spelling.ts';

/** What a pattern is written as in the other orthography. */
type Rewrite = readonly [pattern: RegExp, other: string];

/**
 * Orthographies that differ in more than the seat of a hamza, which `spellingKey` evens out. An alef with hamza is an
 * alef there, as writers leave the hamza out; these rules join it with the other seats where the schools differ:
 *
 * - after yeh (هيئة and هيأة, هيئات and هيآت): the older rule writes the hamza by its own vowel;
 * - before the plural's waw (بدؤوا and بدأوا, يلجؤون and يلجأون): the verb keeps the seat of its singular.
 */
const REWRITES: readonly Rewrite[] = [
  [rule(`(?<=.${YEH})${YEH_HAMZA}(?=[${TEH_MARBUTA}${HEH}${TEH}])`), ALEF_HAMZA_ABOVE],
  [rule(`(?<=.${YEH})${ALEF_HAMZA_ABOVE}(?=[${TEH_MARBUTA}${HEH}${TEH}])`), YEH_HAMZA],
  [rule(`(?<=.${YEH})${YEH_HAMZA}${ALEF}(?=${TEH})`), ALEF_MADDA],
  [rule(`(?<=.${YEH})${ALEF_MADDA}(?=${TEH})`), YEH_HAMZA + ALEF],
  [rule(`(?<=..)[${WAW_HAMZA}${YEH_HAMZA}${HAMZA}](?=${WAW}[${ALEF}${NOON}]$)`), ALEF_HAMZA_ABOVE],
  [rule(`(?<=..)${ALEF_HAMZA_ABOVE}(?=${WAW}[${ALEF}${NOON}]$)`), WAW_HAMZA],
];

/** What may stand before the word "hundred" in one word: ثلاثمئة to تسعمئة. */
const HUNDREDS = '(?:ثلاث|[أا]ربع|خمس|ست|سبع|ثمان|ثماني|تسع)';
/** "Hundred" up to its ending, with or without the silent alef: مئة, مائتان; not مائي or مائدة. */
const HUNDRED = new RegExp(
  `^(${HUNDREDS}?${MEEM})${ALEF}?${YEH_HAMZA}(?=[${TEH_MARBUTA}${HEH}]$|${TEH})`,
  'u',
);

/**
 * Spelling keys of the other ways in which a word is written: the other orthography of a hamza, the silent alef of
 * مائة, and listed spellings of names.
 *
 * @param folded without its proclitics
 */
export function variantKeys(folded: string): readonly string[] {
  const key = spellingKey(folded);
  const found = [...nameVariants(key)];
  for (const [pattern, other] of REWRITES) {
    if (pattern.test(folded)) found.push(spellingKey(folded.replace(pattern, other)));
  }
  const [hundred, beginning = ''] = HUNDRED.exec(folded) ?? [];
  if (hundred !== undefined) {
    const middle = hundred === beginning + YEH_HAMZA ? ALEF + YEH_HAMZA : YEH_HAMZA;
    found.push(spellingKey(beginning + middle + folded.slice(hundred.length)));
  }
  return found.filter((each) => each !== key);
}

function rule(source: string): RegExp {
  return new RegExp(source, 'u');
}
