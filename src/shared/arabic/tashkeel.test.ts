import { describe, expect, it } from 'vitest';
import { splitTashkeel } from './tashkeel.ts';

describe('splitTashkeel', () => {
  it('separates the vowel signs and loses nothing', () => {
    // كَتَبَ
    const text = '\u0643\u064e\u062a\u064e\u0628\u064e';

    const parts = splitTashkeel(text);

    expect(parts.filter((_, index) => index % 2 === 0).join('')).toBe('كتب');
    expect(parts.join('')).toBe(text);
  });

  it('leaves hamza, madda and tatweel with their letter', () => {
    for (const text of ['\u0627\u0654', '\u0627\u0653', 'كـتاب', 'أإآؤئ', 'abc 12'])
      expect(splitTashkeel(text)).toEqual([text]);
  });
});
