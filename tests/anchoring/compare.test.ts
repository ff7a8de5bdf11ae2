import { expect, it } from 'vitest';
import { makeCases, ours, tally, theirs, total } from './compare.ts';
import { makeLargeCase, measureLargeCase } from './large-text.ts';

/** Enough cases for clearly different totals; the script runs more. */
const CASES_PER_EDIT = 40;
const SEED = 404;

/** Largest share of notes with a wrong anchor. 1 % was measured; the rule of Hypothesis has about 15 %. */
const MAX_WRONG_SHARE = 0.03;

it('recovers no fewer passages than the rule of Hypothesis, and anchors fewer to wrong words', () => {
  const cases = makeCases(SEED, CASES_PER_EDIT);

  const own = tally(cases, ours);
  const other = tally(cases, theirs);

  const [sum, otherSum] = [total(own.values()), total(other.values())];
  expect(sum.recovered).toBeGreaterThanOrEqual(otherSum.recovered);
  expect(sum.wrong).toBeLessThan(otherSum.wrong);
  expect(sum.wrong / cases.length).toBeLessThan(MAX_WRONG_SHARE);
  expect(sum.toTheLetter).toBeGreaterThan(otherSum.toTheLetter);
}, 60_000);

it('finds the passages of a large changed text', () => {
  const large = makeLargeCase(100_000, 300);

  const figures = measureLargeCase(large, () => 0);

  expect(figures.right).toBeGreaterThan(280);
  expect(figures.wrong).toBeLessThan(3);
});
