import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWord, toOriginal } from './fold.ts';

/**
 * Characters that affect each other: letters, marks that compose and marks that do not, controls, digits, other
 * scripts.
 */
const INTERACTING = [
  ...'ابتةهويىأإآؤئءكلمنس',
  ...'کیہۀەٱگپ',
  ...'٠١٢۳۴567',
  ...'\u064B\u064E\u0651\u0653\u0654\u0655\u0670\u06D6\u0640',
  ...'\u200B\u200C\u200D\u200F\u202B\u2069\uFEFF\u00AD',
  ...'ﻻﷲﷺﺎaZéİßΣς\u0301ﬁｶﾞ가각\u1100\u1161\u11A8अि',
  '👩‍👧',
  '\uD800',
  ' ',
  '«',
  '\r',
  '\n',
];
const interactingText = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...INTERACTING) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    ),
  )
  .map((parts) => parts.join(''));
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });

describe('fold', () => {
  it.each([
    ['كِتَابٌ', 'كتاب'],
    ['محـــمد', 'محمد'],
    ['هٰذا', 'هذا'],
    ['٢٠٢٣ ۲۰۲۳', '2023 2023'],
    ['ﻻ', 'لا'],
    ['کتاب فلسطینی', 'كتاب فلسطيني'],
    ['ٱلله', 'الله'],
    ['\u200Fكتاب\u200E', 'كتاب'],
    ['أ مدرسة على', 'أ مدرسة على'],
    ['ا\u0654حمد', 'أحمد'],
    ['PANTHERS', 'panthers'],
  ])('folds %s to %s', (text, expected) => {
    expect(foldWord(text)).toBe(expected);
  });

  it('gives the same text when it folds twice', () => {
    fc.assert(
      fc.property(interactingText, (text) => {
        const once = foldWord(text);

        expect(foldWord(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('folds words and control characters like any text', () => {
    const codes = Array.from({ length: 0x800 }, (_, code) => code);
    for (const text of codes.map((code) => String.fromCharCode(code, 0x0628, code)))
      expect([text, foldWord(text)]).toEqual([text, fold(text).text]);
    fc.assert(
      fc.property(
        fc.oneof(interactingText, fc.string({ unit: 'binary', maxLength: 6 })),
        (text) => {
          expect(foldWord(text)).toBe(fold(text).text);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('folds pieces cut between graphemes to the same text', () => {
    fc.assert(
      fc.property(interactingText, fc.nat(), (text, seed) => {
        const boundaries = [...graphemes.segment(text)].map(({ index }) => index);
        const cut = boundaries[seed % Math.max(1, boundaries.length)] ?? 0;

        expect(foldWord(text.slice(0, cut)) + foldWord(text.slice(cut))).toBe(foldWord(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('maps every span back to whole graphemes that fold to it', () => {
    fc.assert(
      fc.property(interactingText, fc.nat(), fc.nat(), (text, a, b) => {
        const { text: folded, map } = fold(text);
        fc.pre(folded.length > 0);
        const first = a % folded.length;
        const last = first + (b % (folded.length - first));
        const { start, end } = toOriginal(map, first, last + 1);
        const boundaries = new Set([...graphemes.segment(text)].map(({ index }) => index));

        expect(boundaries.has(start)).toBe(true);
        expect(end === text.length || boundaries.has(end) || isTatweelNext(text, end)).toBe(true);
        expect(foldWord(text.slice(start, end))).toContain(folded.slice(first, last + 1));
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps offsets in reading order', () => {
    fc.assert(
      fc.property(interactingText, (text) => {
        const { starts, ends } = fold(text).map;

        for (let at = 1; at < starts.length; at += 1) {
          expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
          expect(ends[at]).toBeGreaterThanOrEqual(ends[at - 1] ?? 0);
        }
      }),
    );
  });
});

/** Unicode treats tatweel as a letter, but folding treats it as part of the letter before it. */
function isTatweelNext(text: string, at: number): boolean {
  return text.charAt(at) === '\u0640';
}
