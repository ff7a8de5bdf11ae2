/** Compares two series of starts by the differences of consecutive starts. */
import { seededRandom } from '../../../tests/support/seeded-random.ts';
import { median, quantile } from '../figures.ts';

const RESAMPLES = 4000;
const SEED = 20_261_130;

/**
 * Returns what a trick gains: the median of the differences, and the interval that contains 95 % of the medians of
 * samples drawn from them (bootstrap).
 *
 * @param pairs  `{ with, without }`, ms, of two consecutive starts
 * @returns      `{ gain, low, high }`, ms; positive when the trick saves time
 */
export function gainOf(pairs) {
  const differences = pairs.map((pair) => pair.without - pair.with);
  const random = seededRandom(SEED);
  const draw = () => differences[Math.floor(random() * differences.length)];
  const medians = Array.from({ length: RESAMPLES }, () => median(differences.map(draw)));
  return {
    gain: median(differences),
    low: quantile(medians, 0.025),
    high: quantile(medians, 0.975),
  };
}
