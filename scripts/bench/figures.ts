/** Calculates figures from many measured values, and prints them. */

export const round = (value: number, digits = 4): number => Number(value.toFixed(digits));

/** Returns the value below which a share of all values is; 0 for no values. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
}

/** Returns the middle value, or the mean of the two middle ones; 0 for no values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [before = 0, after = before] = [(sorted.length - 1) >> 1, sorted.length >> 1].map(
    (at) => sorted[at],
  );
  return (before + after) / 2;
}

/** Returns the least and the largest value in whole numbers: `231–254`. */
export const spread = (values: readonly number[]): string =>
  `${round(quantile(values, 0), 0)}–${round(quantile(values, 1), 0)}`;

/** Returns how many times were measured, and what they were, ms. */
export function summarize(times: readonly number[]) {
  const at = (share: number): number => round(quantile(times, share), 1);
  return { count: times.length, p50: at(0.5), p95: at(0.95), longest: at(1) };
}

/** Prints the figures as JSON: on one line for a program, otherwise indented. */
export function printJson(measured: object, inOneLine: boolean): void {
  process.stdout.write(`${JSON.stringify(measured, null, inOneLine ? undefined : 2)}\n`);
}
