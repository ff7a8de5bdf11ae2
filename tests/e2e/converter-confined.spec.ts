import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONVERTER_ORIGIN } from '#main/electron/app-address.ts';
import { type RunningApp, expect, test as base } from '../support/app.ts';
import { type Beacon, openBeacon } from '../support/beacon.ts';
import { type Outcome, attemptAll } from '../support/converter-attempts.ts';

const SECRET = 'secret words of a file';

const test = base.extend<{ folder: string; beacon: Beacon }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'hashiya-converter-'));
    await writeFile(
      join(folder, 'a.txt'),
      `${SECRET}\n\n${'عاد مزارعو السهل إلى حقولهم. '.repeat(9)}`,
    );
    await use(folder);
    await rm(folder, { recursive: true });
  },
  beacon: async ({}, use) => {
    const beacon = await openBeacon();
    await use(beacon);
    await beacon.close();
  },
});

/** Imports a file, after which the converter waits for the next one. */
async function startConverter({ electron, page }: RunningApp, path: string): Promise<void> {
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await page.keyboard.press('Control+KeyO');
  await page.getByRole('button', { name: 'اختيار ملفات…' }).click();
  await expect(page.getByRole('dialog').getByRole('region')).toContainText('أُضيفت مادة واحدة');
}

const isConverter = (url: string): boolean => url.startsWith(`${CONVERTER_ORIGIN}/`);

/** Runs every attempt in the page of the running converter. */
async function attempt(
  app: RunningApp,
  folder: string,
  beacon: Beacon,
): Promise<readonly Outcome[]> {
  const file = join(folder, 'a.txt');
  await startConverter(app, file);
  const converter = app.electron.windows().find((page) => isConverter(page.url()));
  if (!converter) throw new Error('there is no converter');
  return converter.evaluate(attemptAll, {
    origin: beacon.origin,
    file,
    secret: SECRET,
    target: join(folder, 'planted'),
  });
}

test('a script in the running converter reads and writes no file, starts no program and reaches no network', async ({
  start,
  folder,
  beacon,
}) => {
  const app = await start();

  const outcomes = await attempt(app, folder, beacon);

  for (const [name, outcome] of outcomes) process.stdout.write(`${name}: ${outcome}\n`);
  for (const line of await processesOf(app)) process.stdout.write(`${line}\n`);
  expect(outcomes.length).toBeGreaterThan(25);
  expect(outcomes.filter(([, outcome]) => outcome === 'done')).toEqual([]);
  expect(beacon.hits).toEqual([]);
  expect(existsSync(join(folder, 'planted'))).toBe(false);
});

test('the attempts are real: without policy, session rules and sandbox many succeed', async ({
  start,
  folder,
  beacon,
}) => {
  const app = await start({
    appFolder: 'tests/support/weakened-app',
    env: { HASHIYA_WEAKEN: 'converter-preferences,policy,network' },
    expectsPageErrors: true,
  });

  const outcomes = new Map(await attempt(app, folder, beacon));

  for (const [name, outcome] of outcomes) process.stdout.write(`${name}: ${outcome}\n`);
  for (const name of [
    'read a file by Node',
    'start a program',
    'fetch from a server',
    'start a worker',
    'write into storage',
    'run a text as code',
  ])
    expect([name, outcomes.get(name)]).toEqual([name, 'done']);
  expect(beacon.hits.length).toBeGreaterThan(3);
  expect(existsSync(join(folder, 'planted'))).toBe(true);
});

test('the converter is a separate process, starts with the first file, and ends with the window', async ({
  start,
  folder,
}) => {
  const app = await start();
  await expect(app.page.locator('html[data-library=listed]')).toBeAttached();
  const pids = (): Promise<readonly number[]> =>
    app.electron.evaluate(
      ({ webContents }, origin) =>
        webContents
          .getAllWebContents()
          .filter((contents) => contents.getURL().startsWith(origin))
          .map((contents) => contents.getOSProcessId()),
      CONVERTER_ORIGIN,
    );
  expect(await pids()).toEqual([]);

  await startConverter(app, join(folder, 'a.txt'));

  const [pid = 0] = await pids();
  const windowPid = await app.electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .find((contents) => contents.getURL().startsWith('app://hashiya/'))
      ?.getOSProcessId(),
  );
  expect(pid).toBeGreaterThan(0);
  expect(pid).not.toBe(windowPid);
  const ended = new Promise<void>((resolve) => void app.electron.once('close', () => resolve()));
  await app.electron.evaluate(({ webContents, BrowserWindow }) => {
    const contents = webContents
      .getAllWebContents()
      .find((each) => each.getURL().startsWith('app://hashiya/'));
    if (contents) BrowserWindow.fromWebContents(contents)?.close();
  });
  await ended;
  expect(isRunning(pid)).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Returns process, kind and confinement by the system (Seccomp: 2 with Chromium's sandbox, 0 for root, who has none). */
async function processesOf({ electron }: RunningApp): Promise<readonly string[]> {
  const metrics = await electron.evaluate(({ app, webContents }) => {
    const pages = new Map(
      webContents.getAllWebContents().map((each) => [each.getOSProcessId(), each.getURL()]),
    );
    return app.getAppMetrics().map(({ pid, type }) => ({ pid, type, page: pages.get(pid) ?? '' }));
  });
  return metrics.map(({ pid, type, page }) => {
    const path = `/proc/${pid}/status`;
    const status = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const seccomp = /^Seccomp:\s*(\d)/mu.exec(status)?.[1] ?? 'not Linux';
    return `pid ${pid}  ${type}  Seccomp ${seccomp}  ${page}`;
  });
}
