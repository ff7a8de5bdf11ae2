import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SAMPLE_ARTICLES } from '../convert/sample-articles.ts';
import { SAMPLE_FORMATS } from '../convert/sample-formats.ts';
import { type RunningApp, expect, test as base } from '../support/app.ts';
import { SearchPage } from '../support/search-page.ts';

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'hashiya-files-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

const NEWS = [
  'مزارعو السهل يعودون إلى حقولهم بعد موسم الأمطار',
  '',
  'عاد مزارعو السهل إلى حقولهم هذا الأسبوع بعد موسم أمطار طويل، وقالوا إن الزنجبيل سيُزرع لأول مرة.',
  '',
  'وتوقّع المشرفون على المشروع أن يزيد المحصول عن العام الماضي إذا استقرّ الطقس.',
].join('\n');

/** Answers the next dialog of the system. */
const answerDialog = ({ electron }: RunningApp, paths: readonly string[]): Promise<void> =>
  electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
  }, paths);

/** Chooses files in the import dialog and waits until it lists their outcomes. */
async function importFiles(app: RunningApp, ...paths: string[]): Promise<void> {
  await answerDialog(app, paths);
  await expect(app.page.locator('html[data-library=listed]')).toBeAttached();
  await app.page.keyboard.press('Control+KeyO');
  await app.page.getByRole('button', { name: 'اختيار ملفات…' }).click();
  await expect(results(app.page)).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'إخفاء القائمة' }).first()).toBeVisible();
}

const results = (page: Page) =>
  page.getByRole('dialog').getByRole('region', { name: 'نتائج الاستيراد' });

const row = (page: Page, title: RegExp) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: title });

test('a text file is imported by the button, found at once, and still there after a restart', async ({
  start,
  folder,
}) => {
  const path = join(folder, 'خبر.txt');
  await writeFile(path, NEWS);
  const app = await start();
  const { page } = app;

  await importFiles(app, path);
  await expect(results(page)).toContainText('أُضيفت مادة واحدة');
  await page.keyboard.press('Escape');
  await expect(row(page, /مزارعو السهل/)).toBeVisible();

  const search = await SearchPage.search(page, 'الزنجبيل');
  await expect.poll(() => search.articleIds()).toEqual([expect.stringMatching(/^own-/)]);
  await search.openFirst();
  await expect(page.locator('article [data-block]').first()).toContainText('مزارعو السهل');
  await app.quit();

  const again = await start();
  await expect(row(again.page, /مزارعو السهل/)).toBeVisible();
  const found = await SearchPage.search(again.page, 'الزنجبيل');
  await expect.poll(() => found.articleIds()).toEqual([expect.stringMatching(/^own-/)]);
});

test('a folder gives one list: what is new, what was known, and why the rest was not imported', async ({
  shared,
  folder,
}) => {
  await mkdir(join(folder, 'في العمق'));
  await writeFile(join(folder, '1.txt'), NEWS);
  await writeFile(join(folder, 'في العمق', '2.txt'), NEWS);
  await writeFile(join(folder, '3.txt'), '');
  await writeFile(join(folder, '4.bin'), new Uint8Array([0, 1, 2, 255, 0, 7]));
  const app = shared;

  await importFiles(app, folder);

  const list = results(app.page);
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await expect(list.getByRole('listitem').filter({ hasText: '3.txt' })).toContainText('الملف فارغ');
  await expect(list.getByRole('listitem').filter({ hasText: '2.txt' })).toContainText(
    'موجود من قبل',
  );
  await expect(list).toContainText('تعذّر استيراد ملفين');
});

test('a changed file is offered as an update and keeps its highlight', async ({
  shared,
  folder,
}) => {
  const path = join(folder, 'خبر.txt');
  await writeFile(path, NEWS);
  const app = shared;
  const { page } = app;
  await importFiles(app, path);
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /مزارعو السهل/ })
    .click();
  const block = page.locator('article [data-block]', { hasText: 'وتوقّع المشرفون' });
  await expect(block).toBeVisible();
  await block.click();
  await page.keyboard.press('KeyH');
  const painted = () =>
    page.evaluate(() => {
      const highlight = CSS.highlights.get('hl-important');
      return highlight ? [...highlight].map((range) => range.toString()) : [];
    });
  await expect.poll(painted).toEqual([expect.stringContaining('وتوقّع المشرفون')]);

  await writeFile(path, NEWS.replace('\n\n', '\n\nأضافت المحرّرة فقرة قبل الخبر كلّه.\n\n'));
  await importFiles(app, path);
  await page.getByRole('button', { name: 'تحديث المادة وإبقاء تمييزاتها' }).click();
  await expect(results(page)).toContainText('حُدّث');
  await page.getByRole('dialog').getByRole('button', { name: 'إغلاق' }).click();

  await expect(page.locator('article [data-block]', { hasText: 'أضافت المحرّرة' })).toBeVisible();
  await expect.poll(painted).toEqual([expect.stringContaining('وتوقّع المشرفون')]);
});

test('pasting in the library adds a text; dropping files shows the target', async ({ shared }) => {
  const { page } = shared;
  await expect(page.locator('html[data-library=listed]')).toBeAttached();

  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, NEWS);
  await page.getByRole('button', { name: 'إضافة إلى المكتبة' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'أُضيف' })).toBeVisible();
  await expect(row(page, /مزارعو السهل/)).toBeVisible();

  const drag = (type: string) =>
    page.evaluate((name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'x.txt'));
      document.body.dispatchEvent(
        new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }),
      );
    }, type);
  await drag('dragenter');
  await expect(page.getByText('أفلِت الملفات هنا لإضافتها إلى مكتبتك')).toBeVisible();
  // A file that a script made has no path, so nothing is read.
  await drag('drop');
  await expect(page.getByText('أفلِت الملفات هنا لإضافتها إلى مكتبتك')).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: 'ما أفلتّه ليس ملفًّا' })).toBeVisible();
});

test('details can be corrected, and a removed article restored', async ({ shared, folder }) => {
  const path = join(folder, 'خبر.txt');
  await writeFile(path, NEWS);
  const app = shared;
  const { page } = app;
  await importFiles(app, path);
  await page.keyboard.press('Escape');
  const openMenu = (title: RegExp) =>
    row(page, title)
      .getByRole('button', { name: /خيارات/ })
      .click();

  const choose = async (tag: string) => {
    await page.getByRole('button', { name: /^الوسم: / }).click();
    await page.getByRole('option', { name: tag }).click();
  };

  await openMenu(/مزارعو السهل/);
  const menu = await page.getByRole('menu').boundingBox();
  const button = await page.locator('[aria-haspopup=menu][aria-expanded=true]').boundingBox();
  if (!menu || !button) throw new Error('not on the screen');
  expect(Math.abs(menu.y - (button.y + button.height))).toBeLessThanOrEqual(8);
  await page.getByRole('menuitem', { name: 'تفاصيل المادة…' }).click();
  const dialog = page.getByRole('dialog', { name: 'تفاصيل المادة' });
  await dialog.getByLabel('العنوان').fill('خبر السهل');
  await dialog.getByLabel('تاريخ النشر').fill('2021-13');
  await expect(dialog.getByRole('button', { name: 'حفظ' })).toBeDisabled();
  await dialog.getByLabel('تاريخ النشر').fill('2021-04');
  await dialog.getByLabel('الوسوم').fill('الزراعة');
  await dialog.getByLabel('الوسوم').press('Enter');
  await dialog.getByRole('button', { name: 'حفظ' }).click();
  await expect(row(page, /خبر السهل/)).toContainText('نيسان 2021');
  await expect(row(page, /خبر السهل/)).toContainText('الزراعة');
  await page.getByRole('button', { name: 'تصفية' }).click();
  await choose('الزراعة');
  await expect(page.getByRole('main').locator('a[data-list-item]')).toHaveText(['خبر السهل']);
  await choose('كل الوسوم');

  await openMenu(/خبر السهل/);
  await page.getByRole('menuitem', { name: 'إزالة من المكتبة' }).click();
  await expect(row(page, /خبر السهل/)).toHaveCount(0);
  await page.getByRole('button', { name: 'تراجع' }).click();
  await expect(row(page, /خبر السهل/)).toContainText('الزراعة');
});

test('one article in every format is imported with the same words', async ({ shared, folder }) => {
  const [article] = SAMPLE_ARTICLES;
  for (const { format, ending, write } of SAMPLE_FORMATS)
    await writeFile(join(folder, `${format}.${ending}`), await write(article!));
  const app = shared;
  await answerDialog(app, [folder]);
  await expect(app.page.locator('html[data-library=listed]')).toBeAttached();
  await app.page.keyboard.press('Control+KeyO');
  await app.page.getByRole('button', { name: 'اختيار مجلّد…' }).click();

  // The library already has the text of all other files.
  expect(SAMPLE_FORMATS).toHaveLength(7);
  await expect(results(app.page)).toContainText('أُضيفت مادة واحدة · 6 ملفات موجودة من قبل');
});
