import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { ReaderPage } from '../support/reader-page.ts';

/** Presses keys in one turn of the page, so that no answer can come between them. */
const pressAtOnce = (page: Page, ...codes: readonly string[]): Promise<void> =>
  page.evaluate((all) => {
    for (const code of all)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true }),
      );
  }, codes);

test('keys pressed in quick succession act on the result of the one before', async ({ shared }) => {
  const { page } = shared;
  const reader = await ReaderPage.open(page, /الكاظمي/);
  const bookmarks = async () => (await reader.marks()).bookmarks.length;
  await reader.selectText('تصريح أدلى به');

  await pressAtOnce(page, 'Digit2', 'KeyE');
  await (await reader.noteField()).fill('ملاحظة');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(async () => (await reader.marks()).annotations)
    .toMatchObject([{ meaning: 'fact', note: 'ملاحظة', quote: { exact: 'تصريح أدلى به' } }]);

  await pressAtOnce(page, 'KeyB', 'KeyB', 'KeyB');
  await expect.poll(bookmarks).toBe(1);
  await pressAtOnce(page, 'KeyB', 'KeyB', 'KeyB');
  await expect.poll(bookmarks).toBe(0);
});

test('quick choices in the appearance of one article apply to that article alone', async ({
  shared,
}) => {
  const { page } = shared;
  await ReaderPage.open(page, /الكاظمي/);
  await page.getByRole('button', { name: 'مظهر القراءة' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();

  // The clicks are in one turn of the page, so that no answer can come between them.
  await dialog.evaluate((element) => {
    const labels = [...element.querySelectorAll('label')];
    for (const text of ['لهذه المادة فقط', 'أميري', 'إخفاء']) {
      const label = labels.find(({ textContent }) => textContent.includes(text));
      if (!label) throw new Error(`no label: ${text}`);
      label.click();
    }
  });

  const settings = () =>
    page.evaluate(async () => {
      const answer = await window.bridge.invoke('settings/get', {});
      return (answer as { value: unknown }).value;
    });
  await expect.poll(settings).toMatchObject({
    readingFont: 'naskh',
    hideTashkeel: false,
    articleAppearances: {
      'iraq-syria-border-fences': { readingFont: 'amiri', hideTashkeel: true },
    },
  });
});
