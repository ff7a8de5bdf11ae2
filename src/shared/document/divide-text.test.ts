import { describe, expect, it } from 'vitest';
import { divideText } from './divide-text.ts';

/** Writes the ranges with their separators in brackets. */
const show = (text: string, ranges: { start: number; end: number }[]): string =>
  divideText(text, ranges)
    .map(({ start, end, next }) => `<${text.slice(start, end)}>${text.slice(end, next)}`)
    .join('');

describe('divideText', () => {
  it('separates the cells of a row', () => {
    const cells = [
      { start: 0, end: 2 },
      { start: 5, end: 5 },
      { start: 8, end: 10 },
    ];
    expect(show('ab |  | cd', cells)).toBe('<ab> | <> | <cd>');
  });

  it('gives words outside of all ranges to a range', () => {
    const halves = [
      { start: 2, end: 4 },
      { start: 7, end: 9 },
    ];
    expect(show('1 ab x cd!', halves)).toBe('<1 ab x ><cd!>');
  });

  it('covers the whole text when ranges overlap, run backwards or pass its end', () => {
    const text = 'abcdefghij';
    for (let seed = 0; seed < 500; seed += 1) {
      const at = (step: number): number => (seed * step * 7919) % 14;
      const ranges = [3, 5, 11].map((step) => ({ start: at(step), end: at(step + 1) }));
      const divided = divideText(text, ranges.slice(0, seed % 4));
      expect(divided.map(({ start, next }) => text.slice(start, next)).join('')).toBe(text);
      expect(divided.every(({ start, end, next }) => start <= end && end <= next)).toBe(true);
    }
  });
});
