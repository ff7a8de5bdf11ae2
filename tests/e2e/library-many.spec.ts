import type { Page } from '@playwright/test';
import { listArticles } from '../../scripts/dev/drive-app.ts';
import { expect, test } from '../support/library-folder.ts';
import { ownArticle, putOwnArticles } from '../support/own-library.ts';

const COUNT = 60;

const articles = () =>
  Array.from({ length: COUNT }, (_, at) =>
    ownArticle(`خبر ${String(at + 1).padStart(2, '0')}`, {
      own: { addedAt: '2020-01-02T03:04:05.000Z', ...(at === 0 && { tags: ['سابق'] }) },
    }),
  );

/** Returns the tags of each own article, by title. */
async function tagsOf(page: Page): Promise<Map<string, readonly string[]>> {
  const all = await listArticles(page);
  return new Map(all.flatMap(({ title, own }) => (own ? [[title, own.tags]] : [])));
}

const bar = (page: Page) => page.getByRole('toolbar', { name: 'إجراءات على المواد المحدَّدة' });

test('sixty articles are tagged in one dialog, in one call and with one undo', async ({
  start,
  dataFolder,
}) => {
  await putOwnArticles(dataFolder, articles());
  const { page } = await start({ dataFolder });
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('Control+KeyA');
  // The list also contains the bundled articles, which have no labels.
  await expect(bar(page)).toContainText('66');
  await bar(page).getByRole('button', { name: 'وسوم…' }).click();
  const dialog = page.getByRole('dialog', { name: 'وسوم 60 مادة' });
  await dialog.getByRole('combobox').fill('الموسم');
  await dialog.getByRole('combobox').press('Enter');
  await dialog.getByRole('button', { name: 'حفظ' }).click();

  const told = page.getByRole('status').filter({ hasText: 'تغيّرت وسوم 60 مادة' });
  await expect(told).toBeVisible();
  const tags = await tagsOf(page);
  expect([...tags.values()].filter((each) => each.includes('الموسم'))).toHaveLength(COUNT);
  expect(tags.get('خبر 01')).toEqual(['سابق', 'الموسم']);

  await page.keyboard.press('Control+KeyZ');
  await expect.poll(async () => [...(await tagsOf(page)).values()].flat()).toEqual(['سابق']);
  await page.keyboard.press('Control+KeyY');
  await expect.poll(async () => [...(await tagsOf(page)).values()].flat().length).toBe(COUNT + 1);
});

test('X, Shift with arrows, and clicks with Ctrl or Shift choose rows; Escape ends it', async ({
  start,
  dataFolder,
}) => {
  await putOwnArticles(dataFolder, articles());
  const { page } = await start({ dataFolder });
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  const rows = page.locator('main [data-article]');
  const chosen = () =>
    rows.evaluateAll((all) =>
      all.flatMap((row, at) => ((row as HTMLElement).dataset['selected'] ? [at] : [])),
    );

  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyX');
  await expect.poll(chosen).toEqual([0]);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(chosen).toEqual([0, 1, 2]);
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(chosen).toEqual([0, 1]);
  await expect(bar(page)).toContainText('مادتان محدَّدتان');
  await page.keyboard.press('Escape');
  await expect.poll(chosen).toEqual([]);
  await expect(bar(page)).toHaveCount(0);
  await expect(page).toHaveURL(/^[a-z]+:\/\/[a-z.]+\/(#\/)?$/);

  const links = page.locator('main [data-list-item]');
  await links.nth(1).click({ modifiers: ['Control'] });
  await links.nth(3).click({ modifiers: ['Shift'] });
  await expect.poll(chosen).toEqual([1, 2, 3]);
  await links.nth(2).click();
  await expect.poll(chosen).toEqual([1, 3]);
  // The checkboxes do the same.
  await rows.nth(4).getByRole('checkbox').check();
  await expect.poll(chosen).toEqual([1, 3, 4]);
});

test('many articles are marked as read, saved and removed, each with one undo', async ({
  start,
  dataFolder,
}) => {
  await putOwnArticles(dataFolder, articles());
  const { page } = await start({ dataFolder });
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  const links = page.locator('main [data-list-item]');
  await links.first().click({ modifiers: ['Control'] });
  await links.nth(9).click({ modifiers: ['Shift'] });

  await bar(page).getByRole('button', { name: 'مقروءة' }).click();
  await expect(page.getByRole('main').getByText('اكتملت القراءة')).toHaveCount(10);
  await page.keyboard.press('Control+KeyZ');
  await expect(page.getByRole('main').getByText('اكتملت القراءة')).toHaveCount(0);

  await bar(page).getByRole('button', { name: 'إزالة', exact: true }).click();
  await expect(page.getByRole('link', { name: 'المكتبة' })).toContainText('56');
  await expect(bar(page)).toHaveCount(0);
  await page.keyboard.press('Control+KeyZ');
  await expect(page.getByRole('link', { name: 'المكتبة' })).toContainText('66');
});
