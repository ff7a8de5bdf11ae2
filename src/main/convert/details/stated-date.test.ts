import { describe, expect, it } from 'vitest';
import { readStatedDate } from './stated-date.ts';

describe('readStatedDate', () => {
  it.each([
    ['2014', '2014'],
    ['٢٠١٤', '2014'],
    ['2014-00-00', '2014'],
    ['2016-10-08', '2016-10-08'],
    ['2016-10-08T10:00:00.000+03:00', '2016-10-08'],
    ['20161008', '2016-10-08'],
    ['Sat, 08 Oct 2016 10:00:00 GMT', '2016-10-08'],
    ['2016-10', '2016-10'],
    ['08/10/2016', '2016-10-08'],
    ['8 أكتوبر 2016', '2016-10-08'],
    ['2020-09-24~', '2020-09-24~'],
    ['xxxx-12-08', 'XXXX-12-08'],
    ['1442 هـ', '2021~'],
    ['1 محرم 1442', '2020-08-20~'],
  ])('reads %s as %s', (text, edtf) => {
    expect(readStatedDate(text, { dayFirst: true })?.edtf).toBe(edtf);
  });

  it('leaves open which number is the month if that is unknown', () => {
    expect(readStatedDate('08/10/2016', { dayFirst: false })?.edtf).toBe('2016-10-08?');
  });

  it.each(['', 'أمس', '0101-01-01T00:00:00+00:00', '1437', '0000', '2016-13-40', '99999999'])(
    'finds no date in %j',
    (text) => {
      expect(readStatedDate(text, { dayFirst: true })).toBeNull();
    },
  );
});
