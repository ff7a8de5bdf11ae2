import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { HOSTILE_ADDRESSES, anyAddress } from '#main/electron/testing/hostile-addresses.ts';
import { type RunningApp, expect, test } from '../support/app.ts';
import { type Beacon, openBeacon } from '../support/beacon.ts';
import { HOSTILE_PAGES, hostilePage } from '../support/hostile-pages.ts';

/** Random addresses besides those of the list; the same in every run. */
const SAMPLED_ADDRESSES = { numRuns: 300, seed: 20_221_122 };

/** How long a page may try something that must fail, ms. */
const SETTLE_MS = 400;
/** How long a page may try something that must be noticed, ms, because a machine may be busy. */
const NOTICE_MS = 60_000;

/** Waits until something has happened, up to its limit; resolves with whether it has. */
type Watch = (happened: () => boolean | Promise<boolean>) => Promise<boolean>;

/** One row of the table of measures: what must hold, and what is removed to show that the test can fail. */
interface Measure {
  readonly name: string;
  /** Measures of `tests/support/weakened-app`. Those of the network replace each other, so they are removed together. */
  readonly weaken: string;
  readonly holds: (app: RunningApp, beacon: Beacon, watch: Watch) => Promise<boolean>;
}

const MEASURES: readonly Measure[] = [
  {
    name: 'the app’s address serves its own files only',
    weaken: 'address',
    holds: servesOwnFilesOnly,
  },
  { name: 'the policy stops every hostile page', weaken: 'policy', holds: stopsHostilePages },
  {
    name: 'the window has no Node and a sandbox',
    weaken: 'preferences',
    holds: hasSafePreferences,
  },
  {
    name: 'the window has Chromium’s own security and none of its experiments',
    weaken: 'engine',
    holds: hasSafeEngine,
  },
  { name: 'every permission is refused', weaken: 'permissions', holds: refusesPermissions },
  { name: 'the window stays where it is', weaken: 'navigation', holds: staysWhereItIs },
  { name: 'nothing reaches the network', weaken: 'policy,network', holds: reachesNothing },
];

let beacon: Beacon;
let pages: string;
test.beforeAll(async () => {
  beacon = await openBeacon();
  pages = await mkdtemp(join(tmpdir(), 'hashiya-pages-'));
  for (const [name, body] of Object.entries(HOSTILE_PAGES))
    await writeFile(join(pages, `${name}.html`), hostilePage(body, beacon.origin));
});
test.afterAll(async () => {
  await beacon.close();
  await rm(pages, { recursive: true, force: true });
});

for (const { name, weaken, holds } of MEASURES) {
  test(`${name}, and the test fails without that measure`, async ({ start }) => {
    const outcome = async (weakened: string) => {
      const app = await start({
        appFolder: 'tests/support/weakened-app',
        env: { HASHIYA_WEAKEN: weakened, HASHIYA_TEST_PAGES: pages },
        expectsPageErrors: true,
      });
      const held = await holds(app, beacon, watchFor(weakened === '' ? SETTLE_MS : NOTICE_MS));
      await app.quit();
      return held;
    };

    expect(await outcome('')).toBe(true);
    expect(await outcome(weaken)).toBe(false);
  });
}

const watchFor =
  (limitMs: number): Watch =>
  async (happened) => {
    const limit = Date.now() + limitMs;
    while (!(await happened())) {
      if (Date.now() > limit) return false;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return true;
  };

/** The window asks, and so does the main process, which can name addresses that a window cannot. */
async function servesOwnFilesOnly({ electron, page }: RunningApp): Promise<boolean> {
  const addresses = [...HOSTILE_ADDRESSES, ...fc.sample(anyAddress, SAMPLED_ADDRESSES)];
  const inWindow = await (await page.evaluateHandle(() => window)).evaluate(askAll, addresses);
  await electron.evaluate(({ net }) => {
    globalThis.fetch = (address) => net.fetch(String(address));
  });
  const inMain = await electron.evaluate(
    askAll,
    addresses.filter((address) => address.startsWith('app:')),
  );
  const own = new Set(
    readdirSync('out/renderer', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:html|js|css)$/.test(name))
      .map((name) => readFileSync(join('out/renderer', name), 'utf8')),
  );
  return [...inWindow, ...inMain].every(
    ({ status, text }) => [400, 403, 404].includes(status) || (status === 200 && own.has(text)),
  );
}

async function askAll(_where: unknown, addresses: readonly string[]) {
  const ask = async (address: string) => {
    try {
      const answer = await fetch(address);
      return { status: answer.status, text: await answer.text() };
    } catch {
      return { status: 400, text: '' }; // The address was not even requested.
    }
  };
  return Promise.all(addresses.map(ask));
}

/** Serves each page as the app's own, with the app's own headers. */
async function stopsHostilePages(
  { electron, page }: RunningApp,
  to: Beacon,
  watch: Watch,
): Promise<boolean> {
  let scripts = 0;
  page.on('console', (message) => {
    if (message.text().startsWith('PWNED')) scripts += 1;
  });
  const before = to.hits.length;
  const broken = () => scripts > 0 || to.hits.length > before;
  for (const name of Object.keys(HOSTILE_PAGES)) {
    await electron.evaluate(async ({ BrowserWindow }, address) => {
      // A page that navigates by itself ends the loading with an error.
      await BrowserWindow.getAllWindows()[0]
        ?.loadURL(address)
        .catch(() => undefined);
    }, `app://hashiya/test-page/${name}.html`);
    if (await watch(broken)) return false;
  }
  return true;
}

/** Returns the preferences with which the window was really opened. */
const preferencesOf = ({ electron }: RunningApp): Promise<Record<string, unknown>> =>
  electron.evaluate(({ webContents }) => {
    const contents = webContents.getAllWebContents()[0];
    // Electron's types lack this method, but every version has it.
    return (
      contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences();
  });

async function hasSafePreferences(app: RunningApp): Promise<boolean> {
  const preferences = await preferencesOf(app);
  const inPage = await app.page.evaluate(() => typeof Reflect.get(window, 'require'));
  return (
    preferences['sandbox'] === true &&
    preferences['contextIsolation'] === true &&
    preferences['nodeIntegration'] === false &&
    preferences['nodeIntegrationInSubFrames'] === false &&
    preferences['webviewTag'] === false &&
    inPage === 'undefined'
  );
}

/** Checks the settings that Electron leaves safe by default; each may be missing among the preferences. */
async function hasSafeEngine(app: RunningApp): Promise<boolean> {
  const preferences = await preferencesOf(app);
  return (
    preferences['webSecurity'] !== false &&
    !preferences['allowRunningInsecureContent'] &&
    !preferences['experimentalFeatures'] &&
    !preferences['enableBlinkFeatures'] &&
    !preferences['nodeIntegrationInWorker']
  );
}

async function refusesPermissions({ page }: RunningApp): Promise<boolean> {
  return page.evaluate(async () => {
    const refused = async (ask: () => Promise<unknown>) => {
      try {
        return (await ask()) === 'denied';
      } catch {
        return true;
      }
    };
    const state = async (name: string) =>
      (await navigator.permissions.query({ name } as PermissionDescriptor)).state;
    const answers = await Promise.all([
      refused(() => Notification.requestPermission()),
      refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      refused(() => state('geolocation')),
      refused(() => state('clipboard-read')),
      refused(() => state('midi')),
    ]);
    return answers.every(Boolean);
  });
}

async function staysWhereItIs(
  { electron, page }: RunningApp,
  to: Beacon,
  watch: Watch,
): Promise<boolean> {
  const before = page.url();
  const targets = [`${to.origin}/go`, 'file:///etc/passwd', 'data:text/html,x', 'hashiya:x'];
  try {
    for (const target of targets) await page.evaluate(tryToLeave, target);
    await page.evaluate(() => void window.open('about:blank'));
  } catch {
    return false; // The page is gone, so the navigation was not stopped.
  }
  const left = async () => {
    const seen = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
    );
    return seen.length !== 1 || seen[0] !== before;
  };
  return !(await watch(left));
}

function tryToLeave(target: string): void {
  for (const name of ['_blank', '_top', '_self']) {
    const link = document.createElement('a');
    link.href = target;
    link.target = name;
    document.body.append(link);
    link.click();
  }
  window.open(target);
}

async function reachesNothing({ page }: RunningApp, to: Beacon, watch: Watch): Promise<boolean> {
  const before = to.hits.length;
  await page.evaluate(async (address) => {
    new Image().src = `${address}/image`;
    navigator.sendBeacon(`${address}/beacon`, 'x');
    const tries = [
      () => fetch(`${address}/fetch`),
      () => new WebSocket(`${address.replace('http', 'ws')}/socket`),
      () => new EventSource(`${address}/events`),
    ];
    for (const attempt of tries) {
      try {
        await attempt();
      } catch {
        // The style sheet is refused, as it must be.
      }
    }
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `${address}/style.css`;
    document.head.append(link);
  }, to.origin);
  return !(await watch(() => to.hits.length > before));
}
