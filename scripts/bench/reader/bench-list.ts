/**
 * Measures a large library in the real window: the gaps between frames while the wheel scrolls through the whole list,
 * and the cost of the keys that choose a row and all rows when all are drawn: the time to the next frame, and how many
 * rows change.
 * For comparison it measures the gaps of an idle window, and of an empty page of the same size.
 *
 *   npm run bench:list [-- --count 10000] [-- --view comfortable|compact|covers] [-- --json]
 *
 * Run `npm run build` first.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { copyApp, toArticle, toParagraph } from '../../../tests/material/generated-app.ts';
import { measureScrolling, measureStillness } from './measure-frames.ts';
import type { OpenOptions } from '../../dev/open-app.ts';
import { readOptions } from '../../dev/options.mjs';
import { benchWindow } from '../bench-window.ts';
import { summarize } from '../figures.ts';

/** Selects the element that scrolls on the page of the library. */
const LIST = 'main .scroll';
const CHOICES = 10;

const { values } = readOptions('bench:list', {
  count: { type: 'string', default: '10000', help: 'articles of the library' },
  view: { type: 'string', default: 'comfortable', help: 'comfortable, compact or covers' },
  json: { type: 'boolean', default: false, help: 'prints one line of JSON' },
});
await benchWindow(prepare, ({ page }) => measure(page), values.json);

async function prepare(folder: string): Promise<OpenOptions> {
  const dataFolder = join(folder, 'data');
  const articles = Array.from({ length: Number(values.count) }, (_, at) =>
    toArticle(`list-${at}`, `خبر عن الحصاد رقم ${at}`, [
      toParagraph(`هكذا يبدأ النص ${at}، وفيه كلام عن القمح والزيت وما حُمل منهما إلى المدينة.`),
    ]),
  );
  await mkdir(dataFolder);
  await writeFile(join(dataFolder, 'settings.json'), JSON.stringify({ libraryView: values.view }));
  return { appFolder: await copyApp(folder, articles), dataFolder };
}

async function measure(page: Page) {
  const still = await measureStillness(page);
  const empty = await measureScrolling(page, 'empty', LIST);
  const list = await measureScrolling(page, 'text', LIST);
  await page.evaluate((css) => document.querySelector(css)?.scrollTo(0, 0), LIST);
  const drawn = await measureScrolling(page, 'text', LIST);
  const [first, ...others] = await measureChoosing(page);
  await page.keyboard.press('Escape');
  const all = await measureKey(page, 'Control+KeyA');
  return {
    articles: Number(values.count),
    view: values.view,
    gapsMs: {
      stillWindow: summarize(still),
      emptyPageScrolled: summarize(empty),
      listScrolledFirst: summarize(list),
      listScrolledAgain: summarize(drawn),
    },
    allChosen: { ms: Math.round(all.ms), rows: all.rows },
    firstChoice: first && { ms: Math.round(first.ms), rows: first.rows },
    nextChoices: {
      ms: summarize(others.map(({ ms }) => ms)),
      mostRows: Math.max(...others.map(({ rows }) => rows)),
    },
  };
}

/** The result of one key that adds or removes a choice. */
interface Choice {
  /** Time from the key to the frame after the row has changed, ms. */
  readonly ms: number;
  /** How many rows of the list were changed in the page. */
  readonly rows: number;
}

declare global {
  interface Window {
    /** Resolves when the next key has changed which rows are chosen. */
    choiceDrawn: Promise<Choice>;
  }
}

/** Measures the first key that chooses a row, and later ones, at the end of the list with every row drawn. */
async function measureChoosing(page: Page): Promise<readonly Choice[]> {
  await page.locator('main [data-list-item]').last().focus();
  const choices: Choice[] = [];
  for (let at = 0; at < CHOICES; at += 1) {
    choices.push(await measureKey(page, 'KeyX'));
    await page.keyboard.press('KeyK');
  }
  return choices;
}

async function measureKey(page: Page, key: string): Promise<Choice> {
  await page.evaluate(watchChoice);
  await page.keyboard.press(key);
  return page.evaluate(() => window.choiceDrawn);
}

/** Runs in the page. */
function watchChoice(): void {
  const changed = new Set<Element>();
  let pressedAt = 0;
  document.addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), {
    once: true,
    capture: true,
  });
  window.choiceDrawn = new Promise((done) => {
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const row = target instanceof Element ? target.closest('[data-article]') : null;
        if (row) changed.add(row);
      }
      if (!records.some(({ attributeName }) => attributeName === 'data-selected')) return;
      observer.disconnect();
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () =>
        done({ ms: performance.now() - pressedAt, rows: changed.size }),
      );
      port1.start();
      requestAnimationFrame(() => port2.postMessage(null));
    });
    const list = document.querySelector('main') ?? document.body;
    observer.observe(list, { subtree: true, childList: true, attributes: true });
  });
}
