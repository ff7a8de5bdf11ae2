import { ALEF, ARTICLE, LAM, TEH_MARBUTA } from '#shared/arabic/letters.ts';

/** Fewest words that must indicate a reversal. */
const MIN_EVIDENCE = 4;
/** How many times more words must speak for a reversal than against it. */
const CLEAR = 3;

const ARABIC = '\u0620-\u065F\u0670-\u06D3';
const ARABIC_WORD = new RegExp(`[${ARABIC}]{3,}`, 'gu');
/** Latin words and numbers, which are not turned round with a line. */
const LTR_RUN =
  /%?[A-Za-z\d\u00C0-\u024F٠-٩](?:[A-Za-z\d\u00C0-\u024F٠-٩.,:/%_@+-]*[A-Za-z\d\u00C0-\u024F٠-٩%])?/gu;
/** A percent sign that was moved to the other side of its number. */
const PERCENT = /%(\d[\d.,]*)/gu;
const BRACKETS = ['()', '[]', '{}', '«»'] as const;
const MIRRORED = new Map(
  BRACKETS.flatMap((pair) => [
    [pair.charAt(0), pair.charAt(1)],
    [pair.charAt(1), pair.charAt(0)],
  ]),
);

/**
 * Tells whether the letters of a text are reversed: its words end as Arabic words begin (with the article) and begin as
 * they end (with teh marbuta).
 */
export function isReversed(text: string): boolean {
  let reversed = 0;
  let right = 0;
  for (const [word] of text.matchAll(ARABIC_WORD)) {
    if (word.startsWith(ARTICLE) || word.endsWith(TEH_MARBUTA)) right += 1;
    if (word.endsWith(LAM + ALEF) || word.startsWith(TEH_MARBUTA)) reversed += 1;
  }
  return reversed >= MIN_EVIDENCE && reversed > right * CLEAR;
}

/** Reverses a line. Latin words and numbers stay as they are, and brackets are mirrored. */
export function turnRound(line: string): string {
  return mirror(line).replace(LTR_RUN, mirror).replace(PERCENT, '$1%');
}

function mirror(text: string): string {
  let turned = '';
  for (const letter of text) turned = (MIRRORED.get(letter) ?? letter) + turned;
  return turned;
}

/**
 * Makes brackets and guillemets face each other, because files store them as seen, as typed, or both. An even number of
 * unmatched brackets of one kind is opened and closed in turn.
 */
export function matchBrackets(text: string): string {
  let matched = text;
  for (const [open, close] of BRACKETS.map((pair) => [pair.charAt(0), pair.charAt(1)] as const)) {
    const signs = Array.from(text).filter((letter) => letter === open || letter === close);
    if (signs.length % 2 === 1 || isMatched(signs, open)) continue;
    let count = 0;
    matched = Array.from(matched, (letter) => {
      if (letter !== open && letter !== close) return letter;
      count += 1;
      return count % 2 === 1 ? open : close;
    }).join('');
  }
  return matched;
}

function isMatched(signs: readonly string[], open: string): boolean {
  let depth = 0;
  for (const sign of signs) {
    depth += sign === open ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Presentation forms: letters as they look at the beginning, in the middle or at the end of a word. */
const FORMS = /[\uFB50-\uFDFB\uFE70-\uFEFC]+/gu;
/** Lam-alef that a font's table reverses at the beginning of a word: «األحد» for «الأحد». */
const SWAPPED_LAM_ALEF = new RegExp(
  `(?<![${ARABIC}])([وفبك]?)\u0627([\u0627\u0623\u0625\u0622])\u0644(?=[${ARABIC}])`,
  'gu',
);

/** Returns ordinary letters: presentation forms are resolved, and lam-alef is corrected where that is certain. */
export function plainForms(text: string): string {
  return text
    .replace(FORMS, (forms) => forms.normalize('NFKC').replace(/ (?=\p{M})/gu, ''))
    .replace(SWAPPED_LAM_ALEF, `$1${ARTICLE}$2`);
}
