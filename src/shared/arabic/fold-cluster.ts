import { ARABIC_INDIC_ZERO, EQUIVALENT_LETTERS, PERSIAN_ZERO } from './letters.ts';

/**
 * Marks, tatweel, and characters without a shape of their own: bidi controls, zero-width characters, the soft hyphen,
 * variation selectors, the byte order mark.
 */
const DELETED =
  /[\uFE00-\uFE0F\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u08D3-\u08FF\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;

/** Characters that need a base before them: marks, and the conjoining vowels and finals of Hangul. */
const STARTS_WITHOUT_BASE = /^[\p{M}\u1160-\u11FF]+/u;

const EQUIVALENTS = new Map(EQUIVALENT_LETTERS);
const EQUIVALENT = new RegExp(`[${EQUIVALENT_LETTERS.map(([letter]) => letter).join('')}]`, 'gu');
const DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/gu;

/** A safe upper limit: every Unicode character becomes stable in fewer rounds. */
const MAX_ROUNDS = 6;

/**
 * Folds one grapheme cluster completely but slowly, for clusters that the table of `fold` does not cover.
 *
 * A cluster without a base letter (a lone mark after a control character) folds to nothing. Otherwise its mark could
 * join the letter before it in a second folding, and folding twice would differ from folding once.
 */
export function foldCluster(cluster: string): string {
  let current = cluster;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = foldOnce(current);
    if (next === current) break;
    current = next;
  }
  return current;
}

function foldOnce(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(EQUIVALENT, (letter) => EQUIVALENTS.get(letter) ?? letter)
    .normalize('NFC')
    .replace(DELETED, '')
    .normalize('NFC')
    .replace(DIGIT, toAsciiDigit)
    .replace(STARTS_WITHOUT_BASE, '');
}

function toAsciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_INDIC_ZERO));
}
