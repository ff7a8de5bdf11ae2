/**
 * Opens built pages in a current Chromium and measures their start. The answers of the real services are recorded once;
 * later starts get them from a script inside the page, so that only the window is measured.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../../dev/chromium.mjs';
import { answerFile } from '../../../src/main/electron/app-files.ts';
import { launchOnChromium } from '../../../tests/support/chromium/launch.ts';

const VIEWPORT = { width: 1280, height: 800 };
/**
 * The delay of a recorded answer, ms. It is about the time of a message between processes, because the services have
 * their answers ready before the window asks.
 */
const ANSWER_MS = 1;

/**
 * Starts Chromium.
 *
 * @returns `{ name, start, stop }`. `start(folder)` opens the build in that folder and returns `{ listed, processor }`: when
 *   the first screen was drawn, in ms since the navigation, and the processor time of all processes until then, in ms.
 */
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

/** Returns the processor time of each process of the browser, in ms. */
async function processorTimes(system) {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime * 1000]));
}

/** Waits inside the page until its first screen was drawn, and returns that time in ms since the navigation. */
const untilListed = () =>
  new Promise((resolve) => {
    const look = () => {
      const mark = performance.getEntriesByName('library-listed')[0];
      if (mark) resolve(mark.startTime);
      else setTimeout(look, 5);
    };
    look();
  });

/** Gives the page a bridge that returns recorded answers. It runs inside the page, before the page's own scripts. */
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

/** Opens the page with the real services, as the tests do, then loads it again and records every answer. */
async function recordAnswers(browser, folder) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hashiya-tricks-'));
  const app = await launchOnChromium(browser, { dataFolder, appFolder: folder });
  await app.page.evaluate(untilListed);
  await app.page.addInitScript(recordAnswersInPage);
  await app.page.reload();
  await app.page.evaluate(untilListed);
  const answers = await app.page.evaluate(() => window.recordedAnswers);
  await app.quit();
  rmSync(dataFolder, { recursive: true, force: true });
  return answers;
}

/** Records every answer under its question. It runs inside the page, before the page's own scripts. */
function recordAnswersInPage() {
  window.recordedAnswers = {};
  for (const kind of ['invoke', 'read']) {
    const ask = window.bridge[kind];
    window.bridge[kind] = async (channel, input) => {
      const answer = await ask(channel, input);
      window.recordedAnswers[`${kind} ${channel} ${JSON.stringify(input)}`] = answer;
      return answer;
    };
  }
}

/** Serves the built page with the app's own headers. Only this machine can reach it. */
async function serve(folder) {
  const server = createServer(({ url, method }, response) => {
    const answer = answerFile(join(folder, 'out/renderer'), `app://hashiya${url}`, method);
    response.writeHead(answer.statusCode, answer.headers).end(answer.data);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
