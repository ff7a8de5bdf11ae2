import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { ReaderPage } from '../support/reader-page.ts';
import { resizeWindow } from '../support/resize-window.ts';
import { canMountDisk, mountSmallDisk } from '../support/small-disk.ts';

const ARTICLE = 'iraq-syria-border-fences';
const PASSAGE = 'رئيس الحكومة مصطفى الكاظمي';

test('a note that the full disk refuses stays in its editor until it is saved', async ({
  start,
}) => {
  test.skip(!canMountDisk(), 'mounting a disk needs root');
  const disk = await mountSmallDisk();
  try {
    const app = await start({ dataFolder: join(disk.folder, 'data') });
    await saveHighlight(app.page, ARTICLE, { text: PASSAGE });
    const reader = await ReaderPage.open(app.page, /الكاظمي/);
    // The note is longer than the panel of a low window.
    await resizeWindow(app.electron, app.page, { width: 1200, height: 480 });
    const panel = app.page.getByRole('complementary', { name: 'التمييزات والملاحظات' });
    await disk.fill();

    await panel.getByRole('button', { name: 'إضافة ملاحظة' }).click();
    const editor = panel.getByRole('textbox', { name: /ملاحظة/ });
    // Fills the space that the window may have freed meanwhile.
    await disk.fill();
    await editor.fill('ملاحظة طويلة '.repeat(400));
    await expect(panel.getByText(/لم يُحفظ: القرص ممتلئ/)).toBeInViewport({ ratio: 1 });
    await expect(panel.getByRole('button', { name: 'إعادة المحاولة' })).toBeInViewport({
      ratio: 1,
    });
    expect((await reader.marks()).annotations[0]?.note).toBe('');
    await expect(editor).toHaveValue(/^ملاحظة طويلة/);
    await disk.clear();
    await panel.getByRole('button', { name: 'إعادة المحاولة' }).click();

    await expect(panel.getByText('حُفظت تلقائيًا')).toBeVisible();
    expect((await reader.marks()).annotations[0]?.note).toMatch(/^ملاحظة طويلة/);
    await app.quit();
  } finally {
    await disk.remove();
  }
});

test('the start says that nothing can be saved, and the controls for it are disabled', async ({
  start,
}) => {
  const first = await start();
  await saveHighlight(first.page, ARTICLE, { text: PASSAGE, note: 'ملاحظة' });
  await first.quit();
  // A newer version wrote this store, so it is shown as far as it is known, and never changed.
  await writeFile(join(first.dataFolder, 'store-version.json'), '{"schemaVersion":99}');

  const app = await start();
  const reader = await ReaderPage.open(app.page, /الكاظمي/);

  await expect(app.page.getByRole('alert').first()).toBeVisible();
  await expect.poll(() => reader.paintedTexts('hl-fact')).toEqual([PASSAGE]);
  await expect(app.page.getByRole('button', { name: 'إشارة مرجعية' }).first()).toBeDisabled();
  await expect(app.page.getByRole('button', { name: 'تحرير الملاحظة' })).toBeDisabled();
  await reader.selectText('تصريح أدلى به');
  await expect(reader.toolbar().getByRole('button', { name: 'مهمّ' })).toBeDisabled();
  await expect(reader.toolbar().getByRole('button', { name: 'نسخ مع المصدر' })).toBeEnabled();
});
