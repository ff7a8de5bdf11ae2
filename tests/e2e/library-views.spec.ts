import { expect, test } from '../support/library-folder.ts';
import { ownArticle, putOwnArticles } from '../support/own-library.ts';
import { savedOffset } from '../support/saved-offset.ts';
import { resizeWindow } from '../support/resize-window.ts';

const long = (count: number) =>
  Array.from({ length: count }, (_, at) => ownArticle(`خبر رقم ${at + 1}`, { date: '2020-05-06' }));

test('five items are completely visible below the strip with the last reading position', async ({
  start,
  dataFolder,
}) => {
  await putOwnArticles(dataFolder, long(20));
  const { page, electron } = await start({ dataFolder });
  await resizeWindow(electron, page, { width: 1280, height: 800 });
  // A long article is needed, because one that is completely visible counts as read at once.
  await page
    .getByRole('main')
    .getByRole('link', { name: /الكاظمي/ })
    .click();
  await expect(page.locator('article [data-block="b1"]')).toBeVisible();
  const articleId = /article\/([^?]+)/.exec(page.url())?.[1] ?? '';
  await expect.poll(() => savedOffset(page, articleId)).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Alt+ArrowRight');
  const strip = page.getByRole('region', { name: 'من حيث توقّفت' });
  await expect(strip).toBeVisible();
  expect((await strip.boundingBox())?.height).toBeLessThanOrEqual(80);
  // The article was only opened, so its ring shows no progress and is as dark as the other signs.
  const ring = page.locator(`[data-article="${articleId}"] svg[class*=ring]`);
  await expect(ring.locator('circle')).toHaveCount(1);
  const colours = await ring.evaluate((element) => ({
    ring: getComputedStyle(element).stroke,
    signs: element.parentElement && getComputedStyle(element.parentElement).color,
  }));
  expect(colours.ring).toBe(colours.signs);

  const whole = await page.evaluate(
    () =>
      [...document.querySelectorAll('main [data-article]')].filter(
        (row) => row.getBoundingClientRect().bottom <= innerHeight,
      ).length,
  );
  expect(whole).toBeGreaterThanOrEqual(5);
});

test('V changes the view, which is kept for the next start', async ({ start, dataFolder }) => {
  await putOwnArticles(dataFolder, [
    ownArticle('رحلة الورق: من سمرقند إلى قرطبة', {
      author: 'سلمى الحكيم',
      outlet: 'دار الحبر',
      date: '2019',
    }),
  ]);
  const app = await start({ dataFolder });
  const { page } = app;
  const row = page.locator('main [data-article]').filter({ hasText: 'رحلة الورق' });
  await expect(row).toContainText('سلمى الحكيم');
  await expect(row).toContainText('دار الحبر');
  await expect(row).toContainText('2019');

  const height = async () => (await row.boundingBox())?.height ?? 0;
  const comfortable = await height();
  await page.keyboard.press('KeyV');
  await expect(page.getByRole('button', { name: 'مكثَّف', pressed: true })).toBeVisible();
  await expect.poll(height).toBeLessThan(comfortable / 1.5);
  // Enter opens the article as everywhere, and going back leads to the row.
  await page.keyboard.press('KeyJ');
  await expect(page.locator('main [data-list-item]').first()).toBeFocused();
  await page.keyboard.press('KeyV');
  await expect(page.getByRole('button', { name: 'أغلفة', pressed: true })).toBeVisible();
  await expect.poll(height).toBeGreaterThan(comfortable * 2);
  await app.quit();

  const again = await start({ dataFolder });
  await expect(again.page.getByRole('button', { name: 'أغلفة', pressed: true })).toBeVisible();
});

test('recently imported articles come first until they are marked as seen, also after a restart', async ({
  start,
  dataFolder,
}) => {
  const at = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  await putOwnArticles(dataFolder, [
    ownArticle('أ خبر قديم', { own: { addedAt: at(40) } }),
    ownArticle('ي خبر جديد', { own: { addedAt: at(0.01) } }),
  ]);
  const app = await start({ dataFolder });
  const { page } = app;
  // Sorted by title, the new article would be last.
  await page.getByRole('button', { name: /^الترتيب: / }).click();
  await page.getByRole('option', { name: 'العنوان' }).click();
  const titles = page.locator('main a[data-list-item]');
  await expect(titles.first()).toHaveText('ي خبر جديد');
  await expect(page.getByRole('heading', { name: 'أُضيف حديثًا' })).toBeVisible();
  await app.quit();

  const again = await start({ dataFolder });
  await expect(again.page.locator('main a[data-list-item]').first()).toHaveText('ي خبر جديد');
  await again.page.getByRole('button', { name: 'تمّ' }).click();
  await expect(again.page.getByRole('heading', { name: 'أُضيف حديثًا' })).toHaveCount(0);
  await expect(again.page.locator('main a[data-list-item]').first()).toHaveText('أ خبر قديم');
  await again.quit();

  const third = await start({ dataFolder });
  await expect(third.page.locator('main a[data-list-item]').first()).toHaveText('أ خبر قديم');
});

test('the list is filtered by author, with the number that each choice would leave', async ({
  start,
  dataFolder,
}) => {
  await putOwnArticles(dataFolder, [
    ownArticle('الأول', { author: 'سلمى الحكيم' }),
    ownArticle('الثاني', { author: 'سلمى الحكيم' }),
    ownArticle('الثالث', { author: 'نادر الورّاق' }),
  ]);
  const { page } = await start({ dataFolder });
  await page.getByRole('button', { name: 'تصفية' }).click();
  await page.getByRole('button', { name: /^الكاتب: / }).click();
  await expect(page.getByRole('option', { name: /سلمى الحكيم/ })).toContainText('2');
  await page.getByRole('option', { name: /نادر الورّاق/ }).click();

  await expect(page.locator('main a[data-list-item]')).toHaveText(['الثالث']);
  await page.getByRole('button', { name: 'مسح عوامل التصفية' }).click();
  await expect(page.locator('main a[data-list-item]')).toHaveCount(9);
});

test('the summary of a text does not repeat its title', async ({ start, dataFolder }) => {
  const title = 'رحلة الورق من سمرقند إلى قرطبة';
  const { blocks, ...book } = ownArticle(title);
  const [first] = blocks;
  await putOwnArticles(dataFolder, [
    {
      ...book,
      blocks: [{ ...(first ?? { id: 'b0', kind: 'paragraph' }), text: title }, ...blocks.slice(1)],
    },
  ]);
  const { page } = await start({ dataFolder });
  const row = page.locator('main [data-article]').filter({ hasText: title });
  await expect(row).toContainText('وهذه فقرة ثانية');
});
