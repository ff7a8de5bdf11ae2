import type { Page } from '@playwright/test';
import { ask } from '../../scripts/dev/drive-app.ts';
import { expect, test } from '../support/app.ts';
import { ReaderPage } from '../support/reader-page.ts';

const ARTICLE = 'iraq-syria-border-fences';

/** A text that takes a few seconds to read. */
const SHORT = 'سطر واحد من الأخبار\n\nهبّت على المدينة ريح خفيفة ثم سكنت قبل المساء.';

async function openArticle(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await ReaderPage.opened(page);
}

/** Returns what the library says of an article, in its name for assistive technology. */
const stateOf = (page: Page, title: RegExp) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: title });

const bar = (page: Page) => page.getByRole('progressbar', { name: 'التقدّم في القراءة' });

const timeLeft = (page: Page) =>
  bar(page)
    .locator('..')
    .getByText(/دق|الانتهاء/);

/** Returns the share of the open article that counts as read; `null` until its reading position is stored. */
async function shareRead(page: Page): Promise<number | null> {
  const id = /^#\/article\/([^?]+)/.exec(new URL(page.url()).hash)?.[1];
  const all = await ask(page, 'marks/summaries', {});
  return all.find(({ articleId }) => articleId === id)?.read ?? null;
}

test('going to the end of an article does not read it, and its top shows the full reading time', async ({
  start,
}) => {
  const { page } = await start();
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await openArticle(page, `#/article/${ARTICLE}`);
  const whole = await timeLeft(page).innerText();
  expect(whole).not.toContain('بقيت');
  await expect(bar(page)).toHaveAttribute('value', '0');

  await page.getByRole('region', { name: 'نص المادة' }).focus();
  await page.keyboard.press('End');
  await expect(bar(page)).toHaveAttribute('value', '100');
  await expect(timeLeft(page)).toHaveText('أوشكت على الانتهاء');
  // The wait is longer than it takes to record and save the position.
  await page.waitForTimeout(2_500);
  await page.keyboard.press('Home');
  await expect(bar(page)).toHaveAttribute('value', '0');
  await expect(timeLeft(page)).toHaveText(whole);
  await expect(page.getByRole('button', { name: 'وضع علامة «مقروء»' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );

  // The end was visible for two seconds, which is too short for the whole article.
  expect(await shareRead(page)).toBeLessThan(0.2);
  await page.evaluate(() => {
    location.hash = '#/library';
  });
  await expect(stateOf(page, /الكاظمي يطلب حسم/)).not.toContainText('مقروء');
});

test('an article whose words were on the screen long enough is read, also after a restart', async ({
  start,
}) => {
  const app = await start();
  const { page } = app;
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, SHORT);
  await page.getByRole('button', { name: 'إضافة إلى المكتبة' }).click();
  await page
    .getByRole('link', { name: /سطر واحد/ })
    .first()
    .click();
  await expect(bar(page)).toBeVisible();
  // All of it is visible, which alone does not make it read.
  await expect.poll(() => shareRead(page)).toBe(0);
  // The test only waits, as a reader reads.
  await page.waitForTimeout(6_000);
  await page.evaluate(() => {
    location.hash = '#/library';
  });
  const row = (on: Page) =>
    on
      .getByRole('main')
      .locator('li')
      .filter({ hasText: /سطر واحد/ });
  await expect(row(page).getByText('مقروء', { exact: true })).toBeAttached();
  await app.quit();

  const again = await start();
  await expect(row(again.page).getByText('مقروء', { exact: true })).toBeAttached();
});

test('an article that was only opened has no share yet, so the library shows its reading time', async ({
  start,
}) => {
  const { page } = await start();
  await page.evaluate(
    (articleId) => window.bridge.invoke('reading/save', { articleId, offset: 0, progress: 0 }),
    ARTICLE,
  );
  const resume = page.getByRole('region', { name: 'من حيث توقّفت' });
  for (const place of [resume, stateOf(page, /الكاظمي يطلب/)]) {
    await expect(place).toContainText('دقائق');
    await expect(place).not.toContainText('%');
  }
});
