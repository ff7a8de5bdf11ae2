/** How two series of starts are compared: by the differences of starts that were made one after the other. */

import { seededRandom } from '../../../tests/support/seeded-random.ts';

const RESAMPLES = 4000;
const SEED = 20_261_130;

/** The middle value. @param values  at least one */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * What a trick gains: the median of the differences, and the interval that holds 95 % of the medians of samples drawn
 * from them (bootstrap).
 *
 * @param pairs  `{ with, without }`, ms, of two starts in a row
 * @returns      `{ gain, low, high }`, ms; positive when the trick saves time
 */
export function gainOf(pairs) {
  const differences = pairs.map((pair) => pair.without - pair.with);
  const random = seededRandom(SEED);
  const draw = () => differences[Math.floor(random() * differences.length)];
  const medians = Array.from({ length: RESAMPLES }, () => median(differences.map(draw))).toSorted(
    (a, b) => a - b,
  );
  return {
    gain: median(differences),
    low: medians[Math.floor(RESAMPLES * 0.025)],
    high: medians[Math.ceil(RESAMPLES * 0.975) - 1],
  };
}
