import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ask, listArticles } from '../../scripts/dev/drive-app.ts';
import type { RunningApp } from '../support/app.ts';
import { test as base, expect } from '../support/library-folder.ts';
import { saveHighlight } from '../support/marks.ts';
import { ownArticle, putOwnArticles } from '../support/own-library.ts';

const COUNT = 80;
const CHOSEN = 12;
/** Number of bundled articles. */
const BUNDLED = 6;
const COLLECTION = 'ملف الموسم';

const articles = () =>
  Array.from({ length: COUNT }, (_, at) =>
    ownArticle(`خبر ${String(at + 1).padStart(2, '0')}`, {
      own: {
        addedAt: `2020-01-02T03:04:${String(59 - (at % 60)).padStart(2, '0')}.000Z`,
        collections: at % 40 === 0 ? ['سابقة'] : [],
      },
    }),
  );

/** A test on an app with `COUNT` own articles, which are listed when it begins. */
const test = base.extend<{ app: RunningApp }>({
  app: async ({ start, dataFolder }, use) => {
    await putOwnArticles(dataFolder, articles());
    const app = await start({ dataFolder });
    await expect(app.page.locator('html[data-library=listed]')).toBeAttached();
    await use(app);
  },
});

/** Returns the collections of each article that has any, by title. */
async function collections(page: Page): Promise<Record<string, readonly string[]>> {
  const all = await listArticles(page);
  const has = all.filter(({ own }) => own && own.collections.length > 0);
  return Object.fromEntries(has.map(({ title, own }) => [title, own?.collections ?? []]));
}

/** Returns the ids of the articles that are on the reading list, or marked as read. */
async function shelved(page: Page, shelf: 'saved' | 'read'): Promise<string[]> {
  const all = await ask(page, 'marks/summaries', {});
  return all
    .filter((each) =>
      shelf === 'saved' ? each.shelf?.savedAt != null : each.shelf?.finished?.is === true,
    )
    .map(({ articleId }) => articleId)
    .toSorted();
}

const bar = (page: Page) => page.getByRole('toolbar', { name: 'إجراءات على المواد المحدَّدة' });
const rows = (page: Page) => page.locator('main section [data-article]');

/** Chooses the first rows of the list, and returns their articles. */
async function chooseFirst(page: Page, count: number): Promise<string[]> {
  const links = page.locator('main section [data-list-item]');
  await links.first().click({ modifiers: ['Control'] });
  await links.nth(count - 1).click({ modifiers: ['Shift'] });
  await expect(page.locator('main section [data-selected]')).toHaveCount(count);
  return rows(page).evaluateAll((all) =>
    all
      .filter((row) => (row as HTMLElement).dataset['selected'])
      .map((row) => (row as HTMLElement).dataset['article'] ?? '')
      .toSorted(),
  );
}

/** Undoes the last change with keys, redoes it, and undoes it with the button of the toast. */
async function takeBackBothWays(
  page: Page,
  state: () => Promise<unknown>,
  before: unknown,
  after: unknown,
): Promise<void> {
  await expect.poll(state).toEqual(after);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(state).toEqual(before);
  await page.keyboard.press('Control+KeyY');
  await expect.poll(state).toEqual(after);
  // The toast after the redo offers the same step.
  await page.locator('[data-region=toast]').getByRole('button', { name: 'تراجع' }).click();
  await expect.poll(state).toEqual(before);
}

test('twelve articles go into a collection in one dialog, and out of it in one step', async ({
  app: { page },
}) => {
  const before = await collections(page);
  const ids = await chooseFirst(page, CHOSEN);

  await bar(page).getByRole('button', { name: 'إلى مجموعة…' }).click();
  const dialog = page.getByRole('dialog', { name: `مجموعات ${CHOSEN} مادة` });
  await dialog.getByRole('combobox').fill(COLLECTION);
  await dialog.getByRole('combobox').press('Enter');
  await dialog.getByRole('button', { name: 'حفظ' }).click();

  const toast = page.getByRole('status').filter({ hasText: `تغيّرت مجموعات ${CHOSEN} مادة` });
  await expect(toast).toBeVisible();
  const titles = await rows(page).evaluateAll(
    (all, chosen) =>
      all
        .filter((row) => chosen.includes((row as HTMLElement).dataset['article'] ?? ''))
        .map((row) => row.querySelector('[data-list-item]')?.textContent ?? ''),
    ids,
  );
  const added = titles.map((title) => [title, [...(before[title] ?? []), COLLECTION]] as const);
  const after = { ...before, ...Object.fromEntries(added) };
  await takeBackBothWays(page, () => collections(page), before, after);
});

for (const [shelf, button, word] of [
  ['saved', 'إلى قائمة القراءة', 'أُضيفت 12 مادة'],
  ['read', 'مقروءة', 'وُضعت علامة «مقروء» على 12 مادة'],
] as const)
  test(`twelve articles become ${shelf} at once; those that were so before stay so after undo`, async ({
    app: { page },
  }) => {
    // One of these articles will be chosen, the other will not.
    const was = [];
    for (const at of [3, CHOSEN + 5]) {
      const id = (await rows(page).nth(at).getAttribute('data-article')) ?? '';
      const now = new Date().toISOString();
      const change = shelf === 'saved' ? { savedAt: now } : { finished: { is: true, at: now } };
      await page.evaluate((input) => window.bridge.invoke('shelf/put', input), {
        articleId: id,
        change,
      });
      was.push(id);
    }
    was.sort();
    await expect.poll(() => shelved(page, shelf)).toEqual(was);
    const ids = await chooseFirst(page, CHOSEN);

    await bar(page).getByRole('button', { name: button, exact: true }).click();

    await expect(page.getByRole('status').filter({ hasText: word })).toBeVisible();
    const after = [...new Set([...ids, ...was])].toSorted();
    await takeBackBothWays(page, () => shelved(page, shelf), was, after);
  });

/** Returns the ids of all listed articles. */
async function listedIds(page: Page): Promise<readonly string[]> {
  return (await listArticles(page)).map(({ id }) => id).toSorted();
}

test('exactly the twelve chosen articles are removed, and restored in one step', async ({
  app: { page },
}) => {
  const before = await listedIds(page);
  const ids = await chooseFirst(page, CHOSEN);

  await bar(page).getByRole('button', { name: 'إزالة', exact: true }).click();
  const toast = page.getByRole('status').filter({ hasText: `أُزيلت ${CHOSEN} مادة من المكتبة` });
  await expect(toast).toBeVisible();

  const after = before.filter((id) => !ids.includes(id));
  expect(after).toHaveLength(COUNT + BUNDLED - CHOSEN);
  await takeBackBothWays(page, () => listedIds(page), before, after);
  // The articles that came back are not selected, so that the next key does not act on them.
  await expect(bar(page)).toHaveCount(0);
});

test('Delete removes exactly the chosen articles, in one step, and leaves a text field alone', async ({
  app: { page },
}) => {
  const before = await listedIds(page);
  const ids = await chooseFirst(page, CHOSEN);
  const field = page.getByRole('searchbox').first();
  await field.focus();
  await page.keyboard.press('Delete');
  await page.locator('main section [data-selected] [data-list-item]').first().focus();

  await page.keyboard.press('Delete');

  const toast = page.getByRole('status').filter({ hasText: `أُزيلت ${CHOSEN} مادة من المكتبة` });
  await expect(toast).toBeVisible();
  // The next key finds a row that is still there.
  await expect(page.locator('main section [data-list-item]:focus')).toHaveCount(1);
  const after = before.filter((id) => !ids.includes(id));
  await takeBackBothWays(page, () => listedIds(page), before, after);
});

test('the marks of exactly the chosen articles are exported', async ({
  app: { electron, page },
}, info) => {
  const marked = [0, 2, CHOSEN - 1, CHOSEN, CHOSEN + 8];
  for (const at of marked) {
    const id = (await rows(page).nth(at).getAttribute('data-article')) ?? '';
    await saveHighlight(page, id, { text: 'هكذا يبدأ النص', note: `ملاحظة ${at}` });
  }
  const path = info.outputPath('chosen.jsonld');
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
  await chooseFirst(page, CHOSEN);

  await bar(page).getByRole('button', { name: 'تصدير التمييزات…' }).click();
  const dialog = page.getByRole('dialog', { name: 'تصدير' });
  await dialog.getByRole('radio', { name: 'W3C' }).check();
  await dialog.getByRole('button', { name: 'تصدير…' }).click();
  await expect(dialog).toBeHidden();

  const text = await readFile(path, 'utf8');
  const notes = [...text.matchAll(/"ملاحظة (\d+)"/gu)].map(([, at]) => Number(at));
  expect([...new Set(notes)].toSorted((a, b) => a - b)).toEqual([0, 2, CHOSEN - 1]);
  // The chosen rows stay chosen, because nothing was changed.
  await expect(page.locator('main section [data-selected]')).toHaveCount(CHOSEN);
});

/** Presses a key until the focus is on the wanted element. */
async function pressUntil(page: Page, key: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let times = 0; times < 60 && !(await isThere()); times += 1) await page.keyboard.press(key);
  expect(await isThere()).toBe(true);
}

test('many articles go into a collection and back by the keyboard alone', async ({
  app: { page },
}) => {
  const focused = (name: string) => () =>
    page.evaluate((wanted) => document.activeElement?.textContent?.includes(wanted) ?? false, name);
  const before = await collections(page);

  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyX');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar(page)).toContainText('3');
  await pressUntil(page, 'Shift+Tab', () =>
    bar(page).evaluate((toolbar) => toolbar.contains(document.activeElement)),
  );
  await pressUntil(page, 'ArrowLeft', focused('إلى مجموعة'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'مجموعات 3 مواد' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.insertText(COLLECTION);
  await page.keyboard.press('Enter');
  await pressUntil(page, 'Tab', focused('حفظ'));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  const given = async () =>
    Object.values(await collections(page)).filter((each) => each.includes(COLLECTION)).length;
  await expect.poll(given).toBe(3);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(() => collections(page)).toEqual(before);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
});

test('choosing a row renders that row and no other', async ({ app: { page } }) => {
  await expect.poll(() => rows(page).count()).toBeGreaterThan(COUNT / 2);
  await page.mouse.move(640, 400);
  // The list grows when its end comes near, so one turn of the wheel may be too early on a busy machine.
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 4000);
      return await rows(page).count();
    })
    .toBe(COUNT + BUNDLED);
  await page.mouse.wheel(0, -40_000);
  // Distant rows are not checked one by one for being near the window, which took a frame for thousands of them.
  const portions = await rows(page).evaluateAll((all) =>
    [...new Set(all.map(({ parentElement }) => parentElement))].map((portion) =>
      portion ? getComputedStyle(portion).getPropertyValue('content-visibility') : '',
    ),
  );
  expect(portions.length).toBeGreaterThan(1);
  expect(portions.length).toBeLessThan(5);
  expect(portions).toEqual(portions.map(() => 'auto'));
  await page.keyboard.press('KeyJ');
  // Collects the rows that were changed in the page since the last check.
  await page.evaluate(() => {
    const changed = new Set<string>();
    const observer = new MutationObserver((records) => collect(records));
    const collect = (records: readonly MutationRecord[]): void => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const row = element?.closest<HTMLElement>('section [data-article]');
        if (row?.dataset['article']) changed.add(row.dataset['article']);
      }
    };
    const main = document.querySelector('main');
    if (main)
      observer.observe(main, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    Object.assign(window, {
      takeChangedRows: () => {
        collect(observer.takeRecords());
        const rows = [...changed];
        changed.clear();
        return rows;
      },
    });
  });
  const changedRows = () =>
    page.evaluate(() =>
      (window as unknown as { takeChangedRows: () => string[] }).takeChangedRows(),
    );
  const chosen = (count: number) =>
    expect(page.locator('main section [data-selected]')).toHaveCount(count);

  await page.keyboard.press('KeyX');
  await chosen(1);
  await expect(rows(page).first().getByRole('checkbox')).toBeVisible();
  const first = await rows(page).first().getAttribute('data-article');
  expect(await changedRows()).toEqual([first]);

  await page.keyboard.press('Shift+ArrowDown');
  await chosen(2);
  expect(await changedRows()).toHaveLength(1);

  await page.keyboard.press('Control+KeyA');
  await expect(bar(page)).toContainText(String(COUNT + BUNDLED));
  // The rows of a portion that is far from the window are selected when it comes near.
  expect((await changedRows()).length).toBeLessThan(COUNT);
  await page.mouse.wheel(0, 20_000);
  await expect(rows(page).last()).toHaveAttribute('data-selected');
  await page.mouse.wheel(0, -20_000);
  await changedRows();
  await page.keyboard.press('KeyX');
  await expect(rows(page).nth(1)).not.toHaveAttribute('data-selected');
  expect(await changedRows()).toHaveLength(1);

  await page.keyboard.press('Escape');
  await expect(rows(page).first()).not.toHaveAttribute('data-selected');
  await expect(rows(page).first().getByRole('checkbox')).toHaveCount(0);
  await page.mouse.wheel(0, 20_000);
  await chosen(0);
});
