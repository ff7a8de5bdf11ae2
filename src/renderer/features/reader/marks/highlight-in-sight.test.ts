import { describe, expect, it } from 'vitest';
import { highlightInSight } from './highlight-in-sight.ts';

const tops = new Map([
  ['third', 900],
  ['first', 100],
  ['second', 300],
]);

describe('highlightInSight', () => {
  it('is the last one above the reading position', () => {
    expect(highlightInSight(tops, 50, 1_000)).toBe('second');
  });

  it('is the first visible one when none is above the reading position', () => {
    expect(highlightInSight(tops, 350, 1_000)).toBe('third');
  });

  it('is null when none is visible', () => {
    expect(highlightInSight(tops, 400, 200)).toBeNull();
  });
});
