import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { countSchema, plainRecord, positiveSchema, uuidSchema } from './primitives.ts';

describe('uuidSchema', () => {
  it('accepts random ones in lower and upper case', () => {
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
  it('begin at 0 or at 1 and end where numbers stop being exact', () => {
    const numbers = [-1, 0, 1, 0.5, 2 ** 53 - 1, 2 ** 53, Number.NaN, Infinity, '1', 1n];

    expect(numbers.filter((number) => v.is(countSchema, number))).toEqual([0, 1, 2 ** 53 - 1]);
    expect(numbers.filter((number) => v.is(positiveSchema, number))).toEqual([1, 2 ** 53 - 1]);
  });
});

describe('plainRecord', () => {
  it('rejects an array', () => {
    const schema = plainRecord(v.string(), v.number());

    expect(v.is(schema, { a: 1 })).toBe(true);
    expect(v.is(schema, {})).toBe(true);
    for (const other of [[], [1], 'a', null, undefined, { a: '1' }])
      expect(v.is(schema, other)).toBe(false);
  });
});
