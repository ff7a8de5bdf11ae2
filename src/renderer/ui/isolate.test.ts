import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRuns } from './isolate.ts';

const foreign = (text: string) =>
  splitRuns(text)
    .filter((piece) => piece.foreign)
    .map((piece) => piece.text);

describe('splitRuns', () => {
  it('never changes the text', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(
          splitRuns(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it.each([
    ['انظر https://example.org/ar?id=42&lang=ar، ثم عُد.', ['https://example.org/ar?id=42&lang=ar']],
    ['راسل press@example.org.', ['press@example.org']],
    ['وهاتفه +964 770 123 4567.', ['+964 770 123 4567']],
    ['بقيمة $2.5 مليار', ['$2.5']],
    ['انخفض −1.2% هذا العام', ['−1.2']],
    ['شبكة 400 kV جديدة', ['400 kV']],
    ['وقّعت GE Vernova (GEV) المذكرة', ['GE Vernova (GEV)']],
    ['خلال 12-15 شهرًا', []],
    ['درجة حرارة −4 في السليمانية', ['−4']],
    ['خسر -$1.2 مليون', ['-$1.2']],
    ['مشروع Baiji 2، إنّ', ['Baiji 2']],
    ['معيار IEC 61850 كاملًا', ['IEC 61850']],
    ['على @example_iq والوسم #كهرباء', ['@example_iq']],
    ["كتب Jean-Luc O'Neill عن Şirnex", ["Jean-Luc O'Neill", 'Şirnex']],
    ['لا شيء سوى العربية و25 أيلول 2020', []],
  ])('isolates what is foreign in %j', (text, runs) => {
    expect(foreign(text)).toEqual(runs);
  });
});
