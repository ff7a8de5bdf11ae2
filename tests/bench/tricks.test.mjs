import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { median } from '../../scripts/bench/figures.ts';
import { gainOf } from '../../scripts/bench/tricks/compare.mjs';
import { VARIANTS } from '../../scripts/bench/tricks/variants.mjs';
import { seededRandom } from '../support/seeded-random.ts';

describe('gainOf', () => {
  it('finds what a trick saves although the machine becomes slower from pair to pair', () => {
    const random = seededRandom(1);
    const pairs = Array.from({ length: 31 }, (_none, round) => {
      const slow = 200 + round * 30;
      return { with: slow + random() * 10, without: slow + 40 + random() * 10 };
    });

    const { gain, low, high } = gainOf(pairs);

    expect(gain).toBeGreaterThan(35);
    expect(gain).toBeLessThan(45);
    expect(low).toBeGreaterThan(30);
    expect(high).toBeLessThan(50);
  });

  it('nearly always has zero in the interval when the difference is chance', () => {
    const random = seededRandom(2);
    const pairsOfChance = () =>
      Array.from({ length: 31 }, () => ({
        with: 200 + random() * 50,
        without: 200 + random() * 50,
      }));
    const intervals = Array.from({ length: 30 }, () => gainOf(pairsOfChance()));

    const holdZero = intervals.filter(({ low, high }) => low <= 0 && high >= 0);

    expect(holdZero.length).toBeGreaterThanOrEqual(25);
  });
});

it('takes the middle value, or the mean of the two middle ones', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

describe('every variant', () => {
  it('has a name of its own', () => {
    expect(new Set(VARIANTS.map(({ id }) => id)).size).toBe(VARIANTS.length);
  });

  it.each(VARIANTS)('$id can still be removed', ({ patches }) => {
    expect(patches.length).toBeGreaterThan(0);
    for (const { file, from } of patches) expect(readFileSync(file, 'utf8'), file).toContain(from);
  });
});
