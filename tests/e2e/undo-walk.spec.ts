import type { Page } from '@playwright/test';
import { createRandom } from '../anchoring/random.ts';
import { expect, test } from '../support/app.ts';
import { ReaderPage } from '../support/reader-page.ts';

/** How many actions the walk has: keys, opened screens and undo steps. */
const ACTIONS = Number(process.env['HASHIYA_TIMES'] ?? 200);

/** Returns all marks, saved articles and read states in the store. */
async function stateOf(page: Page, ids: readonly string[]): Promise<unknown> {
  return page.evaluate(async (articleIds) => {
    const { invoke } = window.bridge;
    const shelves = (await invoke('marks/summaries', {})) as {
      value: {
        articleId: string;
        shelf: { savedAt: string | null; finished: { is: boolean } | null } | null;
      }[];
    };
    const state: unknown[] = [];
    for (const articleId of articleIds) {
      const { value } = (await invoke('marks/get', { articleId })) as {
        value: { annotations: { id: string }[]; bookmarks: { blockId: string }[] };
      };
      const shelf = shelves.value.find((each) => each.articleId === articleId)?.shelf;
      state.push([
        value.annotations.map(({ id }) => id).toSorted(),
        value.bookmarks.map(({ blockId }) => blockId).toSorted(),
        (shelf?.savedAt ?? null) !== null,
        shelf?.finished?.is ?? false,
      ]);
    }
    return state;
  }, ids);
}

const go = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => void (location.hash = to), hash);

test('on a random walk over screens undo and redo restore each state, and always say what they do', async ({
  start,
}) => {
  const { page } = await start();
  const random = createRandom(17);
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  const ids = await page
    .locator('main [data-article]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['article'] ?? ''));
  /** The toast that has appeared since the last key. */
  const toast = page.locator('[data-region=toast]:not([data-old])');
  let history = [await stateOf(page, ids)];
  let at = 0;
  let screen = 'library';
  const counts = { changes: 0, taken: 0, announced: 0 };

  async function open(): Promise<void> {
    const id = random.pick(ids);
    screen = random.pick(['library', 'library', 'settings', id, id, id]);
    if (screen === 'settings') await go(page, '#/settings');
    else if (screen === 'library') {
      await go(page, '#/');
      await expect(page.locator('main [data-article]').first()).toBeVisible();
    } else {
      await go(page, `#/article/${screen}`);
      await ReaderPage.opened(page);
    }
  }

  async function change(): Promise<void> {
    if (screen === 'settings') return;
    const before = history[at];
    for (let count = random.between(1, 4); count > 0; count -= 1) await page.keyboard.press('KeyJ');
    const inList = screen === 'library';
    await page.keyboard.press(random.pick(inList ? ['KeyM', 'KeyS'] : ['KeyB', 'KeyB', 'KeyM']));
    await expect.poll(() => stateOf(page, ids)).not.toEqual(before);
    history = [...history.slice(0, at + 1), await stateOf(page, ids)];
    at += 1;
    counts.changes += 1;
  }

  async function press(key: string): Promise<void> {
    await page
      .locator('[data-region=toast]')
      .evaluateAll((old) => old.forEach((each) => each.setAttribute('data-old', '')));
    await page.keyboard.press(key);
    await expect(toast).toBeVisible();
  }

  async function take(by: 1 | -1): Promise<void> {
    const target = history[at + by];
    if (target === undefined) return;
    const key = by === -1 ? 'Control+KeyZ' : 'Control+KeyY';
    const [ahead, done] = by === -1 ? [/^تراجع عن: /, /^تم التراجع عن: /] : [/^إعادة: /, /^أُعيد: /];
    await press(key);
    if (ahead.test(await toast.innerText())) {
      // The mark was not on the screen, so nothing is changed yet, and the page that shows it opens.
      counts.announced += 1;
      expect(await stateOf(page, ids)).toEqual(history[at]);
      const hash = new URL(page.url()).hash;
      expect(hash).not.toBe('#/settings');
      screen = hash === '#/' ? 'library' : (/^#\/article\/([^?]+)/.exec(hash)?.[1] ?? 'library');
      if (screen !== 'library') await ReaderPage.opened(page);
      await press(key);
    }
    await expect(toast).toHaveText(done);
    await expect.poll(() => stateOf(page, ids)).toEqual(target);
    at += by;
    counts.taken += 1;
  }

  for (let count = 0; count < ACTIONS; count += 1) {
    const dice = random.next();
    if (dice < 0.25) await open();
    else if (dice < 0.6) await change();
    else if (dice < 0.88) await take(-1);
    else await take(1);
  }
  for (const [name, count] of Object.entries(counts))
    expect([name, count > 5]).toEqual([name, true]);
});
