import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { coverWholeLetters, hasWholeLetters } from './dependent.ts';
import { describeSpan } from './describe.ts';
import { resolve } from './resolve.ts';

const WORDS = [
  'في',
  'من',
  'الحدود',
  'أمنية',
  'قِيَادَة',
  'العمليّات',
  'الكاميرات',
  'مسؤول',
  '2023',
  '٢٥',
  'داعش',
  'وأكّدَ',
];
const SEPARATORS = [' ', ' ', ' ', '، ', '.\n', ' «', '» '];

const arabicText = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...SEPARATORS)), {
    minLength: 1,
    maxLength: 80,
  })
  .map((pieces) => pieces.flat().join(''));
const anyText = fc.oneof(
  arabicText,
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
const cuts = fc.tuple(fc.nat(10_000), fc.nat(10_000));

/** A span that separates no letter from its marks, or `null` when it would be empty. */
function spanAt(text: string, [a, b]: [number, number]) {
  const [low, high] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y);
  const span = coverWholeLetters(text, { start: low ?? 0, end: high ?? 0 });
  return span.start < span.end ? span : null;
}

it('finds a described span in its position in the same text', () => {
  fc.assert(
    fc.property(anyText, cuts, (text, cut) => {
      const span = spanAt(text, cut);
      fc.pre(span !== null);

      const found = resolve(text, 'h', { span, contentHash: 'h', quote: describeSpan(text, span) });

      expect(found).toEqual({ state: 'anchored', span, confidence: 'exact', score: 1 });
    }),
  );
});

it('finds a described span that contains a word in its position when only the hash differs', () => {
  fc.assert(
    fc.property(arabicText, cuts, (text, cut) => {
      const span = spanAt(text, cut);
      fc.pre(span !== null && /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)));

      const found = resolve(text, 'new', {
        span,
        contentHash: 'old',
        quote: describeSpan(text, span),
      });

      expect(found).toMatchObject({ state: 'anchored', span, confidence: 'exact' });
    }),
    { numRuns: 500 },
  );
});

it('never throws, and returns a span of whole letters within the text', () => {
  fc.assert(
    fc.property(anyText, anyText, cuts, (old, text, cut) => {
      const span = spanAt(old, cut);
      fc.pre(span !== null);

      const found = resolve(text, 'new', {
        span,
        contentHash: 'old',
        quote: describeSpan(old, span),
      });

      if (found.state === 'orphan') return;
      expect(found.span.start).toBeGreaterThanOrEqual(0);
      expect(found.span.end).toBeGreaterThan(found.span.start);
      expect(found.span.end).toBeLessThanOrEqual(text.length);
      expect(hasWholeLetters(text, found.span)).toBe(true);
      expect(found.score).toBeGreaterThanOrEqual(0);
      expect(found.score).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});

it('never throws for a stored place that makes no sense', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ minLength: 1 }),
      fc.string(),
      fc.nat(),
      (text, exact, context, start) => {
        const quote = { exact, prefix: context, suffix: context };

        const found = resolve(text, 'h', {
          span: { start, end: start + 1 },
          contentHash: 'h',
          quote,
        });

        expect(['anchored', 'orphan']).toContain(found.state);
      },
    ),
  );
});
