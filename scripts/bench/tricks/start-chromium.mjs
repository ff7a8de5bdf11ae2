/**
 * Opens built pages in a current Chromium and measures them. The answers of the main process are the real services',
 * taken down once and given inside the page, so that only the window is measured.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../../dev/chromium.mjs';
import { answerFile } from '../../../src/main/electron/app-files.ts';
import { launchOnChromium } from '../../../tests/support/chromium/launch.ts';

const VIEWPORT = { width: 1280, height: 800 };
/** The services answer before the window asks; a message between processes takes about so long, ms. */
const ANSWER_MS = 1;

/** @returns `{ name, start, stop }`; `start(folder)` gives `{ listed, processor }`, ms since the navigation */
export async function openChromium() {
  const { browser, version } = await launchChromium(['--disable-renderer-backgrounding']);
  const system = await browser.newBrowserCDPSession();
  const servers = new Map();
  let answers;
  return {
    name: `Chromium ${version}`,
    async start(folder) {
      const server = servers.get(folder) ?? (await serve(folder));
      servers.set(folder, server);
      answers ??= await recordAnswers(browser, folder);
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

/** Opens the page on the real services, as the tests do, and once more to keep what they answer. */
async function recordAnswers(browser, folder) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hashiya-tricks-'));
  const app = await launchOnChromium(browser, { dataFolder, appFolder: folder });
  await app.page.evaluate(untilListed);
  await app.page.addInitScript(keepAnswers);
  await app.page.reload();
  await app.page.evaluate(untilListed);
  const answers = await app.page.evaluate(() => window.keptAnswers);
  await app.quit();
  rmSync(dataFolder, { recursive: true, force: true });
  return answers;
}

/** Runs in the page before its scripts: keeps every answer by what was asked. */
function keepAnswers() {
  window.keptAnswers = {};
  for (const kind of ['invoke', 'read']) {
    const ask = window.bridge[kind];
    window.bridge[kind] = async (channel, input) => {
      const answer = await ask(channel, input);
      window.keptAnswers[`${kind} ${channel} ${JSON.stringify(input)}`] = answer;
      return answer;
    };
  }
}

/** The built page with the app's own headers, on this machine only. */
async function serve(folder) {
  const server = createServer(({ url, method }, response) => {
    const answer = answerFile(join(folder, 'out/renderer'), `app://hashiya${url}`, method);
    response.writeHead(answer.statusCode, answer.headers).end(answer.data);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
