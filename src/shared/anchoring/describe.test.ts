import { describe, expect, it } from 'vitest';
import { describeSpan } from './describe.ts';

const text = 'قالَ المُتَحَدِّثُ: «إنَّ التَّنسيقَ مُهِمٌّ وضَروريٌّ لِمَنعِ تَسَلُّلِ الإرهابيِّينَ»؛ ثُمَّ أضافَ أمرًا.';

describe('describeSpan', () => {
  it('keeps the passage unchanged', () => {
    const start = text.indexOf('التَّنسيقَ');

    const quote = describeSpan(text, { start, end: start + 'التَّنسيقَ'.length });

    expect(quote.exact).toBe('التَّنسيقَ');
    expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
  });

  it('never separates a letter from its marks, wherever the context begins and ends', () => {
    for (let start = 1; start < text.length - 1; start += 1) {
      const { prefix, suffix } = describeSpan(text, { start, end: start + 1 });

      const after = text.indexOf(suffix, start + 1) + suffix.length;
      expect(prefix.length > 1 && /^\p{M}/u.test(prefix)).toBe(false);
      expect(suffix !== '' && /^\p{M}/u.test(text.slice(after, after + 1))).toBe(false);
    }
  });

  it('keeps at most 32 units on each side', () => {
    const quote = describeSpan('ا'.repeat(100), { start: 50, end: 51 });

    expect([quote.prefix.length, quote.suffix.length]).toEqual([32, 32]);
  });
});
