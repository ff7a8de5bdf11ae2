/** Starts to count the processor's time of this process; other processes do not count. @returns ms since then */
export function countProcessorMs(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}

/** Work of some size, with everything that it needs already made. */
type Prepare = (size: number) => () => unknown;

/** How much larger the larger work is. */
const TIMES = 4;
/** Runs of each size; the best counts, as the machine may be at something else, too. */
const RUNS = 3;
/** Less than this is lost in what the machine does beside, ms of the processor. */
const NOISE_MS = 10;

/** Between `TIMES`, where time grows with the size, and its square, where it grows with the square of the size. */
export const STEEP = 9;

/**
 * How many times longer four times as much work takes: the same on a slow machine and on a busy one.
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

/** The processor's time that work takes, ms. */
export async function processorMs(work: () => unknown): Promise<number> {
  const spent = countProcessorMs();
  await work();
  return spent();
}
