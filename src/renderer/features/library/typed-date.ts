import { ARABIC_INDIC_ZERO, PERSIAN_ZERO } from '#shared/arabic/letters.ts';
import { EDTF_DATE } from '#shared/domain/limits.ts';

const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;
/** Invisible direction marks, which may come with a pasted date. */
const BIDI_SIGNS = /[\u061c\u200e\u200f\u2066-\u2069]/gu;

/**
 * Reads a date that was typed with an Arabic or a Latin keyboard: `٢٠٢١-٠٤؟` is `2021-04?`, and `xxxx-12-08` is
 * `XXXX-12-08`.
 *
 * @returns the date as EDTF; an empty text for an empty field; `null` when it is no date
 */
export function readTypedDate(typed: string): string | null {
  const date = typed
    .replace(BIDI_SIGNS, '')
    .trim()
    .replace(EASTERN_DIGITS, latinDigit)
    .replace('؟', '?')
    .replaceAll('x', 'X');
  return date === '' || EDTF_DATE.test(date) ? date : null;
}

function latinDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_INDIC_ZERO));
}
