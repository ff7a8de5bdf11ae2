import { ALEF_MAKSURA, ARTICLE, TEH_MARBUTA } from '#shared/arabic/letters.ts';

const ARABIC_WORD = /[\u0621-\u064A\u0671-\u06D3][\u0621-\u065F\u0670-\u06D3]*/gu;
const ODD = /[\uFFFD\u0080-\u009F\u0192\u02C6]|[\u00C0-\u00FF\u0100-\u017F]/gu;

/** Letters that occur only at the end of a word. Inside a word they show that the table is wrong. */
const FINAL_ONLY = new RegExp(
  `[${TEH_MARBUTA}${ALEF_MAKSURA}](?=[\u0621-\u063A\u0641-\u064A])`,
  'gu',
);
/** A mark that has no letter before it. */
const LOOSE_MARKS = /(?:^|[^\u0621-\u065F\u0670\u0671-\u06D3])[\u064B-\u0652]/gu;
/** A Latin letter or a sign inside an Arabic word. */
const MIXED =
  /[\u0621-\u064A][A-Za-z\u00A1-\u00FF\u2020-\u203A\u20AC\u2122\u0192\u02C6](?=[\u0621-\u064A])/gu;
const MIXED_ENDS =
  /[\u0621-\u064A][\u00A1-\u00AA\u00AC-\u00BA\u00BC-\u00FF\u0152-\u0192\u02C6\u2020-\u2022\u2026\u2030\u20AC\u2122]/gu;

/** The penalty for C1 control characters. No text has them, so a single one makes the table doubtful. */
const C1_FINE = 0.2;

/**
 * Returns how much a text reads like Arabic: the share of its words that begin with the article, less the share of what
 * no Arabic text has. Arabic prose is above 0.1, a wrong table below 0.
 *
 * @param text  a sample is enough; the time is linear
 * @returns     `-1` to `1`, 0 without Arabic letters
 */
export function arabicPlausibility(text: string): number {
  const words = text.match(ARABIC_WORD) ?? [];
  const odd = count(text, ODD);
  if (words.length === 0) return odd > 0 ? -Math.min(1, (odd * 4) / text.length) : 0;
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const withArticle = words.filter(
    (word) => word.length > 3 && word.slice(0, 4).includes(ARTICLE),
  ).length;
  const wrong = count(text, FINAL_ONLY) + count(text, LOOSE_MARKS) + count(text, MIXED) * 2;
  const score =
    withArticle / words.length -
    (wrong * 4) / letters -
    (odd * 2) / (letters + odd) -
    count(text, MIXED_ENDS) / words.length -
    (/[\u0080-\u009F]/u.test(text) ? C1_FINE : 0);
  return Math.max(-1, Math.min(1, score));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
