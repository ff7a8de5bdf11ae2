/** Starts to measure the processor time of this process alone. @returns a function that returns the ms since then */
export function countProcessorMs(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}

/** Prepares work of a given size, so that only the work itself is measured. */
type Prepare = (size: number) => () => unknown;

/** How many times larger the larger work is. */
const TIMES = 4;
/** How many runs of each size are measured. The fastest counts, because the machine may be busy with other work. */
const RUNS = 3;
/** Shorter times are dominated by other work of the machine, ms of processor time. */
const NOISE_MS = 25;

/** A limit between `TIMES`, which is linear growth, and its square, which is quadratic growth. */
export const STEEP = 9;

/**
 * Returns how many times longer four times as much work takes, which is the same on slow and busy machines.
 *
 * @param size  of the larger work
 */
export async function growthOf(prepare: Prepare, size: number): Promise<number> {
  const [small, large] = [prepare(Math.ceil(size / TIMES)), prepare(size)];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < RUNS; run += 1) {
    least = Math.min(least, await processorMs(small));
    most = Math.min(most, await processorMs(large));
  }
  return most < NOISE_MS ? 0 : most / least;
}

/** Returns the processor time of some work, ms. */
export async function processorMs(work: () => unknown): Promise<number> {
  const spent = countProcessorMs();
  await work();
  return spent();
}
