import { expect, test } from '../support/app.ts';

const ARTICLE = 'iraq-syria-border-fences';

test('bookmarks of all articles are in one list, with names that the reader gives', async ({
  start,
}) => {
  const first = await start();
  const set = (articleId: string, blockId: string) =>
    first.page.evaluate((input) => window.bridge.invoke('bookmarks/set', input), {
      articleId,
      blockId,
      present: true,
    });
  await set(ARTICLE, 'b3');
  await set(ARTICLE, 'b1');
  await set('guide', 'b2');
  const { page } = first;
  await page.getByRole('navigation').getByRole('link', { name: 'التمييزات والملاحظات' }).click();
  const main = page.getByRole('main');
  await main.getByRole('tab', { name: 'الإشارات' }).click();
  const rows = main.getByRole('listitem');
  const headings = main.getByRole('heading', { level: 2 });
  await expect(rows).toHaveCount(3);
  await expect(headings).toHaveCount(2);

  await rows.nth(1).getByRole('link').focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('خطة الأسيجة');
  await page.keyboard.press('Enter');
  await expect(rows.nth(1).getByRole('link')).toHaveText('خطة الأسيجة');
  await expect(rows.nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('اسم آخر');
  await page.keyboard.press('Escape');
  await expect(rows.nth(1).getByRole('link')).toHaveText('خطة الأسيجة');
  await main.getByRole('searchbox').fill('الاسيجه');
  await expect(rows).toHaveCount(1);
  await rows.getByRole('link').click();
  await expect(page).toHaveURL(/article\/iraq-syria-border-fences\?at=/);
  const panel = page.getByRole('complementary', { name: 'التمييزات والملاحظات' });
  if (!(await panel.isVisible())) await page.keyboard.press('KeyP');
  await panel.getByRole('tab', { name: 'الإشارات' }).click();
  await expect(panel.getByRole('listitem').nth(1)).toContainText('خطة الأسيجة');
  await first.quit();

  const again = await start();
  await again.page.evaluate(() => (location.hash = '#/annotations/bookmarks'));
  const listed = again.page.getByRole('main').getByRole('listitem');
  await expect(listed.filter({ hasText: 'خطة الأسيجة' })).toHaveCount(1);
  await listed.nth(0).getByRole('button', { name: 'إجراءات أخرى' }).click();
  await again.page.getByRole('menuitem', { name: 'إزالة الإشارة' }).click();
  await expect(listed).toHaveCount(2);
  await again.page.getByRole('button', { name: 'تراجع' }).click();
  await expect(listed).toHaveCount(3);
});
