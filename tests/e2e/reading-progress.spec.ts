import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { ReaderPage } from '../support/reader-page.ts';

const ARTICLE = 'iraq-syria-border-fences';

/** A text that is read in some seconds. */
const SHORT = 'سطر واحد من الأخبار\n\nهبّت على المدينة ريح خفيفة ثم سكنت قبل المساء.';

async function openArticle(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await ReaderPage.opened(page);
}

/** What the library says of an article: its name for assistive technology. */
const stateOf = (page: Page, title: RegExp) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: title });

const bar = (page: Page) => page.getByRole('progressbar', { name: 'التقدّم في القراءة' });

const timeLeft = (page: Page) =>
  bar(page)
    .locator('..')
    .getByText(/دق|الانتهاء/);

/** How much of the open article counts as read; `null` until its reading place is kept. */
const shareRead = (page: Page): Promise<number | null> =>
  page.evaluate(async () => {
    const id = /^#\/article\/([^?]+)/.exec(location.hash)?.[1];
    const answer = await window.bridge.invoke('marks/summaries', {});
    const { value } = answer as { value: { articleId: string; read: number }[] };
    return value.find(({ articleId }) => articleId === id)?.read ?? null;
  });

test('the end of an article is only a place: it is not read, and its top says the whole time', async ({
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
  // Longer than it takes to be taken up and saved.
  await page.waitForTimeout(2_500);
  await page.keyboard.press('Home');
  await expect(bar(page)).toHaveAttribute('value', '0');
  await expect(timeLeft(page)).toHaveText(whole);
  await expect(page.getByRole('button', { name: 'وضع علامة «مقروء»' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );

  // What stood there for two seconds is not an article.
  expect(await shareRead(page)).toBeLessThan(0.2);
  await page.evaluate(() => {
    location.hash = '#/library';
  });
  await expect(stateOf(page, /الكاظمي يطلب حسم/)).not.toContainText('مقروء');
});

test('an article whose words stood on the screen long enough is read, also after a restart', async ({
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
  // All of it is in sight, and that alone says nothing.
  await expect.poll(() => shareRead(page)).toBe(0);
  // Nothing is done but reading.
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

test('an article that was only opened has no share yet: the library says how long it takes', async ({
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
