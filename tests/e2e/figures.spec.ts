import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { drawPng, landscape } from '../material/draw-png.ts';
import { pictureBook } from '../material/picture-book.ts';
import type { RunningApp } from '../support/app.ts';
import { expect, test } from '../support/library-folder.ts';

/** Imports the book with pictures and opens it. @returns the folder of its article */
async function importBook({ electron, page }: RunningApp, dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'كتاب.epub');
  await writeFile(path, pictureBook());
  await electron.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    },
    [path],
  );
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  await page.keyboard.press('Control+KeyO');
  await page.getByRole('button', { name: 'اختيار ملفات…' }).click();
  const results = page.getByRole('dialog').getByRole('region', { name: 'نتائج الاستيراد' });
  await expect(results).toContainText('أُضيفت مادة واحدة');
  await page.keyboard.press('Escape');
  await openBook(page);
  const library = join(dataFolder, 'library');
  const [article = ''] = (await readdir(library)).filter((name) => name.startsWith('own-'));
  return join(library, article);
}

/** The buttons that enlarge the pictures of the text. */
const enlarge = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^تكبير الصورة: .?${name}`, 'u') });

async function openBook(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /كتاب الماء والطمي/ })
    .first()
    .click();
  await expect(page.locator('article [data-block="b1"]')).toBeVisible();
}

/** Width and height of a shown picture in CSS pixels, and its own width; 0 when it is not loaded. */
const sizeOf = (picture: Locator) =>
  picture.evaluate((image: HTMLImageElement) => {
    const { width, height } = image.getBoundingClientRect();
    return { width, height, own: image.complete ? image.naturalWidth : 0 };
  });

test('a book shows its pictures at their places, and a lost one says so', async ({
  start,
  dataFolder,
}) => {
  const app = await start({ dataFolder });
  const { page } = app;
  const folder = await importBook(app, dataFolder);
  const river = enlarge(page, 'نهر بين حقلين').locator('img');
  const small = enlarge(page, 'علامة السقّائين').locator('img');
  const measure = await page
    .locator('article [data-block="b2"]')
    .evaluate((block) => block.getBoundingClientRect().width);

  await river.scrollIntoViewIfNeeded();
  await expect.poll(async () => (await sizeOf(river)).own).toBe(1200);
  const shown = await sizeOf(river);
  expect(shown.width).toBeCloseTo(Math.min(measure, 1200), 0);
  expect(shown.height).toBeCloseTo((shown.width * 800) / 1200, 0);
  await small.scrollIntoViewIfNeeded();
  await expect.poll(() => sizeOf(small)).toEqual({ width: 120, height: 80, own: 120 });
  await expect(page.getByText('رسم فيه برنامج')).toBeVisible();
  expect(await page.title()).not.toBe('taken');
  await app.quit();

  for (const name of await readdir(join(folder, 'assets'))) await rm(join(folder, 'assets', name));
  const again = await start({ dataFolder, expectsPageErrors: true });
  await openBook(again.page);
  await expect(again.page.getByText('الصورة مفقودة من القرص أو تالفة.').first()).toBeAttached();
  await expect(again.page.getByText('الشكل 1: مجرى النهر')).toBeAttached();
});

test('a picture is enlarged, left and saved with keys, and the cover is in the library', async ({
  start,
  dataFolder,
}) => {
  const app = await start({ dataFolder });
  const { page } = app;
  await importBook(app, dataFolder);
  const river = enlarge(page, 'نهر بين حقلين');
  await river.focus();
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog', { name: 'عرض الصورة' });
  const zoom = viewer.getByRole('status');
  await expect(viewer.getByText(/الصورة .?1.? من .?3/u)).toBeVisible();
  const fitting = await zoom.textContent();
  await page.keyboard.press('+');
  await expect(zoom).not.toHaveText(fitting ?? '');
  await page.keyboard.press('0');
  await expect(zoom).toHaveText(fitting ?? '');
  await page.keyboard.press('ArrowLeft');
  await expect(viewer.getByText(/الصورة .?2.? من .?3/u)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(viewer.getByText(/الصورة .?1.? من .?3/u)).toBeVisible();

  const target = join(dataFolder, 'نهر.png');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  await viewer.getByRole('button', { name: 'حفظ الصورة في ملف…' }).click();
  await expect
    .poll(() => readFile(target).catch(() => null))
    .toEqual(drawPng(1200, 800, landscape));
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await expect(river).toBeFocused();

  const head = page.locator('article header img');
  await expect.poll(async () => (await sizeOf(head)).own).toBe(420);
  await page.getByRole('link', { name: 'المكتبة' }).first().click();
  const cover = page.getByRole('main').getByRole('listitem').filter({ hasText: 'كتاب الماء' });
  await expect.poll(async () => (await sizeOf(cover.locator('img').first())).own).toBe(420);
});
