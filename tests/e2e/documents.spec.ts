import type { Page } from '@playwright/test';
import { structuredBook } from '../material/structured-book.ts';
import { expect, test } from '../support/library-folder.ts';
import { putOwnArticles } from '../support/own-library.ts';

const BOOK = structuredBook();

async function openBook(page: Page): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/article/${id}`;
  }, BOOK.id);
  await expect(page.locator('article [data-block="b1"]')).toBeVisible();
}

/** The chapters of the contents, in the panel. */
const contents = (page: Page) => page.getByRole('list', { name: 'المحتويات' });

const currentChapter = (page: Page) => contents(page).locator('[aria-current=location]');

test('the contents lead to a chapter, keys to its neighbours, and a page number to its page', async ({
  start,
  dataFolder,
}) => {
  await putOwnArticles(dataFolder, [BOOK]);
  const { page } = await start({ dataFolder });
  await openBook(page);

  await page.keyboard.press('KeyC');
  await expect(currentChapter(page)).toHaveText(/السواقي الأولى/);
  await contents(page)
    .getByRole('button', { name: /الطاحونة/ })
    .click();
  const mill = page.getByRole('heading', { level: 2, name: 'الطاحونة' });
  await expect(mill).toBeInViewport();
  await expect(mill).toBeFocused();
  await expect(currentChapter(page)).toHaveText(/الطاحونة/);

  await page.keyboard.press('Shift+KeyN');
  await expect(page.getByRole('heading', { level: 2, name: 'جسر الخشب' })).toBeFocused();
  await page.keyboard.press('Shift+KeyP');
  await expect(mill).toBeFocused();

  await page.keyboard.press('KeyG');
  await page.getByRole('textbox', { name: 'رقم الصفحة المطبوع' }).fill('٩٩٩');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('لا صفحة بهذا الرقم في هذا النص');
  await page.getByRole('textbox', { name: 'رقم الصفحة المطبوع' }).fill('٩');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^ص \u2068?9\u2069?$/u })).toBeVisible();
  await expect(currentChapter(page)).toHaveText(/السواقي الأولى/);
});

test('words set apart change no letter of the text, and a reference leads to its place', async ({
  start,
  dataFolder,
}) => {
  await putOwnArticles(dataFolder, [BOOK]);
  const { page } = await start({ dataFolder });
  await openBook(page);
  const blocks = page.locator('article [data-block]');
  await expect(blocks).toHaveCount(BOOK.blocks.length);
  expect(await blocks.allTextContents()).toEqual(BOOK.blocks.map(({ text }) => text));

  const reference = page.getByRole('link', { name: 'دفتر الماء', exact: true });
  await reference.press('Enter');
  const first = page.getByRole('heading', { level: 2, name: 'السواقي الأولى' });
  await expect(first).toBeFocused();

  await page.keyboard.press('Alt+ArrowRight');
  await expect(reference).toBeInViewport();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(first).toBeInViewport();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(reference).toBeInViewport();
  // Nothing is left to take back, so the key leads to the list.
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('heading', { level: 1, name: 'المكتبة' })).toBeVisible();
});
