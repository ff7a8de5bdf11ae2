import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { ReaderPage } from '../support/reader-page.ts';

/** The articles that are marked as read, in the store. */
const readIds = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const { value } = (await window.bridge.invoke('marks/summaries', {})) as {
      value: { articleId: string; shelf: { finished: { is: boolean } | null } | null }[];
    };
    return value.filter(({ shelf }) => shelf?.finished?.is).map(({ articleId }) => articleId);
  });

/** The notes of one article, in the store. */
const notesOf = (page: Page, articleId: string): Promise<readonly string[]> =>
  page.evaluate(async (id) => {
    const { value } = (await window.bridge.invoke('marks/get', { articleId: id })) as {
      value: { annotations: { note: string }[] };
    };
    return value.annotations.map(({ note }) => note);
  }, articleId);

const goToLibrary = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'المكتبة' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'المكتبة' })).toBeVisible();
};

test('Ctrl+Z takes back what the toast offers, and names what is out of sight before it touches it', async ({
  start,
}) => {
  const { page } = await start();
  const reader = await ReaderPage.open(page, /الكاظمي/);
  await reader.selectText('تصريح أدلى به');
  await reader.chooseMeaning('واقعة');
  await reader.writeNote('ملاحظة في الأصل');
  const articleId = new URL(page.url()).hash.replace('#/article/', '');
  const notes = () => notesOf(page, articleId);
  await expect.poll(notes).toEqual(['ملاحظة في الأصل']);
  await goToLibrary(page);
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyM');
  await expect(page.getByRole('status').getByRole('button', { name: 'تراجُع' })).toBeVisible();
  await expect.poll(async () => (await readIds(page)).length).toBe(1);

  await page.keyboard.press('Control+KeyZ');
  await expect.poll(() => readIds(page)).toEqual([]);
  expect(await notes()).toEqual(['ملاحظة في الأصل']);

  await page.keyboard.press('Control+KeyZ');
  await expect(page.getByText(/تراجع عن: .*تحرير ملاحظة.? في .*الكاظمي/)).toBeVisible();
  await ReaderPage.opened(page);
  expect(await notes()).toEqual(['ملاحظة في الأصل']);
  expect(await reader.paintedTexts('hl-fact')).toEqual(['تصريح أدلى به']);

  await page.keyboard.press('Control+KeyZ');
  await expect.poll(notes).toEqual(['']);
});
