import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapToWords } from './snap.ts';

const text = 'وأكّد الخفاجي، في تصريح، أنّ «التنسيق» مستمر.\nوالعمليات الـ6 تتواصل.';

const snapped = (from: string, to = from) => {
  const start = text.indexOf(from);
  const span = snapToWords(text, { start, end: text.indexOf(to, start) + to.length });
  return span && text.slice(span.start, span.end);
};

describe('snapToWords', () => {
  it.each([
    ['خفاج', 'خفاج', 'الخفاجي'],
    ['كّد', 'الخ', 'وأكّد الخفاجي'],
    [' الخفاجي، ', ' الخفاجي، ', 'الخفاجي'],
    ['، في', 'تصريح', 'في تصريح'],
    ['مستمر.', 'مستمر.', 'مستمر.'],
    ['مستمر', '\n', 'مستمر.'],
    ['تصريح', '، ', 'تصريح'],
    ['مستم', 'والعم', 'مستمر.\nوالعمليات'],
    ['تنسي', 'تنسي', 'التنسيق'],
  ])('takes whole words from %j to %j', (from, to, expected) => {
    expect(snapped(from, to)).toBe(expected);
  });

  it('finds nothing in spaces and commas', () => {
    expect(snapped('، ')).toBeNull();
    expect(snapped('.\n')).toBeNull();
  });

  it('begins and ends with no separator of cells', () => {
    expect(snapToWords('ab | cd | ef', { start: 2, end: 9 })).toEqual({ start: 5, end: 7 });
  });

  it('never leaves the text, and snapping again changes nothing', () => {
    const within = fc.integer({ min: 0, max: text.length - 1 });
    fc.assert(
      fc.property(within, within, (a, b) => {
        const span = { start: Math.min(a, b), end: Math.max(a, b) + 1 };
        const once = snapToWords(text, span);
        if (!once) return;
        expect(once.start).toBeGreaterThanOrEqual(0);
        expect(once.end).toBeLessThanOrEqual(text.length);
        expect(snapToWords(text, once)).toEqual(once);
      }),
    );
  });
});
