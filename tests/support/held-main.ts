import type { ElectronApplication } from '@playwright/test';

/** The timer in the main process. `rest` leaves out the time since its last beat. */
interface Heart {
  longest: number;
  beat(): void;
  rest(): void;
}

/** Where the timer is kept in the main process. */
export type WithHeart = typeof globalThis & { heart: Heart };

/**
 * Runs a timer in the main process. Its result returns the longest hold since it was last asked, ms: the longest silence
 * of the timer, of which only the processor time of the main process counts. On a busy machine the process is also
 * silent while it waits for its turn, which no code of ours causes.
 */
export async function listenToMain(electron: ElectronApplication): Promise<() => Promise<number>> {
  await electron.evaluate(() => {
    let [last, used] = [performance.now(), process.cpuUsage()];
    const heart: Heart = {
      longest: 0,
      beat() {
        const { user, system } = process.cpuUsage(used);
        const silentMs = performance.now() - last;
        heart.longest = Math.max(heart.longest, Math.min(silentMs, (user + system) / 1000));
        heart.rest();
      },
      rest() {
        [last, used] = [performance.now(), process.cpuUsage()];
      },
    };
    Object.assign(globalThis, { heart });
    setInterval(heart.beat, 5);
  });
  return () =>
    electron.evaluate(() => {
      const { heart } = globalThis as WithHeart;
      const { longest } = heart;
      heart.longest = 0;
      heart.rest();
      return longest;
    });
}
