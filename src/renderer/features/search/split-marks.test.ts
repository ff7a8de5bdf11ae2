import { describe, expect, it } from 'vitest';
import { splitMarks } from './split-marks.ts';

const show = (text: string, marks: { start: number; end: number }[]) =>
  splitMarks(text, marks).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text));

describe('splitMarks', () => {
  it('splits at matches in any order and at either end of the text', () => {
    expect(show('من داعش إلى', [{ start: 3, end: 7 }])).toEqual(['من ', '[داعش]', ' إلى']);
    expect(
      show('أب ج', [
        { start: 3, end: 4 },
        { start: 0, end: 2 },
      ]),
    ).toEqual(['[أب]', ' ', '[ج]']);
    expect(show('نص', [])).toEqual(['نص']);
  });

  it('never repeats or drops a letter when matches overlap', () => {
    const pieces = splitMarks('0123456789', [
      { start: 2, end: 6 },
      { start: 4, end: 8 },
      { start: 5, end: 6 },
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe('0123456789');
  });
});
