import { describe, expect, test } from 'vitest';
import { createResolver } from '#shared/anchoring/resolve.ts';
import { STEEP, growthOf } from '#main/testing/processor-time.ts';

const TEXT = Array.from(
  { length: 60 },
  (_, number) => `وقال المتحدث إن الدفعة ${number} وصلت إلى المخازن قبل نهاية الشهر.`,
).join('\n');

const place = (exact: string) => ({
  span: { start: 0, end: exact.length },
  contentHash: 'another',
  quote: { exact, prefix: '', suffix: 'وصلت إلى المخازن' },
});

describe('a quote that was made to be slow', () => {
  test.each([
    ['a run of signs inside', '.'],
    ['a run of blanks', ' '],
    ['a run of marks', '\u064B'],
    ['a run of other letters', 'x'],
    ['words of one letter', 'و '],
  ])('with %s takes time in proportion to its length', async (_name, piece) => {
    // A quote longer than twice the text would not be searched at all.
    const text = TEXT.repeat(20);

    const growth = await growthOf((size) => {
      const exact = `وقال المتحدث${piece.repeat(size / piece.length)}إن الدفعة`;
      return () => createResolver(text, 'present').resolve(place(exact));
    }, 80_000);

    expect(growth).toBeLessThan(STEEP);
  });

  test('that is far longer than the text is not searched', () => {
    const found = createResolver(TEXT, 'present').resolve(place('وقال '.repeat(400_000)));

    expect(found).toEqual({ state: 'orphan', reason: 'not-found' });
  });
});
