import { describe, expect, it } from 'vitest';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import { groupByLine } from './gutter-lines.ts';

// Only the id counts here.
const mark = (id: string) => ({ id }) as unknown as Annotation;
const tops = (entries: Readonly<Record<string, number>>) =>
  new Map(Object.entries(entries)) as unknown as ReadonlyMap<AnnotationId, number>;
const ids = (lines: ReturnType<typeof groupByLine>) =>
  lines.map(({ top, marks }) => [top, ...marks.map(({ id }) => id)]);

describe('groupByLine', () => {
  it('puts marks on lines of their own where there is room', () => {
    const lines = groupByLine([mark('a'), mark('b')], tops({ a: 100, b: 141 }));

    expect(ids(lines)).toEqual([
      [100, 'a'],
      [141, 'b'],
    ]);
  });

  it('stacks those that would lie on each other, in the order of the text', () => {
    const lines = groupByLine([mark('c'), mark('a'), mark('b')], tops({ a: 100, b: 100, c: 141 }));

    expect(ids(lines)).toEqual([[100, 'a', 'b', 'c']]);
  });

  it('shows none that has not been measured', () => {
    expect(groupByLine([mark('a')], tops({}))).toEqual([]);
  });
});
