import { LANGUAGE_TAG } from '#shared/domain/limits.ts';
import type { ImportedBlock } from '../document.ts';

/** Letters that only these languages use, with the share of Arabic-script letters that proves the language. */
const OTHER_ARABIC_SCRIPT: readonly (readonly [
  language: string,
  letters: RegExp,
  share: number,
])[] = [
  ['ur', /[\u0679\u0688\u0691\u06BA\u06BE\u06C1\u06D2]/gu, 0.02],
  ['ckb', /[\u06B5\u06C6\u06CE\u06D5\u0695]/gu, 0.03],
  ['fa', /[\u067E\u0686\u0698\u06A9\u06AF\u06CC]/gu, 0.04],
];

/** How much of a text is examined, UTF-16 units. */
const SAMPLE_UTF16 = 50_000;

/** Returns the language that the letters of a text prove, or `null`. */
export function languageOfLetters(text: string): string | null {
  const sample = text.slice(0, SAMPLE_UTF16);
  const arabic = sample.match(/[\u0620-\u064A\u066E-\u06D3\u06D5]/gu)?.length ?? 0;
  const all = sample.match(/\p{L}/gu)?.length ?? 0;
  if (arabic === 0 || arabic * 2 < all) return null;
  for (const [language, letters, share] of OTHER_ARABIC_SCRIPT) {
    if ((sample.match(letters)?.length ?? 0) > arabic * share) return language;
  }
  return 'ar';
}

/** Returns the direction of most letters of a text. */
export function directionOfLetters(text: string): 'rtl' | 'ltr' {
  const sample = text.slice(0, SAMPLE_UTF16);
  const rightToLeft =
    sample.match(/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/gu)?.length ?? 0;
  const leftToRight =
    sample.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu)?.length ?? 0;
  return rightToLeft >= leftToRight ? 'rtl' : 'ltr';
}

/** Languages that are written in letters from right to left. */
const RIGHT_TO_LEFT = new Set('ar arc azb ckb dv fa he ps sd syr ug ur yi'.split(' '));

/**
 * Leaves out the language and direction that a block has in common with its article, or that its letters prove wrong,
 * because programs state a language that nobody chose.
 */
export function withOwnLanguage<T extends Pick<ImportedBlock, 'text' | 'language' | 'direction'>>(
  block: T,
  article: { readonly language: string | null; readonly direction: 'rtl' | 'ltr' },
): T {
  if (block.language === undefined && block.direction === undefined) return block;
  const { language: statedLanguage, direction: statedDirection, ...rest } = block;
  const letters = directionOfLetters(block.text);
  const language = canonicalLanguage(statedLanguage ?? '') ?? '';
  const [name = ''] = language.split('-', 1);
  const isOther =
    LANGUAGE_TAG.test(language) &&
    name !== article.language?.split('-', 1)[0] &&
    (letters === 'rtl') === RIGHT_TO_LEFT.has(name);
  const direction = statedDirection === letters ? letters : article.direction;
  return {
    ...rest,
    ...(isOther && { language }),
    ...(direction !== article.direction && { direction }),
  } as T; // Only fields were left out that may be missing.
}

/** Returns a language tag in the form of BCP 47, or `null` for an invalid one. */
export function canonicalLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag.trim().replace(/_/gu, '-'))[0] ?? null;
  } catch {
    return null; // The tag is invalid; the letters decide instead.
  }
}
