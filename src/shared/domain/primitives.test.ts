import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { countSchema, isDay, isUtcTime, positiveSchema, uuidSchema } from './primitives.ts';

const two = (number: number): string => String(number).padStart(2, '0');

describe('isDay', () => {
  it.each([1900, 2000, 2023, 2024])('knows every day of %i, and no other', (year) => {
    const known = Array.from({ length: 14 }, (_, month) =>
      Array.from({ length: 33 }, (_, day) => `${year}-${two(month)}-${two(day)}`),
    )
      .flat()
      .filter(isDay);

    const days: string[] = [];
    for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000)
      days.push(new Date(at).toISOString().slice(0, 10));
    expect(known).toEqual(days);
  });
});

describe('isUtcTime', () => {
  it.each([
    '2026-11-22T10:30:00.000Z',
    '2026-11-22T23:59:59Z',
    '2026-11-22T00:00Z',
    '2024-02-29T00:00:00.123456Z',
  ])('takes %s', (text) => expect(isUtcTime(text)).toBe(true));

  it.each([
    '2026-11-22',
    '2026-11-22T10:30:00+03:00',
    '2026-11-22 10:30:00Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T10:60:00Z',
    '2026-02-29T10:30:00Z',
    '2026-04-31T10:30:00Z',
    '2026-11-22t10:30:00z',
    '2026-11-22T10:30:00Z\n',
    ' 2026-11-22T10:30:00Z',
    '٢٠٢٦-١١-٢٢T10:30:00Z',
  ])('refuses %s', (text) => expect(isUtcTime(text)).toBe(false));
});

describe('uuidSchema', () => {
  it('takes random ones, as they are and in capitals', () => {
    const id = randomUUID();

    expect(v.is(uuidSchema, id)).toBe(true);
    expect(v.is(uuidSchema, id.toUpperCase())).toBe(true);
  });

  it.each([
    '',
    '__proto__',
    '3f0f8a4e5a524b7e9a0e0d6c9d3a1f11',
    '3f0f8a4e-5a52-0b7e-9a0e-0d6c9d3a1f11',
    '3f0f8a4e-5a52-4b7e-ca0e-0d6c9d3a1f11',
    '3f0f8a4e-5a52-4b7e-9a0e-0d6c9d3a1f11\n',
    'x3f0f8a4e-5a52-4b7e-9a0e-0d6c9d3a1f11',
  ])('refuses %s', (text) => expect(v.is(uuidSchema, text)).toBe(false));
});

describe('whole numbers', () => {
  it('begin with 0 or with 1 and end where numbers are no longer exact', () => {
    const numbers = [-1, 0, 1, 0.5, 2 ** 53 - 1, 2 ** 53, Number.NaN, Infinity, '1', 1n];

    expect(numbers.filter((number) => v.is(countSchema, number))).toEqual([0, 1, 2 ** 53 - 1]);
    expect(numbers.filter((number) => v.is(positiveSchema, number))).toEqual([1, 2 ** 53 - 1]);
  });
});
