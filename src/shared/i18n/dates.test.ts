import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../domain/defaults.ts';
import { describeDate } from './dates.ts';
import { dateLocale, setLocale } from './locale.ts';

describe('describeDate', () => {
  it.each([
    ['2020-09-25', '25 أيلول 2020', false],
    ['XXXX-12-08', '8 كانون الأول', true],
    ['2021-11', 'تشرين الثاني 2021', false],
    ['2017~', '2017', true],
    ['2020-09-XX', 'أيلول 2020', true],
    ['XXXX-XX-XX', 'بلا تاريخ', true],
    [null, 'بلا تاريخ', false],
    ['20219-12-08', 'بلا تاريخ', false],
  ])('writes %s', (edtf, text, uncertain) => {
    expect(describeDate(edtf)).toEqual({ text, uncertain });
  });

  afterEach(() => setLocale(DEFAULT_SETTINGS));

  it.each([
    ['ar', 'latn', 'levantine'],
    ['ar', 'arab', 'levantine'],
    ['ar', 'latn', 'egyptian'],
    ['en', 'latn', 'egyptian'],
  ] as const)('writes every month as the system does: %s, %s, %s', (language, digits, months) => {
    setLocale({ language, digits, months });
    const system = new Intl.DateTimeFormat(dateLocale(), {
      timeZone: 'UTC',
      ...({ year: 'numeric', month: 'long', day: 'numeric' } as const),
    });
    for (let month = 1; month <= 12; month += 1) {
      const edtf = `2021-${String(month).padStart(2, '0')}-07`;

      expect(describeDate(edtf).text).toBe(system.format(new Date(edtf)));
    }
  });
});
