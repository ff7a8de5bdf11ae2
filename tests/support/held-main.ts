import type { RunningApp } from './app.ts';

/**
 * Runs a timer in the main process. Its result returns the longest hold, ms: the longest silence of the timer, of which
 * only the processor time of the main process counts. On a busy machine the process is also silent while it waits for
 * its turn, which no code of ours causes.
 */
export async function listenToMain({ electron }: RunningApp): Promise<() => Promise<number>> {
  await electron.evaluate(() => {
    const heart = { last: performance.now(), used: process.cpuUsage(), longest: 0 };
    Object.assign(globalThis, { heart });
    setInterval(() => {
      const now = performance.now();
      const { user, system } = process.cpuUsage(heart.used);
      heart.longest = Math.max(heart.longest, Math.min(now - heart.last, (user + system) / 1000));
      heart.last = now;
      heart.used = process.cpuUsage();
    }, 5);
  });
  return () =>
    electron.evaluate(
      () => (globalThis as unknown as { heart: { longest: number } }).heart.longest,
    );
}
