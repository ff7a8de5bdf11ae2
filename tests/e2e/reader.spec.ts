import { expect, test } from '../support/app.ts';
import { ReaderPage } from '../support/reader-page.ts';

const PASSAGE = 'تصريح أدلى به';

test('a selection becomes a highlight with a note and a bookmark, and all three survive a restart', async ({
  start,
}) => {
  const app = await start();
  const reader = await ReaderPage.open(app.page, /الكاظمي/);
  const selected = await reader.selectText(PASSAGE);
  await reader.chooseMeaning('واقعة');
  await reader.writeNote('يُقارَن مع تصريح لاحق');
  await reader.toggleBookmark();
  const before = await reader.marks();
  await app.quit();

  const again = await start();
  const reopened = await ReaderPage.open(again.page, /الكاظمي/);

  const after = await reopened.marks();
  expect(after.annotations).toEqual(before.annotations);
  expect(after.bookmarks).toEqual(before.bookmarks);
  expect(after.annotations[0]?.quote.exact).toBe(selected);
  expect(after.annotations[0]?.note).toBe('يُقارَن مع تصريح لاحق');
  expect(after.bookmarks).toHaveLength(1);
  await expect.poll(() => reopened.paintedTexts('hl-fact')).toEqual([selected]);
});

test('the same from the keyboard alone', async ({ start }) => {
  const app = await start();
  const reader = await ReaderPage.openByKeyboard(app.page);
  await reader.selectByKeyboard({ words: 3 });
  await app.page.keyboard.press('Digit2');
  await expect.poll(async () => (await reader.marks()).annotations.length).toBe(1);
  await app.page.keyboard.press('KeyE');
  await reader.noteField();
  await app.page.keyboard.type('ملاحظة');
  await app.page.keyboard.press('Control+Enter');
  await app.page.keyboard.press('KeyB');
  await expect
    .poll(async () => {
      const { annotations, bookmarks } = await reader.marks();
      return [annotations[0]?.note, annotations[0]?.meaning, bookmarks.length];
    })
    .toEqual(['ملاحظة', 'fact', 1]);
  const before = await reader.marks();
  await app.quit();

  const again = await start();
  const reopened = await ReaderPage.openByKeyboard(again.page);

  // The time of the last opening is left out, because it changes with every opening.
  const { annotations, bookmarks } = await reopened.marks();
  expect({ annotations, bookmarks }).toEqual({
    annotations: before.annotations,
    bookmarks: before.bookmarks,
  });
});

test('highlights may overlap and cross paragraphs', async ({ shared }) => {
  const app = shared;
  const reader = await ReaderPage.open(app.page, /الكاظمي/);

  await reader.selectAcross(1, 2);
  await reader.chooseMeaning('تصريح');
  await reader.selectText('مصطفى الكاظمي');
  await reader.chooseMeaning('مهمّ');

  const { annotations } = await reader.marks();
  expect(annotations).toHaveLength(2);
  const crossing = annotations.find(({ meaning }) => meaning === 'statement');
  const inner = annotations.find(({ meaning }) => meaning === 'important');
  if (!crossing || !inner) throw new Error('a highlight is missing');
  expect(crossing.quote.exact).toContain('\n');
  expect(crossing.span.start).toBeLessThanOrEqual(inner.span.start);
  expect(crossing.span.end).toBeGreaterThanOrEqual(inner.span.end);
  await expect.poll(() => reader.paintedTexts('hl-important')).toEqual(['مصطفى الكاظمي']);

  // Highlights are joined without an explicit request, so a toast says it and offers undo.
  const count = async () => (await reader.marks()).annotations.length;
  await reader.selectText('الحكومة مصطفى');
  await reader.toolbar().getByRole('button', { name: 'مهمّ' }).click();
  await expect.poll(() => reader.paintedTexts('hl-important')).toEqual(['الحكومة مصطفى الكاظمي']);
  await app.page.getByRole('button', { name: 'تراجع' }).click();
  await expect.poll(() => reader.paintedTexts('hl-important')).toEqual(['مصطفى الكاظمي']);
  expect(await count()).toBe(2);
});

test('an article that does not exist says so and leads back', async ({ shared }) => {
  const app = shared;

  await app.page.evaluate(() => {
    location.hash = '#/article/no-such-article';
  });

  await expect(app.page.getByRole('main')).toContainText('تعذّر العثور على هذه المادة');
  await app.page.getByRole('main').getByRole('button', { name: 'المكتبة' }).click();
  await expect(app.page.getByRole('heading', { level: 1, name: 'المكتبة' })).toBeVisible();
});
