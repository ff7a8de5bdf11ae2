import type { RunningApp } from './app.ts';

/** Runs a timer in the main process. Its result returns the longest silence, ms: how long something blocked it. */
export async function listenToMain({ electron }: RunningApp): Promise<() => Promise<number>> {
  await electron.evaluate(() => {
    const heart = { last: performance.now(), longest: 0 };
    Object.assign(globalThis, { heart });
    setInterval(() => {
      const now = performance.now();
      heart.longest = Math.max(heart.longest, now - heart.last);
      heart.last = now;
    }, 5);
  });
  return () =>
    electron.evaluate(
      () => (globalThis as unknown as { heart: { longest: number } }).heart.longest,
    );
}
