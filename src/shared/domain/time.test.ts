import { describe, expect, it } from 'vitest';
import { isDay, isUtcTime } from './time.ts';

const two = (number: number): string => String(number).padStart(2, '0');

describe('isDay', () => {
  it.each([1900, 2000, 2023, 2024])('accepts every day of %i and no other', (year) => {
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
  it.each(['2026-11-22T10:30:00.000Z', '2026-11-22T23:59:59Z', '2024-02-29T00:00:00.123456Z'])(
    'takes %s',
    (text) => expect(isUtcTime(text)).toBe(true),
  );

  it.each([
    '2026-11-22',
    '2026-11-22T00:00Z',
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
