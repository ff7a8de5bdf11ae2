import { describe, expect, it } from 'vitest';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import { placeMarks } from './gutter-lines.ts';

// The function under test reads only the id.
const mark = (id: string) => ({ id }) as unknown as Annotation;
const tops = (entries: Readonly<Record<string, number>>) =>
  new Map(Object.entries(entries)) as unknown as ReadonlyMap<AnnotationId, number>;

describe('marks in the margin', () => {
  it('are centred beside their line if there is room', () => {
    const places = placeMarks([mark('a'), mark('b')], tops({ a: 100, b: 141 }));

    expect([...places]).toEqual([
      ['a', 88],
      ['b', 129],
    ]);
  });

  it('are placed below each other if they would overlap, in the order of the text', () => {
    const places = placeMarks([mark('c'), mark('a'), mark('b')], tops({ a: 100, b: 100, c: 141 }));

    expect([...places]).toEqual([
      ['a', 88],
      ['b', 112],
      ['c', 136],
    ]);
  });

  it('have no position before their text is laid out', () => {
    expect(placeMarks([mark('a')], tops({})).size).toBe(0);
  });
});
