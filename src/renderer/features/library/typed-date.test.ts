import { describe, expect, it } from 'vitest';
import { readTypedDate } from './typed-date.ts';

describe('readTypedDate', () => {
  it.each([
    ['2021', '2021'],
    ['٢٠٢١-٠٤-٠٧', '2021-04-07'],
    ['۲۰۱۷~', '2017~'],
    ['٢٠١٧؟', '2017?'],
    ['xxxx-12-08', 'XXXX-12-08'],
    [' \u200F٢٠٢١-٠٤ ', '2021-04'],
    ['  ', ''],
  ])('reads %j as %j', (typed, edtf) => {
    expect(readTypedDate(typed)).toBe(edtf);
  });

  it.each(['أمس', '2021-13', '20219', '٢٠٢١؟؟'])('refuses %j', (typed) => {
    expect(readTypedDate(typed)).toBeNull();
  });
});
