import { describe, expect, it } from 'vitest';
import { fitPortion, growPortion, holds, portionAround } from './portion.ts';

describe('portion of a long list', () => {
  it('is the whole of a short list', () => {
    expect(portionAround(90, 7)).toEqual({ from: 0, to: 90 });
    expect(fitPortion({ from: 0, to: 3 }, 90)).toEqual({ from: 0, to: 90 });
  });

  it('lies around a row, even near the ends', () => {
    for (const row of [-1, 0, 5, 2_500, 4_990, 4_999]) {
      const portion = portionAround(5_000, row);
      expect(holds(portion, Math.max(0, row))).toBe(true);
      expect(portion.to - portion.from).toBeLessThan(100);
    }
  });

  it('reaches every row by growing, and never becomes large', () => {
    const seen = new Set<number>();
    let portion = portionAround(5_000, -1);
    for (let step = 0; step < 400; step += 1) {
      for (let row = portion.from; row < portion.to; row += 1) seen.add(row);
      portion = growPortion(portion, 5_000, 'end', -1);
      expect(portion.to - portion.from).toBeLessThanOrEqual(96);
    }
    expect(seen.size).toBe(5_000);
    for (let step = 0; step < 400; step += 1) portion = growPortion(portion, 5_000, 'start', -1);
    expect(portion.from).toBe(0);
  });

  it('keeps a row that must stay', () => {
    let portion = portionAround(5_000, 1_000);
    for (let step = 0; step < 10; step += 1) portion = growPortion(portion, 5_000, 'end', 1_000);
    expect(holds(portion, 1_000)).toBe(true);
  });

  it('moves into a list that has become shorter', () => {
    expect(fitPortion({ from: 900, to: 1_000 }, 500)).toEqual({ from: 484, to: 500 });
  });
});
