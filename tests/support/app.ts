import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import {
  type Browser,
  type ElectronApplication,
  type Page,
  test as base,
  _electron,
} from '@playwright/test';
import { startDisplay } from '../../scripts/dev/display.mjs';
import { resolveElectron } from '../../scripts/dev/electron/electron.mjs';
import { launchBrowser, launchOnChromium } from './chromium/launch.ts';
import { whyOnElectronOnly } from './chromium/needs-electron.ts';
import { removeFolder } from './remove-folder.ts';

/** True when the window runs on a current Chromium instead of Electron, and the services in Node. */
const onChromium = process.env['HASHIYA_ENGINE'] === 'chromium';

/** The running app: a window and its own data folder. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** Errors that the window logged. A test fails when there is any. */
  readonly pageErrors: readonly string[];
  /** Closes the app as a reader does, and waits until it has released the data folder. */
  quit(): Promise<void>;
  /** Kills the app if it still runs. A test that is over needs nothing of what closing does. */
  end(): Promise<void>;
}

export interface StartOptions {
  readonly dataFolder?: string;
  /** Folder of another built app; the default is the checkout's own. */
  readonly appFolder?: string;
  /** Added to the environment of the app. */
  readonly env?: Readonly<Record<string, string>>;
  /** True for a test that causes errors in the window on purpose. */
  readonly expectsPageErrors?: boolean;
}

interface Fixtures {
  /** Skips the tests that run on Electron only, by name, where there is none. */
  readonly fitsEngine: null;
  /** Starts the app. All starts of one test share a data folder unless another is given. */
  readonly start: (options?: StartOptions) => Promise<RunningApp>;
}

interface WorkerFixtures {
  /** A separate screen for this worker if Xvfb exists, because a window that opens next to another takes its mouse. */
  readonly ownScreen: null;
  /** The Chromium of this worker; `null` on Electron. */
  readonly sharedBrowser: Browser | null;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  ownScreen: [
    async ({}, use) => {
      const needsScreen = process.platform === 'linux' && !onChromium;
      const screen = needsScreen ? await startDisplay().catch(() => null) : null;
      Object.assign(process.env, screen?.env);
      await use(null);
      screen?.stop();
    },
    { scope: 'worker', auto: true },
  ],
  sharedBrowser: [
    async ({}, use) => {
      const browser = onChromium ? await launchBrowser() : null;
      await use(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],
  fitsEngine: [
    async ({}, use, { file, title }) => {
      const why = onChromium ? whyOnElectronOnly(basename(file), title) : null;
      test.skip(why !== null, why ?? '');
      await use(null);
    },
    { auto: true },
  ],
  start: async ({ sharedBrowser }, use) => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'hashiya-e2e-'));
    const running: RunningApp[] = [];
    await use(async (options = {}) => {
      const given = { dataFolder, ...options };
      const app = await (sharedBrowser ? launchOnChromium(sharedBrowser, given) : launch(given));
      running.push(app);
      return app;
    });
    await Promise.all(running.map((app) => app.end()));
    await removeFolder(dataFolder);
    const errors = running.flatMap((app) => app.pageErrors);
    if (errors.length > 0) throw new Error(`errors in the window:\n${errors.join('\n')}`);
  },
});

export { expect } from '@playwright/test';

/** Longest start of the app on a busy machine, ms. */
const START_MS = 120_000;

/** Without a graphics card, capturing the window would sometimes hang. */
const SCREEN = ['--disable-gpu'];

/** Every desktop sets a locale. Without one, Chromium does not read Arabic names of dropped files. */
const SPEAKS_UTF8 = { LANG: 'C.UTF-8' };

async function launch(options: StartOptions & { dataFolder: string }): Promise<RunningApp> {
  const electron = await _electron.launch({
    executablePath: process.env['HASHIYA_ELECTRON'] ?? resolveElectron().path,
    args: [resolve(options.appFolder ?? '.'), `--user-data-dir=${options.dataFolder}`, ...SCREEN],
    env: { ...SPEAKS_UTF8, ...definedEnvironment(), ...options.env },
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: START_MS,
  });
  const page = await electron.firstWindow({ timeout: START_MS });
  const pageErrors: string[] = [];
  if (!options.expectsPageErrors) {
    page.on('pageerror', (error) => pageErrors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(message.text());
    });
  }
  let closed = false;
  electron.on('close', () => {
    closed = true;
  });
  // A window begins with an empty page, and a script that runs in it would be lost with it.
  await page.waitForURL('app://**', { timeout: START_MS });
  return {
    electron,
    page,
    dataFolder: options.dataFolder,
    pageErrors,
    quit: async () => {
      if (!closed) await electron.close();
    },
    end: async () => {
      if (closed) return;
      const ended = electron.waitForEvent('close', { timeout: START_MS });
      electron.process().kill('SIGKILL');
      await ended;
    },
  };
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
