import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask } from '../../scripts/dev/drive-app.ts';
import type { ArticleId } from '../../src/shared/domain/article.ts';
import { type RunningApp, expect, test } from '../support/app.ts';

const COMING_BACK = text('سوق الأحد في المدينة القديمة', 'بيع فيه القمح والزيت قبل الظهر.');
const GOING = text('تقرير يجب أن يُمحى', 'فيه أسماء لا يجوز أن تبقى على هذا الجهاز.');

function text(title: string, body: string) {
  return { title, body, note: `ملاحظة على ${title}` };
}

async function bringIn(app: RunningApp, { title, body }: typeof GOING): Promise<ArticleId> {
  const input = { text: `${title}\n\n${body}`, html: null };
  const outcome = await ask(app.page, 'import/text', input);
  if (outcome.kind !== 'added') throw new Error(outcome.kind);
  return outcome.articleId;
}

async function bringInMarked(app: RunningApp, of: typeof GOING, digit: number): Promise<ArticleId> {
  const articleId = await bringIn(app, of);
  await ask(app.page, 'annotations/save', {
    id: `00000000-0000-4000-8000-00000000000${digit}`,
    articleId,
    meaning: 'question',
    span: { start: 0, end: of.title.length },
    note: of.note,
  });
  return articleId;
}

const originals = ({ dataFolder }: RunningApp): Promise<string[]> =>
  readdir(join(dataFolder, 'library', 'originals'));

const madeFrom = (id: ArticleId, name: string): boolean => name.startsWith(id.slice('own-'.length));

async function go({ page }: RunningApp, hash: string): Promise<void> {
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  await page.evaluate((to) => void (location.hash = to), hash);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).last().focus();
  await page.keyboard.press('Enter');
}

test('removed items are restored with their marks, or deleted with their originals', async ({
  start,
}) => {
  const before = await start();
  const back = await bringInMarked(before, COMING_BACK, 1);
  const gone = await bringInMarked(before, GOING, 2);
  for (const articleId of [back, gone]) await ask(before.page, 'library/remove', { articleId });
  await before.quit();
  const app = await start();
  const { page } = app;
  await go(app, '#/settings');

  await press(page, 'عرض المواد التي أُزيلت…');
  const rows = page.getByRole('dialog', { name: 'مواد أُزيلت من المكتبة' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await press(page, new RegExp(`استعادة.*${COMING_BACK.title}`));
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: COMING_BACK.title })).toBeVisible();
  // The focus is on the row that replaced the removed one.
  await expect(rows.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: 'حذف مادة نهائيًا؟' });
  await expect(question).toContainText(GOING.title);
  await expect(question).toContainText('لا يمكن التراجع عن ذلك');
  await expect(question).toContainText('تبقى تمييزاتك وملاحظاتك محفوظة');
  expect(await originals(app)).toHaveLength(2);
  await press(page, 'حذف نهائي');

  await expect(page.getByText('لم تُزل أي مادة.')).toBeVisible();
  const left = await originals(app);
  expect(left.filter((name) => madeFrom(gone, name))).toEqual([]);
  expect(left.filter((name) => madeFrom(back, name))).toHaveLength(1);
  expect(await readdir(join(app.dataFolder, 'library', 'bin'))).toEqual([]);

  await page.keyboard.press('Escape');
  await go(app, `#/article/${back}`);
  await expect(page.locator('article [data-block]').last()).toContainText(COMING_BACK.body);
  await expect(page.getByRole('complementary').getByText(COMING_BACK.note)).toBeVisible();

  // Importing the same file again finds the notes that were kept.
  expect(await bringIn(app, GOING)).toBe(gone);
  await go(app, `#/article/${gone}`);
  await expect(page.getByRole('complementary').getByText(GOING.note)).toBeVisible();
});

test('undo never offers or mentions what was deleted', async ({ start }) => {
  const app = await start();
  const { page } = app;
  const gone = await bringIn(app, GOING);
  await go(app, '#/');
  const row = page.getByRole('listitem').filter({ hasText: GOING.title });
  await row.getByRole('button').last().click();
  await page.getByRole('menuitem', { name: 'إزالة من المكتبة' }).click();
  await expect(row).toHaveCount(0);
  await go(app, '#/settings');
  await press(page, 'عرض المواد التي أُزيلت…');
  await press(page, new RegExp(`حذف.*${GOING.title}`));
  await press(page, 'حذف نهائي');
  await expect(page.getByText('لم تُزل أي مادة.')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+KeyZ');

  await expect(page.getByText('ليس هناك ما يُتراجع عنه')).toBeAttached();
  expect(await originals(app)).toEqual([]);
  expect(await ask(app.page, 'library/summaries', { articleIds: [gone] })).toEqual([]);
});
