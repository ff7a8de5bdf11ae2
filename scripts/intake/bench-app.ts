import { mkdirSync } from 'node:fs';
import { type ElectronApplication, type Page, _electron } from 'playwright';
import { startDisplay } from '../ready/display.mjs';
import { resolveElectron } from '../runtime/electron.mjs';
import { round } from '../search/measures.ts';

/** Two of the rarer words are asked at a time. */
const ASKED_WORDS = 2;

/** The page's way to the main process. */
interface WithBridge {
  readonly bridge: { invoke(channel: string, input: unknown): Promise<unknown> };
}

interface Answer {
  readonly value?: { readonly hits: readonly { readonly articleId: string }[] };
}

interface Listed {
  readonly value: readonly { readonly id: string; readonly title: string }[];
}

/** Imports a folder in the real app; measures the main process's longest turn meanwhile. */
export async function importInApp(dataFolder: string, files: string) {
  mkdirSync(dataFolder, { recursive: true });
  return withApp(dataFolder, async (app, page) => {
    // Long enough for the start to be over.
    await page.waitForTimeout(3000);
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      const probe = globalThis as unknown as { longestGapMs: number };
      probe.longestGapMs = 0;
      let last = performance.now();
      setInterval(() => {
        const now = performance.now();
        probe.longestGapMs = Math.max(probe.longestGapMs, now - last - 5);
        last = now;
      }, 5);
    }, files);
    const startedMs = performance.now();
    await page.evaluate(() => {
      const { bridge } = globalThis as unknown as WithBridge;
      return bridge.invoke('import/choose', { what: 'folder' });
    });
    const state = await page.evaluate(async () => {
      const { bridge } = globalThis as unknown as WithBridge;
      for (;;) {
        const answer = (await bridge.invoke('import/state', {})) as {
          value: { state: string; done: number; added: number };
        };
        if (answer.value.state === 'done') return answer.value;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    });
    const seconds = (performance.now() - startedMs) / 1000;
    const gap = await app.evaluate(
      () => (globalThis as unknown as { longestGapMs: number }).longestGapMs,
    );
    return {
      imported: state.added,
      filesPerSecond: round(state.done / seconds, 0),
      longestGapMs: round(gap, 0),
    };
  });
}

/** Starts the app twice on a large library; measures the second start, its memory, and the search. */
export async function openLargeLibrary(dataFolder: string, queries: number) {
  const firstMs = await withApp(dataFolder, (_app, _page, listedMs) => Promise.resolve(listedMs));
  return withApp(dataFolder, async (app, page, listedMs) => {
    const startedMs = performance.now();
    await page.evaluate(async () => {
      const { bridge } = globalThis as unknown as WithBridge;
      const { value: listed } = (await bridge.invoke('library/list', {})) as Listed;
      // The search is given the articles in the order of the list.
      const last = listed.at(-1);
      const query = { text: `"${last?.title}"`, dial: 'close', typing: false };
      for (;;) {
        const answer = (await bridge.invoke('search/query', query)) as Answer;
        if (answer.value?.hits.some(({ articleId }) => articleId === last?.id)) return;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    });
    const searchCompleteMs = listedMs + performance.now() - startedMs;
    const words = await someWords(page, queries);
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

/** Pairs of words from titles of the library, so that each query finds something. */
async function someWords(page: Page, count: number): Promise<string[]> {
  return page.evaluate(
    async ([wanted, length]) => {
      const { bridge } = globalThis as unknown as WithBridge;
      const answer = (await bridge.invoke('library/list', {})) as Listed;
      const step = Math.max(1, Math.floor(answer.value.length / wanted));
      return answer.value
        .filter((_, index) => index % step === 0)
        .slice(0, wanted)
        .map(({ title }) =>
          title
            .split(' ')
            .slice(1, 1 + length)
            .join(' '),
        );
    },
    [count, ASKED_WORDS] as const,
  );
}

async function withApp<Value>(
  dataFolder: string,
  act: (app: ElectronApplication, page: Page, listedMs: number) => Promise<Value>,
): Promise<Value> {
  const display = await startDisplay();
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const launchedAt = performance.now();
  const app = await _electron.launch({
    executablePath: resolveElectron().path,
    args: ['.', `--user-data-dir=${dataFolder}`, '--disable-gpu', ...asRoot],
    env: { ...process.env, ...display.env },
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await app.firstWindow();
    await page
      .locator('html[data-library=listed]')
      .waitFor({ state: 'attached', timeout: 120_000 });
    return await act(app, page, performance.now() - launchedAt);
  } finally {
    await app.close();
    await display.stop();
  }
}
