import type { ElectronApplication, Page } from 'playwright';

/** Whole megabytes (2^20 bytes). */
interface Memory {
  /** Resident memory of the window's process. */
  readonly windowRss: number;
  /** Resident memory of the main process. */
  readonly mainRss: number;
  /** Objects of the page's scripts. */
  readonly windowHeap: number;
}

/** What the window and the main process hold now. */
export async function readMemory(app: ElectronApplication, page: Page): Promise<Memory> {
  const kilobytes = await app.evaluate(({ app: running }) =>
    running.getAppMetrics().map(({ type, memory }) => ({ type, size: memory.workingSetSize })),
  );
  const heap = await page.evaluate(
    () => (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
  );
  const sizeOf = (wanted: string): number =>
    kilobytes.find(({ type }) => type === wanted)?.size ?? 0;
  return {
    windowRss: Math.round(sizeOf('Tab') / 1024),
    mainRss: Math.round(sizeOf('Browser') / 1024),
    windowHeap: Math.round(heap / 2 ** 20),
  };
}
