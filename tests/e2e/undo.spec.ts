import type { Page } from '@playwright/test';
import { ask } from '../../scripts/dev/drive-app.ts';
import { type RunningApp, expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { ReaderPage } from '../support/reader-page.ts';

/** Returns the articles that are marked as read in the store. */
async function readIds(page: Page): Promise<readonly string[]> {
  const all = await ask(page, 'marks/summaries', {});
  return all.filter(({ shelf }) => shelf?.finished?.is).map(({ articleId }) => articleId);
}

/** Returns the notes of one article in the store. */
async function notesOf(page: Page, articleId: string): Promise<readonly string[]> {
  const { annotations } = await ask(page, 'marks/get', { articleId });
  return annotations.map(({ note }) => note);
}

const goToLibrary = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'المكتبة' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'المكتبة' })).toBeVisible();
};

test('Ctrl+Z undoes what the toast offers, and names what is out of sight before it changes it', async ({
  shared,
}) => {
  const { page } = shared;
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
  await expect(page.getByRole('status').getByRole('button', { name: 'تراجع' })).toBeVisible();
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

/** Stores highlights of one word each, and exports them to a file. */
async function exportFifty(app: RunningApp, articleId: string, path: string): Promise<void> {
  const words = await app.page.evaluate(async (id) => {
    const { value } = (await window.bridge.invoke('library/get', { articleId: id })) as {
      value: { blocks: { text: string }[] };
    };
    const text = value.blocks.map((block) => block.text).join(' ');
    return [...new Set(text.match(/[\u0621-\u064a]{5,}/gu))].slice(0, 50);
  }, articleId);
  for (const text of words) await saveHighlight(app.page, articleId, { text });
  await answerDialogs(app, path);
  await app.page.evaluate(
    (scope) =>
      window.bridge.invoke('exchange/export', {
        scope,
        format: 'json-ld',
        onlyNotes: false,
        citations: false,
        text: false,
      }),
    { kind: 'all' },
  );
}

const answerDialogs = (app: RunningApp, path: string): Promise<void> =>
  app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);

test('an import of fifty highlights is one undo step, which keeps bookmarks of other articles', async ({
  start,
}, info) => {
  const path = info.outputPath('fifty.jsonld');
  const first = await start({ dataFolder: info.outputPath('first') });
  const imported = 'counter-terrorism-service-kurdistan';
  await exportFifty(first, imported, path);
  await first.quit();

  const app = await start();
  const { page } = app;
  const reader = await ReaderPage.open(page, /الكاظمي/);
  await reader.toggleBookmark();
  await answerDialogs(app, path);
  const panel = page.getByRole('complementary', { name: 'التمييزات والملاحظات' });
  // The panel of an article without highlights opens only on request.
  if (!(await panel.isVisible())) await page.keyboard.press('KeyA');
  await panel.getByRole('button', { name: 'المزيد' }).click();
  await page.getByRole('menuitem', { name: 'استيراد' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'استيراد 50 تمييزًا' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(async () => (await notesOf(page, imported)).length).toBe(50);

  await page.keyboard.press('Control+KeyZ');
  await expect.poll(async () => (await notesOf(page, imported)).length).toBe(0);
  await expect(page.getByText(/التراجع عن: .*استيراد 50 تمييزًا.? في/)).toBeVisible();
  await goToLibrary(page);
  await page.keyboard.press('Control+KeyZ');
  await expect(page.getByText(/تراجع عن: .*وضع إشارة.? في .*الكاظمي/)).toBeVisible();
  await ReaderPage.opened(page);
  expect((await reader.marks()).bookmarks).toHaveLength(1);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(async () => (await reader.marks()).bookmarks.length).toBe(0);
});

test('a toast is reached by F6, closed by Escape, and gives the focus back', async ({ shared }) => {
  const { page } = shared;
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await page.keyboard.press('KeyJ');
  const row = page.locator('main [data-list-item]').first();
  await expect(row).toBeFocused();
  await page.keyboard.press('KeyM');
  const undo = page.getByRole('status').getByRole('button', { name: 'تراجع' });
  await expect(undo).toBeVisible();

  await page.keyboard.press('F6');
  await expect(undo).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(undo).toHaveCount(0);
  await expect(row).toBeFocused();
  expect(await readIds(page)).toHaveLength(1);

  await page.keyboard.press('KeyM');
  // F6 reaches the toast only once it has appeared.
  await expect.poll(async () => (await readIds(page)).length).toBe(0);
  await expect(undo).toBeVisible();
  await page.keyboard.press('F6');
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await readIds(page)).length).toBe(1);
  await expect(row).toBeFocused();
});

test('a reader who has nothing to undo sees that', async ({ shared }) => {
  const { page } = shared;
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+KeyZ');
  await expect(page.getByText('ليس هناك ما يُتراجع عنه')).toBeVisible();
});
