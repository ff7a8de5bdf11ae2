import { describe, expect, it } from 'vitest';
import { nextStop } from './roving.ts';

describe('nextStop', () => {
  it('follows the reading direction: right to left, the left arrow leads to the next stop', () => {
    expect(nextStop('ArrowLeft', 0, 3, true)).toBe(1);
    expect(nextStop('ArrowLeft', 0, 3, false)).toBe(2);
  });

  it('wraps around, and goes to the ends with Home and End', () => {
    expect(nextStop('ArrowLeft', 2, 3, true)).toBe(0);
    expect(nextStop('End', 0, 3, true)).toBe(2);
    expect(nextStop('Home', 2, 3, true)).toBe(0);
  });

  it('ignores other keys and empty rows', () => {
    expect(nextStop('KeyJ', 0, 3, true)).toBeNull();
    expect(nextStop('ArrowLeft', 0, 0, true)).toBeNull();
  });
});
