import { describe, expect, it } from 'vitest';
import { describeDate } from './dates.ts';

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
});
