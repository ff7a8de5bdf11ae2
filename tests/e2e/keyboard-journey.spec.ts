import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { ReaderPage } from '../support/reader-page.ts';

/** More presses than any page has focusable elements. */
const MOST_PRESSES = 80;

/** Returns the name of the focused element. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const label = labels.map(({ textContent }) => textContent).join(' ');
    return `${element?.getAttribute('aria-label') ?? ''} ${label} ${element?.textContent ?? ''}`;
  });

/** Presses a key until the focus is on an element with the name, as a listener would. */
async function moveTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let press = 0; press < MOST_PRESSES; press += 1) {
    await page.keyboard.press(key);
    if (name.test(await focusedName(page))) return;
  }
  throw new Error(`the keyboard does not reach ${String(name)}`);
}

test('from the first start to an exported note, without a mouse', async ({ start }) => {
  const { page, electron, dataFolder } = await start();
  const path = join(dataFolder, 'notes.md');
  // The test cannot drive the system's own dialog, so it answers with a path.
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  const keys = page.keyboard;
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });

  await moveTo(page, /بدء القراءة/);
  await keys.press('Enter');
  await expect(page.locator('article h1')).toHaveText(/دليل «حاشية»/);
  await keys.press('Alt+ArrowRight');
  await expect(page.getByRole('heading', { level: 1, name: 'المكتبة' })).toBeVisible();
  await moveTo(page, /الكاظمي/, 'KeyJ');
  await keys.press('Enter');
  await expect(page.locator('article h1')).toHaveText(/الكاظمي/);
  await ReaderPage.opened(page);

  await keys.press('KeyJ');
  await keys.press('KeyV');
  for (let word = 0; word < 3; word += 1) await keys.press('ArrowLeft');
  await keys.press('Enter');
  const toolbar = page.getByRole('toolbar', { name: 'أدوات النص المحدَّد' });
  await expect(toolbar).toBeVisible();
  await expect.poll(() => focusedName(page)).toMatch(/مهمّ/);
  await keys.press('ArrowLeft');
  await keys.press('Enter');
  await expect(toolbar).toBeHidden();
  await keys.press('KeyE');
  await expect.poll(() => focusedName(page)).toMatch(/ملاحظة/);
  await keys.insertText('كُتبت بلوحة المفاتيح');
  await keys.press('Control+Enter');

  await keys.press('Slash');
  await expect.poll(() => focusedName(page)).toMatch(/نص البحث/);
  await keys.insertText('المفاتيح');
  const hit = page.getByRole('main').getByRole('link', { name: /في ملاحظتك/ });
  await expect(hit.first()).toBeVisible();
  await moveTo(page, /في ملاحظتك/);
  await keys.press('Enter');
  await expect(page.locator('article h1')).toHaveText(/الكاظمي/);

  const panel = page.getByRole('complementary', { name: 'التمييزات والملاحظات' });
  await expect(panel).toContainText('كُتبت بلوحة المفاتيح');
  await moveTo(page, /^المزيد/);
  await keys.press('Enter');
  await moveTo(page, /تصدير/, 'ArrowDown');
  await keys.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'تصدير' });
  await expect(dialog).toBeVisible();
  await moveTo(page, /Markdown/);
  await keys.press('Space');
  await moveTo(page, /تصدير…/);
  await keys.press('Enter');
  await expect(dialog).toBeHidden();

  const markdown = await readFile(path, 'utf8');
  expect(markdown).toContain('كُتبت بلوحة المفاتيح');
  expect(markdown).toMatch(/^> /m);
});
