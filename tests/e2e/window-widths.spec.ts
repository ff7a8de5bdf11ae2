import { expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { ReaderPage } from '../support/reader-page.ts';
import { resizeWindow } from '../support/resize-window.ts';

test('a wide window previews the article under the focus or the pointer; a narrow one keeps its find box', async ({
  start,
}) => {
  const { electron, page } = await start();
  const pane = page.getByRole('complementary', { name: 'معاينة' });
  const titleAt = (at: number) => page.locator('[data-article] h2').nth(at).innerText();
  await resizeWindow(electron, page, { width: 1700, height: 1000 });
  const title = pane.getByRole('heading', { level: 2 });
  // The pointer of the screen may rest on a row, which is previewed then.
  await page.mouse.move(5, 5);
  await expect(title).toBeVisible();
  const titles = await page.locator('[data-article] h2').allInnerTexts();
  expect(titles).toContain(await title.innerText());
  await page.keyboard.press('KeyJ');
  await expect(title).toHaveText(await titleAt(0));
  await expect(pane.locator('p')).toHaveCount(4);
  await page.keyboard.press('KeyJ');
  await expect(title).toHaveText(await titleAt(1));
  await page.locator('[data-article]').nth(2).hover();
  await expect(title).toHaveText(await titleAt(2));
  const boxes = await Promise.all([pane.boundingBox(), page.locator('main h1').boundingBox()]);
  expect(boxes[0]?.width).toBe(480);
  // The end side from right to left is the left.
  expect(boxes[0]?.x).toBe(0);
  expect(boxes[1]?.x).toBeGreaterThan(480);

  await resizeWindow(electron, page, { width: 1500, height: 900 });
  await expect(pane).toHaveCount(0);

  // The panel opens by itself when it has content.
  await saveHighlight(page, 'iraq-syria-border-fences', { text: 'مصطفى الكاظمي' });
  await ReaderPage.open(page, /الكاظمي/);
  const panel = page.getByRole('complementary', { name: 'التمييزات والملاحظات' });
  await expect(panel).toBeVisible();
  // This is half of 1280 × 800, as with a zoom of 200 %. The panel that was beside the text must not cover it.
  await resizeWindow(electron, page, { width: 640, height: 400 });
  await expect(panel).toHaveCount(0);
  await resizeWindow(electron, page, { width: 1500, height: 900 });
  await expect(panel).toBeVisible();
  await resizeWindow(electron, page, { width: 640, height: 400 });
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('KeyA');
  await expect(panel).toBeVisible();
  await page.keyboard.press('Control+KeyF');
  const bar = page.getByRole('search').filter({ has: page.getByRole('searchbox') });
  await expect(panel).toHaveCount(0);
  await bar.getByRole('searchbox').fill('زرافة');
  await expect(bar.getByRole('status')).toHaveText('لا نتائج في هذا النص');
  const field = await bar.getByRole('searchbox').boundingBox();
  expect(field?.width).toBeGreaterThan(120);
  const others = await bar
    .locator('button, [role=status]')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  for (const one of others) {
    expect(one.left).toBeGreaterThanOrEqual(0);
    expect(one.right).toBeLessThanOrEqual(640);
  }
});
