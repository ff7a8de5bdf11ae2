import { readFile, stat, writeFile } from 'node:fs/promises';
import { type RunningApp, expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { ReaderPage } from '../support/reader-page.ts';

const NOTE = '=SUM(1+1) <b>ملاحظة</b>';

/** Lets the system's dialogs answer with a path, as if the reader had chosen it. */
async function answerDialogs(app: RunningApp, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

async function openWithNote(app: RunningApp): Promise<ReaderPage> {
  const reader = await ReaderPage.open(app.page, /الكاظمي/);
  await reader.selectText('تصريح أدلى به');
  await reader.chooseMeaning('واقعة');
  await reader.writeNote(NOTE);
  return reader;
}

async function choose(app: RunningApp, item: string): Promise<void> {
  const panel = app.page.getByRole('complementary', { name: 'التمييزات والملاحظات' });
  if (!(await panel.isVisible()))
    await app.page.getByRole('button', { name: /إظهار لوحة/ }).click();
  await panel.getByRole('button', { name: 'المزيد' }).click();
  await app.page.getByRole('menuitem', { name: item }).click();
}

async function exportAs(app: RunningApp, format: string, path: string): Promise<string> {
  await answerDialogs(app, path);
  await choose(app, 'تصدير');
  const dialog = app.page.getByRole('dialog', { name: 'تصدير' });
  await dialog.getByRole('radio', { name: format }).check();
  await dialog.getByRole('button', { name: 'تصدير…' }).click();
  await expect(dialog).toBeHidden();
  return readFile(path, 'utf8');
}

/** Exports without the dialog of the window, which all formats share. */
async function exportDirectly(app: RunningApp, format: string, path: string): Promise<string> {
  await answerDialogs(app, path);
  await app.page.evaluate(async (wanted) => {
    const request = { scope: { kind: 'all' }, onlyNotes: false, citations: true, text: false };
    await window.bridge.invoke('exchange/export', { ...request, format: wanted });
  }, format);
  return readFile(path, 'utf8');
}

test('an article is exported in four formats, and imported from JSON-LD into another library', async ({
  start,
}, info) => {
  const app = await start();
  const reader = await openWithNote(app);
  const before = await reader.marks();

  // The file stands for an incomplete download of a browser.
  await writeFile(info.outputPath('a.md.part'), 'of the reader');
  const markdown = await exportAs(app, 'Markdown', info.outputPath('a.md'));
  await exportAs(app, 'W3C', info.outputPath('a.jsonld'));
  const html = await exportDirectly(app, 'html', info.outputPath('a.html'));
  const csv = await exportDirectly(app, 'csv', info.outputPath('a.csv'));
  await app.quit();

  expect(markdown).toContain('> تصريح أدلى به\n\n\\=SUM(1+1) \\<b\\>ملاحظة');
  expect(await readFile(info.outputPath('a.md.part'), 'utf8')).toBe('of the reader');
  expect(html).toMatch(/<mark class="fact">تصريح أدلى به<\/mark><sup>/);
  expect(html).not.toContain('<b>ملاحظة');
  expect(csv).toContain(`"'=SUM(1+1)`);
  const other = await start({ dataFolder: info.outputPath('other') });
  const empty = await ReaderPage.open(other.page, /الكاظمي/);
  await answerDialogs(other, info.outputPath('a.jsonld'));
  await choose(other, 'استيراد');
  const report = other.page.getByRole('dialog', { name: 'استيراد' });
  await expect(report.getByRole('row', { name: /في موضعه/ })).toContainText('1');
  await report.getByRole('button', { name: 'استيراد تمييز واحد' }).click();
  await expect(report).toBeHidden();
  expect((await empty.marks()).annotations).toEqual(before.annotations);
  await expect.poll(() => empty.paintedTexts('hl-fact')).toEqual(['تصريح أدلى به']);
});

test('a truncated file changes nothing and says so', async ({ shared }, info) => {
  const app = shared;
  const reader = await openWithNote(app);
  const text = await exportAs(app, 'W3C', info.outputPath('a.jsonld'));
  await writeFile(info.outputPath('a.jsonld'), text.slice(0, text.length / 2));
  const before = await reader.marks();

  await choose(app, 'استيراد');

  await expect(app.page.getByRole('alert')).toContainText('ناقص أو تالف');
  await app.page.getByRole('button', { name: 'تمّ' }).click();
  expect((await reader.marks()).annotations).toEqual(before.annotations);
});

test('reading a file whose marks name no article can be cancelled, and changes nothing', async ({
  shared,
}, info) => {
  const app = shared;
  const reader = await openWithNote(app);
  const before = (await reader.marks()).annotations;
  const path = info.outputPath('nameless.json');
  // The article contains all these words, but never in this order, so every record has to be searched.
  const words = (await app.page.locator('article p').allInnerTexts()).join(' ').split(/\s+/u);
  const items = Array.from({ length: 3000 }, (_, number) => ({
    id: `n${number}`,
    quote: words
      .slice(number % 50, (number % 50) + 120)
      .toReversed()
      .join(' '),
  }));
  await writeFile(path, JSON.stringify({ format: 'hashiya-annotations', version: 1, items }));
  await answerDialogs(app, path);

  await choose(app, 'استيراد');
  const dialog = app.page.getByRole('dialog', { name: 'استيراد تمييزات' });
  await expect(dialog.getByRole('status')).toContainText('لن يتغيّر شيء');
  await dialog.getByRole('button', { name: 'إلغاء' }).click();

  await expect(dialog).toBeHidden();
  expect((await reader.marks()).annotations).toEqual(before);
  // A cancelled import does not continue, so the next file is answered.
  await writeFile(path, '[]');
  await choose(app, 'استيراد');
  await expect(app.page.getByRole('alert')).toContainText('لا تمييزات في هذا الملف');
});

test('the library is backed up and, after a question, restored; what was replaced is kept', async ({
  start,
}, info) => {
  const app = await start();
  const reader = await openWithNote(app);
  const path = info.outputPath('all.hashiya');
  await writeFile(`${path}.part`, 'of the reader');
  await answerDialogs(app, path);
  await choose(app, 'البيانات');
  await app.page.getByRole('button', { name: 'إنشاء نسخة احتياطية…' }).click();
  await expect(app.page.getByText('حُفظت النسخة في')).toContainText('all.hashiya');
  expect(await readFile(`${path}.part`, 'utf8')).toBe('of the reader');
  const before = (await reader.marks()).annotations;
  await app.page.evaluate(
    async (annotation) => {
      await window.bridge.invoke('annotations/remove', annotation);
    },
    { articleId: before[0]?.articleId, id: before[0]?.id },
  );
  await expect.poll(async () => (await reader.marks()).annotations.length).toBe(0);

  await app.page.getByRole('button', { name: 'استعادة من نسخة احتياطية…' }).click();
  const question = app.page.getByRole('dialog', { name: 'استعادة نسخة من المكتبة' });
  await expect(question.getByRole('row', { name: /^تمييزات/ })).toContainText('10');
  expect((await reader.marks()).annotations).toEqual([]);
  await question.getByRole('button', { name: 'استعادة', exact: true }).click();
  await expect(question).toBeHidden();

  expect((await reader.marks()).annotations).toEqual(before);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  await expect(app.page.getByText('قبل استعادة سابقة')).toBeVisible();
});

test('only the selected annotations of the page are exported', async ({ shared }, info) => {
  const app = shared;
  const article = 'iraq-syria-border-fences';
  await saveHighlight(app.page, article, { text: 'رئيس الحكومة مصطفى الكاظمي', note: 'الأولى' });
  await saveHighlight(app.page, article, {
    text: 'بالمركز الأمني الرباعي المشترك',
    note: 'الثانية',
  });
  const path = info.outputPath('selected.csv');
  await answerDialogs(app, path);
  await app.page.evaluate(() => (location.hash = '#/annotations'));

  await app.page.getByRole('checkbox', { name: /الرباعي/ }).check();
  await app.page.getByRole('button', { name: 'تصدير…' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'تصدير' });
  await dialog.getByRole('radio', { name: 'CSV' }).check();
  await dialog.getByRole('button', { name: 'تصدير…' }).click();
  await expect(dialog).toBeHidden();

  const csv = await readFile(path, 'utf8');
  expect(csv).toContain('الثانية');
  expect(csv).not.toContain('الأولى');
});
