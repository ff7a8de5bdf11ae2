import { describe, expect, it } from 'vitest';
import { GONE, align } from './align.ts';
import { compareWords } from './word-similarity.ts';

const columnsOf = (pattern: string, window: string): number[] => [
  ...align(pattern.split(' '), window.split(' ')).columns,
];

describe('align', () => {
  it('finds a row of words in a window', () => {
    expect(columnsOf('باء تاء ثاء', 'ألف باء تاء ثاء جيم')).toEqual([1, 2, 3]);
  });

  it('skips an inserted word, a replaced word and a lost word', () => {
    expect(columnsOf('باء تاء ثاء', 'باء كلمة تاء ثاء')).toEqual([0, 2, 3]);
    expect(columnsOf('باء تاء ثاء', 'باء كلمة ثاء')).toEqual([0, 1, 2]);
    expect(columnsOf('باء تاء ثاء', 'باء ثاء')).toEqual([0, GONE, 1]);
  });

  it('finds nothing in an empty window', () => {
    expect([...align(['باء'], []).columns]).toEqual([GONE]);
  });
});

describe('compareWords', () => {
  it('counts shared letters, and never calls two different numbers similar', () => {
    expect(compareWords('كتاب', 'كتابه')).toBeCloseTo(0.8);
    expect(compareWords('كتاب', 'مدرسه')).toBe(0);
    expect(compareWords('2023', '2024')).toBe(0);
    expect(compareWords('2023', '2023')).toBe(1);
  });
});
