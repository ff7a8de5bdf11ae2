import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from './tokenize.ts';

const words = (text: string): string[] => tokenize(text).map((token) => token.text);

describe('tokenize', () => {
  it.each([
    ['“داعش”، #داعش، (داعش)؟', ['داعش', 'داعش', 'داعش']],
    ['#الحكومة_العراقية', ['الحكومة', 'العراقية']],
    ['الـ6 آذار/مارس ٢٠٢٣', ['ال', '6', 'آذار', 'مارس', '2023']],
    ['Super Bowl 50', ['super', 'bowl', '50']],
    ['  \u200F … ', []],
  ])('splits %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('includes all marks of a word in its span', () => {
    const text = 'قرأ كِتَابٌا محـــمدٌ';

    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'قرأ',
      'كِتَابٌا',
      'محـــمدٌ',
    ]);
  });

  it('gives spans that are in order and do not overlap, unless one sign holds several words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tokens = tokenize(text);

        for (const [index, token] of tokens.entries()) {
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(token.start).toBeGreaterThanOrEqual(tokens[index - 1]?.start ?? 0);
        }
      }),
    );
  });

  it('finds all words of ﷺ at the one sign', () => {
    const tokens = tokenize('النبي ﷺ');

    expect(tokens.slice(1).every(({ start, end }) => start === 6 && end === 7)).toBe(true);
  });
});
