/** What a reader does with a fresh installation: look, search, highlight, quit, come back. */
import { setTimeout as wait } from 'node:timers/promises';
import { startPackaged } from './packaged-app.mjs';
import { show } from './report.mjs';

const WAIT_MS = 60_000;
const QUERY = 'الحدود';

/**
 * Goes through it and shows each step.
 *
 * @param options.name     said before each line
 * @param options.program  the real path of the packed program
 * @param options.picture  where a picture of the window is written, if anywhere
 */
export async function proveJourney({ name, user, program, command = program, env, args, picture }) {
  const start = () => startPackaged({ user, program, command, env, args });
  const first = await start();
  const { page } = first;
  const titles = await page.locator('main a[href^="#/article/"]').count();
  show(titles >= 6, `${name}: the library is listed`, `${titles} links to articles`);
  if (picture) await page.screenshot({ path: picture });
  showSandbox(name, first.processes());
  await page.evaluate(
    (query) => (location.hash = `#/search?q=${encodeURIComponent(query)}`),
    QUERY,
  );
  await page.locator('html[data-search=answered]').waitFor({ state: 'attached', timeout: WAIT_MS });
  const hits = await page.getByRole('main').locator('h2 a, h3 a').count();
  show(hits > 0, `${name}: the search answers`, `${hits} articles for ${QUERY}`);
  await openArticle(page);
  const words = await highlight(page);
  show(words === 1, `${name}: a highlight is made`);
  show(await first.quit(), `${name}: it quits by itself`);
  const second = await start();
  await openArticle(second.page);
  const kept = await until(() => countHighlights(second.page), 1);
  show(kept === 1, `${name}: the highlight is there after a restart`);
  await second.quit();
}

/** Chromium's own sandbox, as the kernel sees it. */
export function showSandbox(name, processes) {
  const renderers = processes.filter(({ args }) => args.includes('--type=renderer'));
  const filters = renderers.map(({ seccomp }) => seccomp);
  show(
    filters.length > 0 && filters.every((filter) => filter === '2'),
    `${name}: the renderer is behind a system call filter`,
    `Seccomp ${filters.join(' ')}`,
  );
  const isFree = processes.some(({ args }) => args.includes('--no-sandbox'));
  show(!isFree, `${name}: nothing runs with --no-sandbox`);
  show(
    processes.every(({ user }) => user !== '0'),
    `${name}: nothing runs as root`,
  );
}

async function openArticle(page) {
  await page.evaluate(() => (location.hash = '#/article/guide'));
  await page.locator('article [data-block="b1"]').waitFor({ timeout: WAIT_MS });
}

/** Selects the first words with the mouse's means and presses the key of the first meaning. */
async function highlight(page) {
  await page.evaluate(() => {
    const block = document.querySelector('article [data-block="b1"]');
    const text = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
    getSelection().setBaseAndExtent(text, 0, text, Math.min(12, text.length));
  });
  await wait(1000); // The toolbar comes when the selection stands still.
  await page.keyboard.press('Digit1');
  return until(() => countHighlights(page), 1);
}

function countHighlights(page) {
  return page.evaluate(async () => {
    const answer = await window.bridge.invoke('marks/get', { articleId: 'guide' });
    return answer.ok ? answer.value.annotations.length : -1;
  });
}

async function until(ask, wanted) {
  const end = Date.now() + WAIT_MS;
  let found = await ask();
  while (found !== wanted && Date.now() < end) {
    await wait(200);
    found = await ask();
  }
  return found;
}
