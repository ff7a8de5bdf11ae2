import { expect, test } from '../support/library-folder.ts';
import { ownArticle, putOwnArticles } from '../support/own-library.ts';

test('language and direction are chosen with the keys from lists of our own, right to left', async ({
  start,
  dataFolder,
}) => {
  await putOwnArticles(dataFolder, [ownArticle('خبر السهل')]);
  const { page } = await start({ dataFolder });
  await page
    .getByRole('listitem')
    .filter({ hasText: 'خبر السهل' })
    .getByRole('button', { name: /خيارات/ })
    .click();
  await page.getByRole('menuitem', { name: 'تفاصيل المادة…' }).click();
  const dialog = page.getByRole('dialog', { name: 'تفاصيل المادة' });
  await expect(dialog.locator('select')).toHaveCount(0);

  const language = dialog.getByRole('button', { name: /^اللغة: العربية/ });
  await language.press('ArrowDown');
  const list = page.getByRole('listbox', { name: 'اللغة' });
  await expect(list).toBeFocused();
  const [box, button] = [await list.boundingBox(), await language.boundingBox()];
  expect(Math.round((box?.x ?? 0) + (box?.width ?? 0))).toBeLessThanOrEqual(
    Math.round((button?.x ?? 0) + (button?.width ?? 0)),
  );
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: /^اللغة: / })).toBeFocused();
  await expect(dialog.getByRole('button', { name: /^اللغة: / })).not.toHaveText(/العربية/);

  // Escape closes the list, and the dialog stays open.
  await page.keyboard.press('Enter');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(dialog).toBeVisible();
});

test('one of a thousand tags is found by typing a part of it, with or without hamza', async ({
  start,
  dataFolder,
}) => {
  const tags = Array.from({ length: 1003 }, (_, index) => `وسم ${index + 1}`);
  const portions = Array.from({ length: 51 }, (_, index) =>
    tags.slice(index * 20, index * 20 + 20),
  );
  await putOwnArticles(dataFolder, [
    ...portions.map((portion, index) =>
      ownArticle(`مقال ${index + 1}`, { own: { tags: portion } }),
    ),
    ownArticle('خبر الأمن', { own: { tags: ['الأمن الغذائي'] } }),
  ]);
  const { page } = await start({ dataFolder });

  await page.getByRole('button', { name: 'تصفية' }).click();
  await page.getByRole('button', { name: /^الوسم: / }).click();
  const field = page.getByRole('combobox');
  await expect(field).toBeFocused();
  await field.fill('الامن الغ');
  await expect(page.getByRole('option')).toHaveText([/الأمن الغذائي/]);
  await field.press('Enter');

  await expect(page.getByRole('main').locator('a[data-list-item]')).toHaveText(['خبر الأمن']);
  await expect(page.getByRole('button', { name: 'الوسم: الأمن الغذائي' })).toBeFocused();
});
