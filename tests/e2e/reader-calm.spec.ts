import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { ReaderPage } from '../support/reader-page.ts';
import { resizeWindow } from '../support/resize-window.ts';

const ARTICLE = 'iraq-syria-border-fences';

async function openArticle(page: Page): Promise<ReaderPage> {
  await page.evaluate((id) => {
    location.hash = `#/article/${id}`;
  }, ARTICLE);
  return ReaderPage.opened(page);
}

const listed = (page: Page) =>
  page.locator('html[data-library=listed]').waitFor({ state: 'attached' });

test('no frame is around the page, and Escape with nothing open stays at the article', async ({
  shared,
}) => {
  const { page } = shared;
  await listed(page);
  await openArticle(page);
  /** Returns the width of the frame around the focused element if it fills most of the window; CSS pixels. */
  const frame = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      const { width = 0, height = 0 } = focused?.getBoundingClientRect() ?? {};
      if (!focused || width * height < (innerWidth * innerHeight) / 3) return 0;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
    });

  await page.keyboard.press('Control+KeyF');
  await page.getByRole('searchbox').fill('الحدود');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'نص المادة' })).toBeFocused();
  expect(await frame()).toBe(0);
  await page.locator('article [data-block=b2]').click();
  expect(await frame()).toBe(0);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('article [data-block=b1]')).toBeVisible();
  expect(page.url()).toContain(ARTICLE);
});

test('a selection to the end of a paragraph keeps its full stop, in the highlight and in a copy', async ({
  shared,
}) => {
  const { page, electron } = shared;
  await listed(page);
  const reader = await openArticle(page);
  const paragraph = await page.locator('article [data-block=b1]').innerText();
  expect(paragraph.endsWith('.')).toBe(true);
  const words = paragraph.slice(-24);

  await reader.selectText(words);
  await page.keyboard.press('Control+KeyC');
  const copied = () => electron.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toMatch(/\.$/);
  await page.keyboard.press('Digit2');
  await expect
    .poll(async () => (await reader.marks()).annotations[0]?.quote.exact.slice(-8))
    .toBe(paragraph.slice(-8));
});

test('a long note is folded in the list, and its editor grows with it up to a share of the window', async ({
  shared,
}) => {
  const { page } = shared;
  await listed(page);
  const note = Array.from({ length: 120 }, (_, line) => `سطر طويل من الملاحظة رقم ${line}`).join(
    '\n',
  );
  await saveHighlight(page, ARTICLE, { text: 'مصطفى الكاظمي', note });
  await openArticle(page);
  const card = page.locator('aside article');
  const height = async () => (await card.boundingBox())?.height ?? Number.NaN;
  await expect(card).toBeVisible();
  expect(await height()).toBeLessThan(400);

  await card.getByRole('button', { name: 'عرض المزيد' }).click();
  expect(await height()).toBeGreaterThan(1_500);
  await card.getByRole('button', { name: 'عرض أقل' }).click();
  expect(await height()).toBeLessThan(400);

  await card.getByRole('button', { name: 'تحرير الملاحظة' }).click();
  const field = card.getByRole('textbox', { name: /ملاحظة/ });
  const rows = async () => (await field.boundingBox())?.height ?? Number.NaN;
  const window = await page.evaluate(() => innerHeight);
  const grown = await rows();
  expect(grown).toBeGreaterThan(window * 0.3);
  expect(grown).toBeLessThan(window * 0.6);
  await field.fill('سطر');
  expect(await rows()).toBeLessThan(110);
  await field.fill(Array.from({ length: 7 }, () => 'سطر').join('\n'));
  expect(await rows()).toBeGreaterThan(150);
});

test('the panel opens by itself only with content, and a line tells once how to mark', async ({
  start,
}) => {
  const app = await start();
  const { page, electron } = app;
  await listed(page);
  await resizeWindow(electron, page, { width: 1280, height: 800 });
  await openArticle(page);
  const hint = page.getByRole('note').filter({ hasText: 'حدّد كلمات' });
  await expect(page.locator('aside')).toHaveCount(0);
  await expect(hint).toContainText('حدّد كلمات من النص');
  // Returns whether the text column is in the middle between the navigation and the edge of the window.
  const sides = () =>
    page.evaluate(() => {
      const region = document.querySelector('main [role=region]')?.getBoundingClientRect();
      const text = document.querySelector('article')?.getBoundingClientRect();
      if (!region || !text) return Number.NaN;
      return Math.abs(text.left - region.left - (region.right - text.right));
    });
  expect(await sides()).toBeLessThanOrEqual(1);
  // The line has a row of its own below the text, and it waits while a panel lies over that row.
  const rows = async () => {
    const text = await page.getByRole('region', { name: 'نص المادة' }).boundingBox();
    const line = await hint.boundingBox();
    return {
      textEnds: text ? text.y + text.height : Number.NaN,
      lineBegins: line?.y ?? Number.NaN,
    };
  };
  for (const [width, height] of [
    [900, 600],
    [1280, 800],
  ] as const) {
    await resizeWindow(electron, page, { width, height });
    const { textEnds, lineBegins } = await rows();
    expect(textEnds).toBeLessThanOrEqual(lineBegins);
    await page.keyboard.press('KeyA');
    await expect(page.locator('main aside')).toBeVisible();
    await expect(hint).toHaveCount(0);
    await page.keyboard.press('KeyA');
    await expect(hint).toBeVisible();
  }
  await hint.getByRole('button', { name: 'إغلاق' }).click();
  await expect(hint).toHaveCount(0);

  await page.evaluate(() => {
    location.hash = '#/library';
  });
  await expect(page.getByRole('heading', { level: 1, name: 'المكتبة' })).toBeVisible();
  await saveHighlight(page, ARTICLE, { text: 'مصطفى الكاظمي' });
  await openArticle(page);
  await expect(page.locator('aside article')).toHaveCount(1);
  expect(await sides()).toBeLessThanOrEqual(1);
  await app.quit();

  const again = await start();
  await listed(again.page);
  await again.page.evaluate(() => {
    location.hash = '#/article/guide';
  });
  await ReaderPage.opened(again.page);
  await expect(again.page.getByRole('note').filter({ hasText: 'حدّد كلمات' })).toHaveCount(0);
});
