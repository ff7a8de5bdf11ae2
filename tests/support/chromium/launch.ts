import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type ElectronApplication, type Page, chromium } from '@playwright/test';
import { answerAsset } from '../../../src/main/electron/app-assets.ts';
import { APP_ORIGIN, ASSET_ADDRESS } from '../../../src/main/electron/app-address.ts';
import { answerFile } from '../../../src/main/electron/app-files.ts';
import type { RunningApp, StartOptions } from '../app.ts';
import { installBridge } from './bridge.ts';
import { HiddenPages, type Said } from './hidden-pages.ts';

/** `host.mjs` with the services, as `bundle-host.mjs` has bundled them for this run. */
const HOST = resolve('.cache/chromium-host/host.js');
const WORKER_PORT = fileURLToPath(new URL('worker-port.cjs', import.meta.url));

/** The folder in which Node caches compiled modules, because every test loads the same services again. */
const COMPILE_CACHE = resolve('.cache/compile');

/** The page's address, because plain Chromium lacks the app's scheme. The test answers every request to it. */
const PAGE_ORIGIN = 'https://hashiya.test';

/** The size that the page has in the app's first window under Xvfb, CSS pixels. */
const FIRST_SIZE = { width: 1280, height: 800 };

type HiddenKind = 'hidden-open' | 'hidden-port' | 'hidden-message' | 'hidden-close';

interface FromHost {
  readonly kind: 'ready' | 'answer' | 'event' | 'reload' | 'resize' | 'zoom' | HiddenKind;
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
  readonly event?: string;
  readonly payload?: unknown;
  readonly width?: number;
  readonly height?: number;
  readonly zoom?: number;
  /** The number of the hidden page that a message is for. */
  readonly page?: number;
  readonly channel?: string;
  readonly message?: Readonly<Record<string, unknown>>;
}

/** Starts the Chromium that all tests of one worker share; each start of the app gets a context of its own in it. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['HASHIYA_CHROMIUM'] ?? 'chromium',
    args: ['--disable-gpu'],
    chromiumSandbox: process.getuid?.() !== 0,
  });

/** Opens the window in a context of the given Chromium, with the real services in a separate Node process. */
export async function launchOnChromium(
  browser: Browser,
  options: StartOptions & { readonly dataFolder: string },
): Promise<RunningApp> {
  const appFolder = resolve(options.appFolder ?? '.');
  const host = await startHost(options, appFolder);
  const context = await browser.newContext({
    viewport: FIRST_SIZE,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const pageErrors: string[] = [];
  if (!options.expectsPageErrors) {
    page.on('pageerror', (error) => pageErrors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(message.text());
    });
  }
  const hidden = new HiddenPages(browser, appFolder, host.sayFromHidden);
  host.follow(page, hidden);
  await page.exposeFunction('callMain', (channel: string, input: unknown) =>
    host.ask('invoke', { channel, input }),
  );
  await page.exposeFunction('readMain', (channel: string, input: unknown) =>
    host.ask('read', { channel, input }),
  );
  await page.addInitScript(installBridge);
  await page.route(`${PAGE_ORIGIN}/**`, async (route) => {
    const address = route.request().url().replace(PAGE_ORIGIN, APP_ORIGIN);
    const method = route.request().method();
    const answer = address.startsWith(ASSET_ADDRESS)
      ? await answerAsset(options.dataFolder, address, method)
      : answerFile(join(appFolder, 'out/renderer'), address, method);
    const headers = Object.entries(answer.headers).map(([name, value]) => [
      name,
      value.replaceAll(APP_ORIGIN, PAGE_ORIGIN),
    ]);
    return route.fulfill({
      status: answer.statusCode,
      headers: Object.fromEntries(headers) as Record<string, string>,
      body: answer.data,
    });
  });
  await page.goto(`${PAGE_ORIGIN}/`);
  let isClosed = false;
  const closeWith = async (endHost: () => Promise<void>): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    await hidden.closeAll();
    await context.close();
    await endHost();
  };
  return {
    electron: electronOf(host),
    page,
    dataFolder: options.dataFolder,
    pageErrors,
    quit: () => closeWith(host.close),
    end: () => closeWith(host.kill),
  };
}

interface Host {
  ask(kind: string, task: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Passes events of the main process on to the page. */
  follow(page: Page, hidden: HiddenPages): void;
  /** Passes what a hidden page reports to the main process. */
  readonly sayFromHidden: (page: number, said: Said) => void;
  readonly close: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

async function startHost(
  options: StartOptions & { dataFolder: string },
  appFolder: string,
): Promise<Host> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const args = [options.dataFolder, version, join(appFolder, 'out'), WORKER_PORT];
  const child: ChildProcess = fork(HOST, args, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: COMPILE_CACHE, ...options.env },
  });
  const waiting = new Map<number, (answer: FromHost) => void>();
  let lastId = 0;
  let page: Page | undefined;
  let hidden: HiddenPages | undefined;
  let size = FIRST_SIZE;
  let zoom = 1;
  /** A window with a zoom of 2 shows half as many CSS pixels. */
  const fit = (): Promise<unknown> | undefined =>
    page
      ?.setViewportSize({
        width: Math.round(size.width / zoom),
        height: Math.round(size.height / zoom),
      })
      .catch(ignore);
  const handle: Record<FromHost['kind'], (message: FromHost) => unknown> = {
    ready: () => undefined,
    answer: (message) => waiting.get(message.id ?? 0)?.(message),
    event: ({ event, payload }) => page?.evaluate(emitInPage, { event, payload }).catch(ignore),
    reload: () => page?.reload().catch(ignore),
    resize: ({ width = 0, height = 0 }) => {
      size = { width, height };
      return fit();
    },
    zoom: (message) => {
      zoom = message.zoom ?? 1;
      return fit();
    },
    'hidden-open': ({ page: id = 0 }) => hidden?.open(id),
    'hidden-port': ({ page: id = 0, channel = '' }) => hidden?.givePort(id, channel).catch(ignore),
    'hidden-message': ({ page: id = 0, message = {} }) => hidden?.hand(id, message).catch(ignore),
    'hidden-close': ({ page: id = 0 }) => hidden?.close(id).catch(ignore),
  };
  child.on('message', (message: FromHost) => handle[message.kind](message));
  await once(child, 'message');
  const ask: Host['ask'] = async (kind, task) => {
    lastId += 1;
    const id = lastId;
    const answered = new Promise<FromHost>((done) => waiting.set(id, done));
    child.send({ id, kind, ...task });
    const { value, error } = await answered;
    waiting.delete(id);
    if (error !== undefined) throw new Error(error);
    return value;
  };
  return {
    ask,
    follow: (opened, beside) => {
      page = opened;
      hidden = beside;
    },
    sayFromHidden: (from, said) =>
      child.connected && child.send({ kind: 'hidden', page: from, said }),
    close: async () => {
      const ended = once(child, 'exit');
      child.send({ id: 0, kind: 'close' });
      await ended;
    },
    kill: async () => {
      const ended = once(child, 'exit');
      if (child.kill('SIGKILL')) await ended;
    },
  };
}

/** The page may have been closed meanwhile. */
const ignore = (): undefined => undefined;

const emitInPage = ({
  event,
  payload,
}: {
  event?: string | undefined;
  payload?: unknown;
}): void => {
  (window as unknown as { emitEvent?: (name: string, value: unknown) => void }).emitEvent?.(
    event ?? '',
    payload,
  );
};

/** Runs functions of tests, which are meant for the main process, in the host on the stand-in. */
function electronOf(host: Host): ElectronApplication {
  const known = {
    evaluate: (act: unknown, argument: unknown) =>
      host.ask('evaluate', { code: String(act), argument }),
  };
  return new Proxy(known, {
    get: (target, name) => {
      // A promise that resolves with this object reads its `then`.
      if (name in target || name === 'then') return Reflect.get(target, name);
      throw new Error(
        `this test needs Electron (${String(name)}): name it in tests/support/chromium/needs-electron.ts`,
      );
    },
  }) as unknown as ElectronApplication;
}
