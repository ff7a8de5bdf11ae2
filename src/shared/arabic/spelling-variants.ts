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

/** A pattern in a word, and how the other orthography writes it. */
type Rewrite = readonly [pattern: RegExp, other: string];

/**
 * Pairs of orthographies that differ in more than the seat of a hamza, which `spellingKey` unifies already. An alef
 * with hamza has the key of a plain alef, because writers often leave the hamza out. These rules connect it with the
 * other seats where the orthographies differ:
 *
 * - after yeh (هيئة and هيأة, هيئات and هيآت): the older rule seats the hamza by its own vowel;
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

/** Numbers that may be written together with the word "hundred": ثلاثمئة to تسعمئة. */
const HUNDREDS = '(?:ثلاث|[أا]ربع|خمس|ست|سبع|ثمان|ثماني|تسع)';
/** The word "hundred" up to its ending, with or without the silent alef: مئة, مائتان; not مائي or مائدة. */
const HUNDRED = new RegExp(
  `^(${HUNDREDS}?${MEEM})${ALEF}?${YEH_HAMZA}(?=[${TEH_MARBUTA}${HEH}]$|${TEH})`,
  'u',
);

/**
 * Returns the spelling keys of a word's other spellings: the other orthography of a hamza, مائة with or without its
 * silent alef, and listed spellings of names.
 *
 * @param folded the folded word without its proclitics
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
