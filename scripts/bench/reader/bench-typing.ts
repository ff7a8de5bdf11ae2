/**
 * Measures search as you type in the real window: the time from the input event to the frame with the results, and to the
 * frame in which the invisible results are laid out too, for words that are typed letter by letter and deleted again. For
 * comparison it measures a key that asks nothing (a blank in the empty field) and one that changes no result (a blank
 * after a word).
 *
 *   npm run bench:typing [-- --count N] [-- --json]
 *
 * It uses the bundled library, or N generated articles. Run `npm run build` first.
 */
import type { Page } from '@playwright/test';
import { makeGeneratedApp } from '../../../tests/material/generated-app.ts';
import type { OpenOptions } from '../../dev/open-app.ts';
import { readOptions } from '../../dev/options.mjs';
import { benchWindow } from '../bench-window.ts';
import { summarize } from '../figures.ts';

/** Longest time of each measure at the 95th percentile, ms. */
const TARGETS = { bundled: 50, generated: 80 };
/** Pause between two keys of a fast typist, ms. */
const REST_MS = 80;
const BLANKS = 60;
const WORDS = ['داعش', 'البيشمركة', 'الحدود السورية', 'كاميرات حرارية', 'مكافحة الإرهاب', 'وزير'];

const { values } = readOptions('bench:typing', {
  count: { type: 'string', help: 'generated articles in place of the bundled library' },
  json: { type: 'boolean', default: false, help: 'prints one line of JSON' },
});
const generated = values.count === undefined ? null : Number(values.count);
let words = WORDS;
await benchWindow(prepare, ({ page }) => measure(page), values.json);

async function prepare(folder: string): Promise<OpenOptions> {
  if (generated === null) return {};
  const made = await makeGeneratedApp(folder, generated);
  ({ words } = made);
  return { appFolder: made.appFolder };
}

async function openSearch(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/search'));
  await page.waitForSelector('main input[type=search]:focus', { timeout: 60_000 });
  await page.evaluate(observeTyping);
  // The first answer waits for the worker and for the code of the page.
  await type(page, words[0] ?? '');
  await erase(page, words[0] ?? '');
}

/** Times from a key's input event to the frame with its results, and to the frame in which all are laid out, ms. */
interface KeyTimes {
  readonly shownMs: number;
  readonly laidOutMs: number;
}

async function measure(page: Page) {
  await openSearch(page);
  const letters: KeyTimes[] = [];
  for (const word of words) {
    letters.push(...(await type(page, word)), ...(await erase(page, word)));
  }
  const [first = ''] = words;
  await type(page, first);
  const blanksAfterWord = await type(page, ' '.repeat(BLANKS));
  await erase(page, first + ' '.repeat(BLANKS));
  const blanksAlone = await type(page, ' '.repeat(BLANKS));
  return {
    articles: generated ?? 'bundled',
    limitP95Ms: generated === null ? TARGETS.bundled : TARGETS.generated,
    letters: summarize(shown(letters)),
    lettersLaidOut: summarize(letters.map(({ laidOutMs }) => laidOutMs)),
    blanksAfterWord: summarize(shown(blanksAfterWord)),
    emptyRender: summarize(shown(blanksAlone)),
  };
}

/** Types a text and returns each key's time, ms. Keys that leave nothing to search are left out. */
async function type(page: Page, text: string): Promise<KeyTimes[]> {
  const times: KeyTimes[] = [];
  for (const letter of text) times.push(await press(page, () => page.keyboard.insertText(letter)));
  return times;
}

async function erase(page: Page, text: string): Promise<KeyTimes[]> {
  const times: KeyTimes[] = [];
  for (const _ of text) times.push(await press(page, () => page.keyboard.press('Backspace')));
  return times.slice(0, -1);
}

async function press(page: Page, key: () => Promise<void>): Promise<KeyTimes> {
  await page.evaluate(() => window.awaitKey());
  await key();
  const times = await page.evaluate(() => window.keyDrawn);
  await page.waitForTimeout(REST_MS);
  return times;
}

declare global {
  interface Window {
    /** Makes `keyDrawn` wait for the next key. */
    awaitKey: () => void;
    /** Resolves when the results of that key have been drawn. */
    keyDrawn: Promise<KeyTimes>;
  }
}

/**
 * Runs in the page. The search page states in `data-answers` for which text its results are, and with `aria-busy` that
 * invisible ones are not laid out yet.
 */
function observeTyping(): void {
  const isAnswered = (): boolean => {
    const asked = document.querySelector<HTMLInputElement>('main input[type=search]')?.value.trim();
    const answers = document.querySelector<HTMLElement>('[data-answers]')?.dataset['answers'];
    return asked === '' || asked === answers;
  };
  const isLaidOut = (): boolean => document.querySelector('main ol[aria-busy=true]') === null;
  const until = (isThere: () => boolean): Promise<void> =>
    new Promise((done) => {
      const check = (): void => {
        if (!isThere()) return;
        observer.disconnect();
        done();
      };
      const observer = new MutationObserver(check);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      check();
    });
  const nextFrame = (): Promise<void> =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => done());
      port1.start();
      requestAnimationFrame(() => port2.postMessage(null));
    });
  window.awaitKey = () => {
    window.keyDrawn = new Promise((done) => {
      const begin = async (event: Event): Promise<void> => {
        // React renders the field's new text in this turn, after which the earlier answer no longer counts.
        await new Promise((turn) => setTimeout(turn));
        await until(isAnswered);
        await nextFrame();
        const shownMs = performance.now() - event.timeStamp;
        await until(isLaidOut);
        await nextFrame();
        done({ shownMs, laidOutMs: performance.now() - event.timeStamp });
      };
      document.addEventListener('input', (event) => void begin(event), { once: true });
    });
  };
}

function shown(times: readonly KeyTimes[]): number[] {
  return times.map(({ shownMs }) => shownMs);
}
