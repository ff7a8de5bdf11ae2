import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, type Page, _electron } from '@playwright/test';
import { hasDisplay, startDisplay } from './display.mjs';
import { resolveElectron } from './electron/electron.mjs';

/** Longest start of the app on a busy machine, ms. */
const START_MS = 120_000;

export interface OpenOptions {
  /** Folder of the built app; the default is the checkout's own. */
  readonly appFolder?: string;
  /** The data folder; the default is a new folder, which `close` removes. */
  readonly dataFolder?: string;
  /** Called as soon as the app runs, before its library is listed. */
  readonly atOnce?: (electron: ElectronApplication) => Promise<void>;
}

export interface OpenedApp {
  readonly electron: ElectronApplication;
  /** Version of Electron. */
  readonly version: string;
  readonly page: Page;
  readonly dataFolder: string;
  /** Time from the launch until the library was listed, ms. */
  readonly listedMs: number;
  /** Closes the app, and removes the screen and the data folder that were made for it. */
  close(): Promise<void>;
}

/** Starts the built app on the runtime of `npm start`, on its own screen if there is none. */
export async function openApp(options: OpenOptions = {}): Promise<OpenedApp> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'hashiya-data-')));
  const { path, version } = resolveElectron();
  const screen = hasDisplay() ? null : await startDisplay();
  const launchedAt = performance.now();
  const electron = await _electron.launch({
    executablePath: process.env['HASHIYA_ELECTRON'] ?? path,
    args: [resolve(options.appFolder ?? '.'), '--disable-gpu', `--user-data-dir=${dataFolder}`],
    env: { ...process.env, ...screen?.env },
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: START_MS,
  });
  await options.atOnce?.(electron);
  const page = await electron.firstWindow({ timeout: START_MS });
  const listed = page.locator('html[data-library=listed]');
  await listed.waitFor({ state: 'attached', timeout: START_MS });
  return {
    electron,
    version,
    page,
    dataFolder,
    listedMs: performance.now() - launchedAt,
    close: async () => {
      await electron.close();
      screen?.stop();
      if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
