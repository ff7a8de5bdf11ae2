import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ask, chooseInDialog, listArticles } from '../dev/drive-app.ts';
import type { OpenedApp } from '../dev/open-app.ts';
import { readMemory, withApp } from './bench-window.ts';
import { round } from './figures.ts';

/** Articles that must be found before the search counts as complete: one of every stored segment, and more. */
const CHECKED_ARTICLES = 40;

/** How many of the rarer words are asked at a time. */
const ASKED_WORDS = 2;

interface WithGap {
  longestGap: { readonly ms: number; readonly busyMs: number };
}

/** Files to import in one go: a file, or a folder. */
export interface Batch {
  readonly name: string;
  readonly path: string;
}

/** The measured values of one import. */
export interface MeasuredImport {
  readonly name: string;
  readonly files: number;
  readonly imported: number;
  readonly filesPerSecond: number;
  /** Longest time between two turns of the main process, ms. */
  readonly longestGapMs: number;
  /** How much of that gap the main process was working, ms; the rest it waited for the disk or the processor. */
  readonly busyMs: number;
}

/** Imports one batch after the other in the real app, and measures the main process's longest turn meanwhile. */
export async function importInApp(
  dataFolder: string,
  batches: readonly Batch[],
): Promise<MeasuredImport[]> {
  mkdirSync(dataFolder, { recursive: true });
  return withApp({ dataFolder }, async (app) => {
    // The wait is long enough for the start to be over.
    await app.page.waitForTimeout(3000);
    await app.electron.evaluate(watchGaps);
    const measured: MeasuredImport[] = [];
    for (const batch of batches) measured.push(await importBatch(app, batch));
    return measured;
  });
}

async function importBatch(
  { electron, page }: OpenedApp,
  { name, path }: Batch,
): Promise<MeasuredImport> {
  await chooseInDialog(electron, path);
  await electron.evaluate(() => {
    (globalThis as unknown as WithGap).longestGap = { ms: 0, busyMs: 0 };
  });
  const startedMs = performance.now();
  await ask(page, 'import/choose', { what: 'folder' });
  let state = await ask(page, 'import/state', {});
  while (state.state !== 'done') {
    await page.waitForTimeout(200);
    state = await ask(page, 'import/state', {});
  }
  const seconds = (performance.now() - startedMs) / 1000;
  const gap = await electron.evaluate(() => (globalThis as unknown as WithGap).longestGap);
  return {
    name,
    files: state.done,
    imported: state.added,
    filesPerSecond: round(state.done / seconds, 0),
    longestGapMs: round(gap.ms, 0),
    busyMs: round(gap.busyMs, 0),
  };
}

/** Runs in the main process, and records the longest time between two turns of a timer of 5 ms. */
function watchGaps(): void {
  const TIMER_MS = 5;
  const probe = globalThis as unknown as WithGap;
  probe.longestGap = { ms: 0, busyMs: 0 };
  let last = performance.now();
  let lastCpu = process.cpuUsage();
  setInterval(() => {
    const now = performance.now();
    const cpu = process.cpuUsage();
    const ms = now - last - TIMER_MS;
    const busyMs = (cpu.user + cpu.system - lastCpu.user - lastCpu.system) / 1000;
    if (ms > probe.longestGap.ms) probe.longestGap = { ms, busyMs };
    last = now;
    lastCpu = cpu;
  }, TIMER_MS);
}

/** Starts the app twice on a large library, and measures the second start, its memory, and the search. */
export async function openLargeLibrary(dataFolder: string, queries: number) {
  const firstMs = await withApp({ dataFolder }, ({ listedMs }) => Promise.resolve(listedMs));
  return withApp({ dataFolder }, async ({ electron, page, listedMs }) => {
    const startedMs = performance.now();
    const titles = (await listArticles(page)).map(({ id, title }) => ({ id, title }));
    // All of these articles are searchable once the search is complete, whatever its order.
    for (const { id, title } of everyNth(titles, CHECKED_ARTICLES))
      await untilFound(page, id, title);
    const searchCompleteMs = listedMs + performance.now() - startedMs;
    const words = everyNth(titles, queries).map(({ title }) =>
      title
        .split(' ')
        .slice(1, 1 + ASKED_WORDS)
        .join(' '),
    );
    const queryMs = await page.evaluate(timeQueries, words);
    return {
      firstStartListedMs: round(firstMs, 0),
      startListedMs: round(listedMs, 0),
      searchCompleteMs: round(searchCompleteMs, 0),
      memoryMb: await readMemory(electron),
      queryMs,
    };
  });
}

async function untilFound(page: Page, id: string, title: string): Promise<void> {
  const query = { text: `"${title}"`, matching: 'close', typing: false } as const;
  for (;;) {
    const { hits } = await ask(page, 'search/query', query);
    if (hits.some(({ articleId }) => articleId === id)) return;
    await page.waitForTimeout(100);
  }
}

/** Runs in the page, so that the times do not include the way between the benchmark and the page. */
async function timeQueries(texts: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    const before = performance.now();
    await window.bridge.invoke('search/query', { text, matching: 'close', typing: false });
    times.push(performance.now() - before);
  }
  return times;
}

/** Returns so many of the items, evenly chosen from the list. */
function everyNth<Item>(all: readonly Item[], count: number): readonly Item[] {
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, index) => index % step === 0).slice(0, count);
}
