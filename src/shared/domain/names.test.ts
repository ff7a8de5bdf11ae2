import { describe, expect, it } from 'vitest';
import { authorsOf, yearOf } from './names.ts';

describe('authorsOf', () => {
  it.each([
    [null, []],
    ['سامي الجبوري', ['سامي الجبوري']],
    ['سامي الجبوري، رنا توفيق', ['سامي الجبوري', 'رنا توفيق']],
    ['A; B', ['A', 'B']],
    // A comma belongs to Latin names.
    ['Smith, John', ['Smith, John']],
  ])('reads %j', (author, names) => {
    expect(authorsOf({ author })).toEqual(names);
  });
});

describe('yearOf', () => {
  it.each([
    ['2014~', '2014'],
    ['2016-10-08', '2016'],
    ['XXXX-12-08', null],
    [null, null],
  ])('of %j is %j', (date, year) => {
    expect(yearOf({ date })).toBe(year);
  });
});
