/** Figures of many measured values, and how they are printed. */

export const round = (value: number, digits = 4): number => Number(value.toFixed(digits));

/** The value below which a share of all lies; 0 of nothing. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
}

/** The middle value, or what is between the two middle ones; 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [before = 0, after = before] = [(sorted.length - 1) >> 1, sorted.length >> 1].map(
    (at) => sorted[at],
  );
  return (before + after) / 2;
}

/** The least and the most of all, in whole numbers: `231–254`. */
export const spread = (values: readonly number[]): string =>
  `${round(quantile(values, 0), 0)}–${round(quantile(values, 1), 0)}`;

/** How many times were measured, and what they took, ms. */
export function summarize(times: readonly number[]) {
  const at = (share: number): number => round(quantile(times, share), 1);
  return { count: times.length, p50: at(0.5), p95: at(0.95), longest: at(1) };
}

/** Prints what was measured as JSON: in one line for a program, else indented. */
export function printJson(measured: object, inOneLine: boolean): void {
  process.stdout.write(`${JSON.stringify(measured, null, inOneLine ? undefined : 2)}\n`);
}
