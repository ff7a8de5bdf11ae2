import { describe, expect, it } from 'vitest';
import { LANGUAGES, SIZES, THEMES, fourLooks, look } from '../../scripts/pictures/looks.ts';

const pairs = (ones: readonly string[], others: readonly string[]): string[] =>
  ones.flatMap((one) => others.map((other) => `${one} ${other}`)).toSorted();

describe('the looks of the pictures', () => {
  it('show every theme, and every size in every language, with each four', () => {
    const looks = fourLooks(2);

    expect(looks.map(({ theme }) => theme).toSorted()).toEqual(THEMES.toSorted());
    expect(looks.map(({ size, language }) => `${size} ${language}`).toSorted()).toEqual(
      pairs(SIZES, LANGUAGES),
    );
  });

  it('show every theme in every size and language with the fours of three screens', () => {
    const looks = [0, 1, 2].flatMap(fourLooks);

    const shown = (of: (each: (typeof looks)[number]) => string) =>
      [...new Set(looks.map(of))].toSorted();
    expect(shown(({ theme, size }) => `${theme} ${size}`)).toEqual(pairs(THEMES, SIZES));
    expect(shown(({ theme, language }) => `${theme} ${language}`)).toEqual(
      pairs(THEMES, LANGUAGES),
    );
  });

  it('are light, wide and Arabic by default', () => {
    expect(look('dark en')).toEqual({ theme: 'dark', size: '1280x800', language: 'en' });
  });
});
