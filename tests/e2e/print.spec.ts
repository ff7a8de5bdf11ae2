import { MEANINGS } from '../../src/shared/domain/choices.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningApp, expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { readPdfPages } from '../support/read-pdf.ts';
import { ReaderPage } from '../support/reader-page.ts';

const ARTICLE = 'iraq-syria-border-fences';
/** A4 in points, 210 × 297 mm. */
const A4 = { width: 595, height: 842 };

/** Saves the open article as PDF with the named choice, and reads the file. */
async function printed({ page, electron, dataFolder }: RunningApp, choice: string) {
  const path = join(dataFolder, `${choice}.pdf`);
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.keyboard.press('Control+KeyP');
  await page.getByRole('radio', { name: choice, exact: true }).check();
  await page.getByRole('button', { name: 'حفظ PDF…' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return readPdfPages(await readFile(path));
}

// The typeface draws letters and dots apart, so only Latin words and digits can be read reliably.
test('on A4 paper: the date above, page numbers below, notes at the end', async ({ shared }) => {
  const app = shared;
  await saveHighlight(app.page, ARTICLE, {
    text: 'رئيس الحكومة مصطفى الكاظمي',
    note: 'تعليق zebra للفحص',
  });
  await ReaderPage.open(app.page, /الكاظمي/);

  const pages = await printed(app, 'مع التمييزات، والملاحظات في آخر النص');
  const plain = await printed(app, 'النص وحده');

  expect(pages.length).toBeGreaterThanOrEqual(2);
  for (const [index, { width, height, text }] of pages.entries()) {
    expect(Math.abs(width - A4.width)).toBeLessThan(2);
    expect(Math.abs(height - A4.height)).toBeLessThan(2);
    expect(text).toContain('2020');
    expect(text).toMatch(new RegExp(`(^|\\s)${index + 1}(\\s|$)`));
  }
  const whole = (from: typeof pages) => from.map(({ text }) => text).join(' ');
  expect(pages.at(-1)?.text).toContain('zebra');
  expect(whole(plain)).not.toContain('zebra');
  // The time is in the first paragraph, so the text itself is printed.
  expect(whole(plain)).toContain('21:32');
});

test('marks differ without colour: each meaning has its own line', async ({ shared }) => {
  const { page } = shared;
  const passages = [
    'رئيس الحكومة',
    'منطقة الجزيرة',
    'جهاز الأمن الوطني',
    'التحالف الدولي',
    'وزارة الدفاع',
    'بالمركز الأمني الرباعي',
  ];
  // A further kind of highlight needs a passage of its own.
  expect(passages.length).toBeGreaterThanOrEqual(MEANINGS.length);
  for (const [at, meaning] of MEANINGS.entries())
    await saveHighlight(page, ARTICLE, { text: passages[at] ?? '', meaning });
  await ReaderPage.open(page, /الكاظمي/);
  await page.keyboard.press('Control+KeyP');
  await page.getByRole('dialog').waitFor();
  await page.emulateMedia({ media: 'print' });

  const marks = page.locator('.paper mark');
  await expect(marks).not.toHaveCount(0);
  const lines = await marks.evaluateAll((all) =>
    all.map((mark) => {
      const { borderBlockEndStyle, borderBlockEndWidth, color } = getComputedStyle(mark);
      return { line: `${borderBlockEndStyle} ${borderBlockEndWidth}`, color };
    }),
  );

  expect(new Set(lines.map(({ line }) => line)).size).toBe(MEANINGS.length);
  expect(new Set(lines.map(({ color }) => color))).toEqual(new Set(['rgb(0, 0, 0)']));
});

test('an English text is printed from left to right, and its quotes as quotes', async ({
  shared,
}) => {
  const { page, electron, dataFolder } = shared;
  const path = join(dataFolder, 'letter.md');
  const text =
    '# A letter from the river\n\nIt rose before noon.\n\n> It never rose so high.\n\nThen it fell.\n';
  await writeFile(path, text);
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+KeyO');
  await page.getByRole('button', { name: 'اختيار ملفات…' }).click();
  await expect(page.getByRole('button', { name: 'إخفاء القائمة' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page
    .getByRole('link', { name: /A letter from the river/ })
    .first()
    .click();
  await ReaderPage.opened(page);
  await page.keyboard.press('Control+KeyP');

  const paper = page.locator('.paper');
  await expect(paper).toHaveAttribute('dir', 'ltr');
  await expect(paper.locator('blockquote')).toHaveText('It never rose so high.');
  await expect(paper.locator('p', { hasText: 'Then it fell.' })).toHaveCount(1);
});
