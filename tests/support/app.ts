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
import { type Lender, createLender } from './lender.ts';
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
  /**
   * A running app with its library listed, which other tests have used before. It is put back between them (`putBack`),
   * so that a test finds it as if it had just been started. A test may not restart it or change its data folder.
   */
  readonly shared: RunningApp;
}

interface WorkerFixtures {
  /** A separate screen for this worker, because a window that opens next to another takes its mouse. */
  readonly ownScreen: null;
  /** The Chromium of this worker; `null` on Electron. */
  readonly sharedBrowser: Browser | null;
  /** Lends the `shared` app of this worker, which has a screen of its own. */
  readonly lender: Lender;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  ownScreen: [
    async ({}, use) => {
      const screen = await startScreen();
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
  lender: [
    async ({ sharedBrowser }, use) => {
      const screens: (Screen | null)[] = [];
      const lender = createLender(async () => {
        const dataFolder = await mkdtemp(join(tmpdir(), 'hashiya-shared-'));
        if (screens.length === 0) screens.push(await startScreen());
        const [screen] = screens;
        return launchOn(sharedBrowser, { dataFolder, ...(screen && { env: screen.env }) });
      });
      await use(lender);
      await lender.end();
      for (const screen of screens) screen?.stop();
    },
    { scope: 'worker' },
  ],
  start: async ({ sharedBrowser }, use) => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'hashiya-e2e-'));
    const running: RunningApp[] = [];
    await use(async (options = {}) => {
      const app = await launchOn(sharedBrowser, { dataFolder, ...options });
      running.push(app);
      return app;
    });
    await Promise.all(running.map((app) => app.end()));
    await removeFolder(dataFolder);
    refuseErrors(running.flatMap((app) => app.pageErrors));
  },
  shared: async ({ lender }, use, info) => {
    const app = await lender.lend();
    const before = app.pageErrors.length;
    await use(app);
    if (info.status !== info.expectedStatus) await lender.end();
    refuseErrors(app.pageErrors.slice(before));
  },
});

export { expect } from '@playwright/test';

type Screen = Awaited<ReturnType<typeof startDisplay>>;

/** Starts a screen if Xvfb exists; `null` where windows need none. */
async function startScreen(): Promise<Screen | null> {
  const needsScreen = process.platform === 'linux' && !onChromium;
  return needsScreen ? startDisplay().catch(() => null) : null;
}

function refuseErrors(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`errors in the window:\n${errors.join('\n')}`);
}

/** Longest start of the app on a busy machine, ms. */
const START_MS = 120_000;

/** Without a graphics card, capturing the window would sometimes hang. */
const SCREEN = ['--disable-gpu'];

/** Every desktop sets a locale. Without one, Chromium does not read Arabic names of dropped files. */
const SPEAKS_UTF8 = { LANG: 'C.UTF-8' };

type LaunchOptions = StartOptions & { readonly dataFolder: string };

const launchOn = (browser: Browser | null, options: LaunchOptions): Promise<RunningApp> =>
  browser ? launchOnChromium(browser, options) : launch(options);

async function launch(options: LaunchOptions): Promise<RunningApp> {
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
