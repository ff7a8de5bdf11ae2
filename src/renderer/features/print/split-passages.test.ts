import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { annotationIdSchema } from '#shared/domain/annotation.ts';
import { numberMarks, splitPassages } from './split-passages.ts';

const mark = (
  digit: number,
  meaning: 'important' | 'fact',
  [start, end]: [number, number],
  note = '',
) => ({
  id: v.parse(annotationIdSchema, `00000000-0000-4000-8000-00000000000${digit}`),
  meaning,
  span: { start, end },
  note,
});

describe('splitPassages', () => {
  it('splits a block where highlights begin and end, and keeps every letter', () => {
    const marks = numberMarks([mark(1, 'fact', [2, 8]), mark(2, 'important', [5, 20])]);

    const passages = splitPassages({ start: 0, end: 12 }, marks);

    expect(passages.map(({ span }) => [span.start, span.end])).toEqual([
      [0, 2],
      [2, 5],
      [5, 8],
      [8, 12],
    ]);
    expect(passages.map((passage) => passage.marks.map(({ meaning }) => meaning))).toEqual([
      [],
      ['fact'],
      ['important', 'fact'],
      ['important'],
    ]);
  });

  it('numbers notes in the order of the text, once, where their highlight ends', () => {
    const marks = numberMarks([
      mark(1, 'fact', [30, 40], 'second'),
      mark(2, 'important', [5, 25], 'first'),
      mark(3, 'fact', [1, 3]),
    ]);

    const first = splitPassages({ start: 0, end: 10 }, marks);
    const second = splitPassages({ start: 11, end: 50 }, marks);

    expect(first.flatMap(({ notes }) => notes)).toEqual([]);
    expect(second.flatMap(({ notes }) => notes)).toEqual([1, 2]);
  });
});
