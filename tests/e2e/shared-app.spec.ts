import { expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { ReaderPage } from '../support/reader-page.ts';
import { resizeWindow } from '../support/resize-window.ts';

const ARTICLE = 'iraq-syria-border-fences';

test('an app that is lent again has nothing of the test before', async ({ lender }) => {
  const { page, electron, dataFolder } = await lender.lend();
  await saveHighlight(page, ARTICLE, { text: 'مصطفى الكاظمي', note: 'ملاحظة' });
  await page.evaluate(async (articleId) => {
    const { invoke } = window.bridge;
    await invoke('bookmarks/set', { articleId, blockId: 'b1', present: true });
    await invoke('shelf/put', { articleId, change: { savedAt: new Date().toISOString() } });
    await invoke('import/text', { text: 'خبر قصير\n\nارتفع الإنتاج هذا العام.', html: null });
    await invoke('settings/set', { language: 'en', theme: 'dark', markHintClosed: true });
  }, ARTICLE);
  await resizeWindow(electron, page, { width: 700, height: 500 });
  await electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 7, checkboxChecked: false });
  });
  const reader = await ReaderPage.open(page, /الكاظمي/);
  await page.locator('article [data-block]').last().scrollIntoViewIfNeeded();
  await page.keyboard.press('Control+KeyK');
  await expect(page.getByRole('dialog')).toBeVisible();

  const again = await lender.lend();

  expect(again.dataFolder).toBe(dataFolder);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'المكتبة' })).toBeVisible();
  await expect(page.locator('main section [data-article]')).toHaveCount(6);
  expect(await page.evaluate(() => innerWidth)).toBeGreaterThan(1000);
  expect(await electron.evaluate(({ dialog }) => String(dialog.showMessageBox))).not.toContain('7');
  await page.evaluate((id) => void (location.hash = `#/article/${id}`), ARTICLE);
  await ReaderPage.opened(page);
  expect(await reader.marks()).toMatchObject({ annotations: [], bookmarks: [] });
  await expect(page.locator('article h1')).toBeInViewport();
  await expect(page.getByRole('note').filter({ hasText: 'حدّد كلمات' })).toBeVisible();
  await page.keyboard.press('Control+KeyZ');
  await expect(page.getByText('ليس هناك ما يُتراجع عنه')).toBeVisible();
});
