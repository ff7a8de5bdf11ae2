/**
 * Opens built pages in a current Chromium and measures them. The answers of the main process are the real services',
 * taken down once and given inside the page, so that only the window is measured.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { ensureChromium } from '../../dev/chromium.mjs';
import { readPackage } from '../../dev/paths.mjs';

const SUPPORT = new URL('../../../tests/support/chromium/', import.meta.url);
const VIEWPORT = { width: 1280, height: 800 };
/** The services answer before the window asks; a message between processes takes about so long, ms. */
const ANSWER_MS = 1;

/** @returns `{ name, start, stop }`; `start(folder)` gives `{ listed, processor }`, ms since the navigation */
export async function openChromium() {
  const found = await ensureChromium();
  if (!found) throw new Error('there is no Chromium to measure on');
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--disable-gpu', '--disable-renderer-backgrounding'],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const system = await browser.newBrowserCDPSession();
  const servers = new Map();
  let answers;
  return {
    name: `Chromium ${found.version}`,
    async start(folder) {
      const server = servers.get(folder) ?? (await serve(folder));
      servers.set(folder, server);
      answers ??= await recordAnswers(browser, folder, server.address);
      return open(browser, system, server.address, answers);
    },
    async stop() {
      await browser.close();
      for (const server of servers.values()) server.close();
    },
  };
}

async function open(browser, system, address, answers) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    await page.addInitScript(answerInPage, { answers, afterMs: ANSWER_MS });
    const before = await processorTimes(system);
    await page.goto(address, { waitUntil: 'commit' });
    const listed = await page.evaluate(untilListed);
    const after = await processorTimes(system);
    const processor = [...after].reduce((sum, [id, ms]) => sum + ms - (before.get(id) ?? 0), 0);
    return { listed, processor };
  } finally {
    await context.close();
  }
}

async function processorTimes(system) {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime * 1000]));
}

/** Runs in the page: when its first screen was drawn, ms since the navigation. */
const untilListed = () =>
  new Promise((resolve) => {
    const look = () => {
      const mark = performance.getEntriesByName('library-listed')[0];
      if (mark) resolve(mark.startTime);
      else setTimeout(look, 5);
    };
    look();
  });

/** Runs in the page before its scripts: the bridge, with answers that are there already. */
function answerInPage({ answers, afterMs }) {
  const find = (kind, channel, input) =>
    new Promise((resolve) => {
      const answer = answers[`${kind} ${channel} ${JSON.stringify(input)}`];
      setTimeout(resolve, afterMs, answer ?? { ok: false, error: { code: 'ipc/failed' } });
    });
  window.bridge = {
    invoke: (channel, input) => find('invoke', channel, input),
    read: (channel, input) => find('read', channel, input),
    on: () => () => undefined,
  };
}

/** Opens the page once on the real services. @returns their answers by what was asked */
async function recordAnswers(browser, folder, address) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hashiya-tricks-'));
  const services = await startServices(dataFolder, join(folder, 'out'));
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  await page.exposeFunction('askServices', services.ask);
  await page.addInitScript(() => {
    window.bridge = {
      invoke: (channel, input) => window.askServices('invoke', channel, input),
      read: (channel, input) => window.askServices('read', channel, input),
      on: () => () => undefined,
    };
  });
  await page.goto(address);
  await page.evaluate(untilListed);
  await context.close();
  services.stop();
  rmSync(dataFolder, { recursive: true, force: true });
  return services.answers;
}

/** The services of the main process in Node, as the tests on Chromium start them. */
async function startServices(dataFolder, outFolder) {
  const at = (name) => new URL(name, SUPPORT);
  const host = fork(fileURLToPath(at('host.mjs')), [dataFolder, readPackage().version, outFolder], {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--import',
      at('replace-electron.mjs').href,
    ],
    serialization: 'advanced',
  });
  const waiting = new Map();
  await new Promise((resolve) => {
    host.on('message', ({ kind, id, value }) => {
      if (kind === 'ready') resolve();
      else if (kind === 'answer') waiting.get(id)?.(value);
    });
  });
  const answers = {};
  const ask = async (kind, channel, input) => {
    const id = waiting.size + 1;
    const answered = new Promise((resolve) => waiting.set(id, resolve));
    host.send({ id, kind, channel, input });
    const value = await answered;
    answers[`${kind} ${channel} ${JSON.stringify(input)}`] = value;
    return value;
  };
  return { answers, ask, stop: () => host.kill() };
}

/** The built page with the app's own headers, on this machine only. */
async function serve(folder) {
  const { answerFile } = await import('../../../src/main/electron/app-files.ts');
  const server = createServer(({ url, method }, response) => {
    const answer = answerFile(join(folder, 'out/renderer'), `app://hashiya${url}`, method);
    response.writeHead(answer.statusCode, answer.headers).end(answer.data);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
