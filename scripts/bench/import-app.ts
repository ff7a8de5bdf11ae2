import { mkdirSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';
import { openApp } from '../dev/open-app.ts';
import { round } from './figures.ts';

/** Articles that must be found before the search is called complete: one of every stored part, and more. */
const CHECKED_ARTICLES = 40;

/** Two of the rarer words are asked at a time. */
const ASKED_WORDS = 2;

/** The page's way to the main process. */
interface WithBridge {
  readonly bridge: { invoke(channel: string, input: unknown): Promise<unknown> };
}

interface WithGap {
  longestGap: { readonly ms: number; readonly busyMs: number };
}

interface Answer {
  readonly value?: { readonly hits: readonly { readonly articleId: string }[] };
}

interface Listed {
  readonly value: { readonly articles: readonly ListedArticle[]; readonly next: number | null };
}

interface ListedArticle {
  readonly id: string;
  readonly title: string;
}

/** Something to import in one go: a file, or a folder. */
export interface Batch {
  readonly name: string;
  readonly path: string;
}

/** What one import took. */
export interface MeasuredImport {
  readonly name: string;
  readonly files: number;
  readonly imported: number;
  readonly filesPerSecond: number;
  /** Longest time between two turns of the main process, ms. */
  readonly longestGapMs: number;
  /** Of that, how long the main process was working, ms: the rest it waited for the disk or for the processor. */
  readonly busyMs: number;
}

/** Imports one batch after the other in the real app; measures the main process's longest turn meanwhile. */
export async function importInApp(
  dataFolder: string,
  batches: readonly Batch[],
): Promise<MeasuredImport[]> {
  mkdirSync(dataFolder, { recursive: true });
  return withApp(dataFolder, async (app, page) => {
    // Long enough for the start to be over.
    await page.waitForTimeout(3000);
    await app.evaluate(watchGaps);
    const measured: MeasuredImport[] = [];
    for (const batch of batches) measured.push(await importBatch(app, page, batch));
    return measured;
  });
}

async function importBatch(
  app: ElectronApplication,
  page: Page,
  { name, path }: Batch,
): Promise<MeasuredImport> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    (globalThis as unknown as WithGap).longestGap = { ms: 0, busyMs: 0 };
  }, path);
  const startedMs = performance.now();
  const state = await page.evaluate(async () => {
    const { bridge } = globalThis as unknown as WithBridge;
    await bridge.invoke('import/choose', { what: 'folder' });
    for (;;) {
      const answer = (await bridge.invoke('import/state', {})) as {
        value: { state: string; done: number; added: number };
      };
      if (answer.value.state === 'done') return answer.value;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
  const seconds = (performance.now() - startedMs) / 1000;
  const gap = await app.evaluate(() => (globalThis as unknown as WithGap).longestGap);
  return {
    name,
    files: state.done,
    imported: state.added,
    filesPerSecond: round(state.done / seconds, 0),
    longestGapMs: round(gap.ms, 0),
    busyMs: round(gap.busyMs, 0),
  };
}

/** Runs in the main process: remembers the longest time between two turns of a timer of 5 ms. */
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

/** Starts the app twice on a large library; measures the second start, its memory, and the search. */
export async function openLargeLibrary(dataFolder: string, queries: number) {
  const firstMs = await withApp(dataFolder, (_app, _page, listedMs) => Promise.resolve(listedMs));
  return withApp(dataFolder, async (app, page, listedMs) => {
    const startedMs = performance.now();
    const listed = await listAll(page);
    await page.evaluate(
      async (all) => {
        const { bridge } = globalThis as unknown as WithBridge;
        // Whatever the order in which the search takes them in, all of these are in when it is complete.
        for (const { id, title } of all) {
          const query = { text: `"${title}"`, dial: 'close', typing: false };
          for (;;) {
            const answer = (await bridge.invoke('search/query', query)) as Answer;
            if (answer.value?.hits.some(({ articleId }) => articleId === id)) break;
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
        }
      },
      everyNth(listed, CHECKED_ARTICLES),
    );
    const searchCompleteMs = listedMs + performance.now() - startedMs;
    const words = everyNth(listed, queries).map(({ title }) =>
      title
        .split(' ')
        .slice(1, 1 + ASKED_WORDS)
        .join(' '),
    );
    const queryMs = await page.evaluate(async (texts) => {
      const { bridge } = globalThis as unknown as WithBridge;
      const times: number[] = [];
      for (const text of texts) {
        const before = performance.now();
        await bridge.invoke('search/query', { text, dial: 'close', typing: false });
        times.push(performance.now() - before);
      }
      return times;
    }, words);
    const memory = await app.evaluate(({ app: electron }) =>
      electron.getAppMetrics().map(({ type, memory: { workingSetSize } }) => ({
        type,
        mb: Math.round(workingSetSize / 1024),
      })),
    );
    return {
      firstStartListedMs: round(firstMs, 0),
      startListedMs: round(listedMs, 0),
      searchCompleteMs: round(searchCompleteMs, 0),
      memoryMb: memory,
      queryMs,
    };
  });
}

/** Every article, as the window reads them. */
async function listAll(page: Page): Promise<ListedArticle[]> {
  return page.evaluate(async () => {
    const { bridge } = globalThis as unknown as WithBridge;
    const all: ListedArticle[] = [];
    for (let from: number | null = 0; from !== null;) {
      const { value }: Listed = (await bridge.invoke('library/list', { from })) as Listed;
      all.push(...value.articles);
      from = value.next;
    }
    return all.map(({ id, title }) => ({ id, title }));
  });
}

/** So many of them, from all over the list. */
function everyNth(all: readonly ListedArticle[], count: number): readonly ListedArticle[] {
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, index) => index % step === 0).slice(0, count);
}

async function withApp<Value>(
  dataFolder: string,
  act: (app: ElectronApplication, page: Page, listedMs: number) => Promise<Value>,
): Promise<Value> {
  const { electron, page, listedMs, close } = await openApp({ dataFolder });
  try {
    return await act(electron, page, listedMs);
  } finally {
    await close();
  }
}
