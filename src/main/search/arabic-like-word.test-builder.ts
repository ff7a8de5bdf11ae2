import * as fc from 'fast-check';

/** Roots and patterns of letters, which form words that look Arabic but are in no table. */
const ROOT = fc.array(fc.constantFrom(...'بتجحدرزسشصطعفقكلمنهوي'.split('')), {
  minLength: 3,
  maxLength: 3,
});
const PATTERN = fc.constantFrom(
  '123',
  '12ا3',
  '1ا23',
  '12و3',
  '12ي3',
  'م12و3',
  'ت12ي3',
  'ا12ا3',
  'ا1ت2ا3',
  'ا123',
  '12ا3ة',
  '123ة',
  '12ى',
);
const BEFORE = fc.constantFrom('', '', 'ال', 'وال', 'بال', 'لل', 'و', 'ب', 'ل', 'ف', 'وس');
const AFTER = fc.constantFrom(
  '',
  '',
  'ات',
  'ون',
  'ين',
  'ان',
  'ية',
  'ي',
  'يون',
  'ها',
  'هم',
  'ه',
  'نا',
  'ا',
  'اتهم',
);
/** A generated word of a root, a pattern, clitics and an ending. */
export const arabicLikeWord = fc
  .tuple(BEFORE, ROOT, PATTERN, AFTER)
  .map(
    ([before, root, pattern, after]) =>
      `${before}${pattern.replace(/\d/gu, (digit) => root[Number(digit) - 1] ?? '')}${after}`,
  );
