import { expect, test } from '../support/app.ts';
import { ReaderPage } from '../support/reader-page.ts';
import { resizeWindow } from '../support/resize-window.ts';

const TITLE = /الكاظمي/;

test('a meaning chosen in the selection mode goes to the selected words, not the paragraph', async ({
  shared,
}) => {
  const { page } = shared;
  const reader = await ReaderPage.open(page, TITLE);

  await page.keyboard.press('KeyV');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Digit2');

  await expect.poll(async () => (await reader.marks()).annotations.length).toBe(1);
  const quote = (await reader.marks()).annotations[0]?.quote.exact ?? '';
  expect(quote.split(' ').length).toBeLessThanOrEqual(3);
});

test('F6 moves into the toolbar, which is one tab stop, and Escape keeps the words selected', async ({
  shared,
}) => {
  const { page } = shared;
  const reader = await ReaderPage.open(page, TITLE);
  await reader.selectText('الكاميرات الحرارية');

  await page.keyboard.press('F6');
  await expect(reader.toolbar().getByRole('button', { name: 'مهمّ' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(reader.toolbar().getByRole('button', { name: 'واقعة' })).toBeFocused();
  await expect(reader.toolbar().locator('button[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Escape');

  await expect(reader.toolbar()).toBeHidden();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toContain(
    'الكاميرات الحرارية',
  );
});

test('keys scroll a list and a text that were opened without the mouse', async ({ shared }) => {
  const { electron, page } = shared;
  await resizeWindow(electron, page, { width: 900, height: 500 });
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  const top = () =>
    page
      .locator('main .scroll')
      .first()
      .evaluate((element) => element.scrollTop);

  await page.keyboard.press('End');
  await expect.poll(top).toBeGreaterThan(40);
  await page.keyboard.press('Home');
  await expect.poll(top).toBe(0);
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('Enter');
  await expect(page.locator('article [data-block]').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect.poll(top).toBe(40);
  await page.keyboard.press('ArrowUp');
  await expect.poll(top).toBe(0);
  await page.keyboard.press('PageDown');
  await expect.poll(top).toBeGreaterThan(200);
  await page.keyboard.press('End');
  await expect(page.locator('article [data-block]').last()).toBeInViewport();
  await page.keyboard.press('Home');
  await expect.poll(top).toBe(0);

  await page.getByRole('link', { name: 'الإعدادات' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'الإعدادات' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect.poll(top).toBeGreaterThan(200);
});

test('Ctrl+F always moves into the field, whether the bar is open or not', async ({ shared }) => {
  const { page } = shared;
  await ReaderPage.open(page, TITLE);
  const field = page.getByRole('searchbox', { name: 'البحث في النص' });

  for (const leave of ['Escape', null]) {
    await page.keyboard.press('Control+KeyF');
    await expect(field).toBeFocused();
    await page.keyboard.type('الحدود');
    if (leave) await page.keyboard.press(leave);
    else await page.locator('article h1').click();
  }
  await page.keyboard.press('Control+KeyF');

  await expect(field).toBeFocused();
});

test('Delete removes the mark that has the focus, and undo brings it back', async ({ shared }) => {
  const { page } = shared;
  const reader = await ReaderPage.open(page, TITLE);
  await reader.selectText('الكاميرات الحرارية');
  await reader.chooseMeaning('مهمّ');
  await reader.selectText('مصطفى الكاظمي');
  await reader.chooseMeaning('واقعة');
  const meanings = async () => (await reader.marks()).annotations.map(({ meaning }) => meaning);

  const text = page.getByRole('region', { name: 'نص المادة' });
  await text.getByRole('button', { name: /تمييز، .?مهمّ/ }).focus();
  await page.keyboard.press('Delete');

  await expect.poll(meanings).toEqual(['fact']);
  await page.getByRole('button', { name: 'تراجع' }).click();
  await expect.poll(async () => (await meanings()).toSorted()).toEqual(['fact', 'important']);
});
