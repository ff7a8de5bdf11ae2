import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApp, expect, test as base } from '../support/app.ts';
import { resizeWindow } from '../support/resize-window.ts';

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'hashiya-names-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

const ADDRESS = 'https://example.org/news?id=7';

const news = (title: string, author: string) => `---
title: ${title}
author: ${author}
publisher: صحيفة الضفاف
date: 08/10/2016
url: ${ADDRESS}
tags: [مياه]
---

ارتفع منسوب النهر مترًا كاملًا خلال الأسبوع الماضي، ودعت الوزارة السكان إلى الحذر من الزنجبيل.

وتراقب الفرق الفنية السدود ليلًا ونهارًا.
`;

async function importFiles({ page, electron }: RunningApp, paths: string[]): Promise<void> {
  await electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
  }, paths);
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  await page.keyboard.press('Control+KeyO');
  await page.getByRole('button', { name: 'اختيار ملفات…' }).click();
  await expect(page.getByRole('button', { name: 'إخفاء القائمة' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
}

test('author, outlet, date and address of an article are shown wherever it is named', async ({
  shared,
  folder,
}) => {
  const paths = [join(folder, 'a.md'), join(folder, 'b.md')];
  await writeFile(paths[0] ?? '', news('منسوب النهر الكبير', 'سامي الجبوري'));
  await writeFile(paths[1] ?? '', `${news('سدود الشمال البعيد', 'رنا توفيق')}\nخاتمة أخرى.\n`);
  const app = shared;
  const { page } = app;
  const main = page.getByRole('main');
  await importFiles(app, paths);

  const row = main.getByRole('listitem').filter({ hasText: 'منسوب النهر الكبير' });
  await expect(row).toContainText('سامي الجبوري');
  await expect(row).toContainText('صحيفة الضفاف');
  await expect(row).toContainText('8 تشرين الأول 2016');
  await expect(row).not.toContainText('غير مؤكَّد');
  await expect(row).toContainText('مياه');

  await page.keyboard.press('Control+KeyK');
  await page.getByRole('combobox').fill('الجبوري');
  const option = page.getByRole('option').filter({ hasText: 'منسوب النهر الكبير' });
  await expect(option).toContainText('سامي الجبوري');
  await page.keyboard.press('Enter');

  const header = main.getByRole('article').getByRole('banner').or(main.locator('article > header'));
  await expect(header).toContainText('سامي الجبوري');
  await expect(header).toContainText('صحيفة الضفاف');
  await expect(header.getByRole('button', { name: ADDRESS })).toBeVisible();

  await page.keyboard.press('Control+KeyP');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.paper')).toContainText('سامي الجبوري');
  await expect(page.locator('.paper')).toContainText(ADDRESS);
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');

  await page.evaluate(() => {
    location.hash = '#/library';
  });
  const resume = page.getByRole('region', { name: 'من حيث توقّفت' });
  await expect(resume.locator('[data-byline]')).toContainText('سامي الجبوري');

  await page.evaluate(() => {
    location.hash = '#/search';
  });
  await page.getByRole('searchbox').first().fill('الزنجبيل');
  const results = main.getByRole('listitem').filter({ has: page.getByRole('heading') });
  await expect(results).toHaveCount(2);
  await expect(results.filter({ hasText: 'سدود الشمال' })).toContainText('رنا توفيق');
  await main.getByRole('group', { name: 'الكاتب' }).getByLabel('رنا توفيق').check();
  await expect(results).toHaveCount(1);
  await expect(results).toContainText('سدود الشمال البعيد');
});

test('the card of the last article cuts names only when there is no room, and never the date', async ({
  shared,
  folder,
}) => {
  const app = shared;
  const { page } = app;
  const author = 'الدكتور سامي عبد الرحمن الجبوري';
  const path = join(folder, 'a.md');
  await writeFile(path, news('منسوب النهر الكبير', author));
  await importFiles(app, [path]);
  await resizeWindow(app.electron, page, { width: 900, height: 600 });
  await page.getByRole('main').getByRole('link', { name: 'منسوب النهر الكبير' }).click();
  await expect(page.locator('article h1')).toHaveText('منسوب النهر الكبير');
  await page.evaluate(() => {
    location.hash = '#/library';
  });
  const names = page.getByRole('region', { name: 'من حيث توقّفت' }).locator('[data-byline] bdi');
  const cut = () =>
    names.evaluateAll((all) =>
      all
        .filter((name) => name.scrollWidth > name.clientWidth + 1)
        .map((name) => name.getAttribute('data-part')),
    );
  await expect(names.first()).toHaveText(author);
  expect(await cut()).toEqual([]);

  await resizeWindow(app.electron, page, { width: 780, height: 600 });
  await expect.poll(cut).toContain('author');
  expect(await cut()).not.toContain('date');
});

test('the address and a date in Arabic digits are corrected in the details, and stay', async ({
  shared,
  folder,
}) => {
  const path = join(folder, 'a.md');
  await writeFile(path, news('منسوب النهر الكبير', 'سامي الجبوري'));
  const app = shared;
  const { page } = app;
  await importFiles(app, [path]);
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'منسوب النهر' });
  const openDetails = async () => {
    await row.getByRole('button', { name: /^خيارات/ }).click();
    await page.getByRole('menuitem', { name: 'تفاصيل المادة…' }).click();
    return page.getByRole('dialog');
  };

  let dialog = await openDetails();
  const save = dialog.getByRole('button', { name: 'حفظ' });
  await dialog.getByLabel('الرابط').fill('javascript:alert(1)');
  await expect(dialog).toContainText('ليس هذا رابط صفحة');
  await expect(save).toBeDisabled();
  await dialog.getByLabel('الرابط').fill('https://example.org/نهر');
  await dialog.getByLabel('تاريخ النشر').fill('٢٠١٧-٠٤؟');
  await save.click();

  await expect(row).toContainText('نيسان 2017');
  dialog = await openDetails();
  await expect(dialog.getByLabel('الرابط')).toHaveValue('https://example.org/%D9%86%D9%87%D8%B1');
  await expect(dialog.getByLabel('تاريخ النشر')).toHaveValue('2017-04?');
});

test('a text pasted from a page keeps its headings, lists and quotes', async ({ shared }) => {
  const { page } = shared;
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const [first, second] = [
      'ارتفع منسوب النهر مترًا كاملًا خلال الأسبوع الماضي، ودعت الوزارة السكان إلى الحذر.',
      'وتراقب الفرق الفنية السدود ليلًا ونهارًا، وتنشر قراءاتها كل صباح على اللوحة العامة.',
    ];
    const items = ['إبعاد الماشية', 'تفقّد القوارب'];
    clipboardData.setData('text/plain', [first, ...items, second].join('\n'));
    clipboardData.setData(
      'text/html',
      `<html><body><!--StartFragment--><h1>منسوب النهر الكبير</h1><p>${first}</p><h2>ما طُلب من السكان</h2><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul><blockquote><p>${second}</p></blockquote><!--EndFragment--></body></html>`,
    );
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });

  await expect(page.getByRole('dialog')).toContainText('تُحفظ العناوين والفقرات والقوائم');
  await page.getByRole('button', { name: 'إضافة إلى المكتبة' }).click();
  await page.getByRole('button', { name: 'فتح', exact: true }).click();

  const text = page.getByRole('region', { name: 'نص المادة' });
  await expect(text.getByRole('heading', { level: 1 })).toHaveText('منسوب النهر الكبير');
  await expect(text.getByRole('heading', { level: 2 })).toHaveText('ما طُلب من السكان');
  await expect(text.locator('blockquote')).toContainText('وتراقب الفرق الفنية');
  await expect(text.getByText('إبعاد الماشية', { exact: true })).toBeVisible();
});
