import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { annotationSchema } from '#shared/domain/annotation.ts';
import { AT, FIRST, SECOND, putAnnotation } from './testing/in-memory-store.ts';
import { isUsualAnnotation } from './usual-annotation.ts';

const change = putAnnotation(FIRST, 1, 'ملاحظة');
if (change.kind !== 'put-annotation') throw new Error('no annotation');
const usual: Record<string, unknown> = { ...change.annotation, tags: ['حدود', 'العراق'] };

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    ' ',
    -1,
    0,
    0.5,
    2 ** 53,
    AT,
    SECOND,
    [],
    {},
    'fact',
  ),
  fc.constantFrom<unknown>('2026-02-30T00:00:00Z', '2026-01-02', AT.toLowerCase(), `${AT}\n`),
  fc.constantFrom<unknown>([' حدود'], [''], ['ح'.repeat(51)], Array(21).fill('وسم'), [1]),
  fc.constantFrom<unknown>('م'.repeat(100_001), 'not-a-uuid', String(usual['id']).toUpperCase()),
  fc.constantFrom<unknown>(
    { start: 4, end: 4 },
    { start: -0, end: 3 },
    { start: 0, end: 3, more: 1 },
    { exact: '', prefix: '', suffix: '' },
    { exact: 'ب', prefix: '', suffix: '', more: '' },
    { exact: 'ب', prefix: '' },
  ),
  fc.jsonValue(),
);
const field = fc.constantFrom(...Object.keys(usual), '__proto__', 'constructor', 'more');

/** A record with some fields replaced, some left out. */
const records = fc
  .record({
    replaced: fc.array(fc.tuple(field, odd), { maxLength: 3 }),
    left: fc.array(field, { maxLength: 2 }),
  })
  .map(({ replaced, left }) => {
    const kept = Object.entries(usual).filter(([name]) => !left.includes(name));
    // As JSON is read: `__proto__` is then a field like any other.
    const text = [...kept, ...replaced]
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}`)
      .join(',');
    return JSON.parse(`{${text}}`) as unknown;
  });

describe('isUsualAnnotation', () => {
  it('knows what the store writes', () => {
    expect(isUsualAnnotation(usual, FIRST)).toBe(true);
    expect(isUsualAnnotation(usual, SECOND)).toBe(false);
  });

  it('accepts nothing that the schema refuses or changes', () => {
    let accepted = 0;
    fc.assert(
      fc.property(records, (record) => {
        if (!isUsualAnnotation(record, FIRST)) return;
        accepted++;
        const parsed = v.safeParse(annotationSchema, record);
        expect(parsed.success).toBe(true);
        expect(parsed.output).toEqual(record);
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it.each([
    ['a field too many', { more: 1 }],
    ['a date that is none', { createdAt: '2026-02-30T00:00:00Z' }],
    ['an empty span', { span: { start: 4, end: 4 } }],
    ['a tag to be trimmed', { tags: [' حدود'] }],
    ['no passage', { quote: { exact: '', prefix: '', suffix: '' } }],
    ['a meaning of another version', { meaning: 'doubt?' }],
  ])('leaves to the schema: %s', (_, change) => {
    expect(isUsualAnnotation({ ...usual, ...change }, FIRST)).toBe(false);
  });
});
