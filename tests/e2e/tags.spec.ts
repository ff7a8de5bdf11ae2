import type { Meaning } from '../../src/shared/domain/annotation.ts';
import { MEANINGS } from '../../src/shared/domain/choices.ts';
import { expect, test } from '../support/app.ts';
import { kindName } from '../support/kind-names.ts';
import { saveHighlight } from '../support/marks.ts';
import { ReaderPage } from '../support/reader-page.ts';

const ARTICLE = 'iraq-syria-border-fences';
const PASSAGE = 'رئيس الحكومة مصطفى الكاظمي';

/** Saves highlights of one passage that have this many tags together: «وسم 1», «وسم 2» and so on. */
async function saveTags(page: Parameters<typeof saveHighlight>[0], count: number): Promise<void> {
  for (let from = 1; from <= count; from += 20) {
    const length = Math.min(20, count - from + 1);
    const tags = Array.from({ length }, (_, index) => `وسم ${from + index}`);
    await saveHighlight(page, ARTICLE, { text: PASSAGE, tags });
  }
}

test('one of 1,004 tags is found by typing a few of its letters', async ({ start }) => {
  const { page } = await start();
  await saveTags(page, 1_003);
  await saveHighlight(page, ARTICLE, { text: 'بالمركز الأمني الرباعي', tags: ['الأمنُ الغذائيّ'] });
  await page.getByRole('navigation').getByRole('link', { name: 'التمييزات والملاحظات' }).click();
  const main = page.getByRole('main');
  const rows = main.getByRole('checkbox', { name: /تحديد التمييز/ });
  const filter = main.getByRole('button', { name: 'تصفية حسب الوسم' });

  await filter.focus();
  await page.keyboard.press('ArrowDown');
  await expect(main.getByRole('combobox', { name: 'بحث في القائمة' })).toBeFocused();
  await expect(main.getByText(/غيرها/)).toBeVisible();
  await page.keyboard.type('غذائي');
  await expect(main.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');

  await expect(rows).toHaveCount(1);
  await expect(filter).toBeFocused();
  await expect(filter).toContainText('الأمنُ الغذائيّ');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(main.getByRole('listbox').getByRole('option')).toHaveCount(0);
  await expect(filter).toBeFocused();
});

test('tags are a field of the note: typed, suggested and undone, without a dialog', async ({
  shared,
}) => {
  const { page } = shared;
  await saveHighlight(page, 'guide', { text: 'الحاشية هي ما يكتبه القارئ', tags: ['أمن الحدود'] });
  await saveHighlight(page, ARTICLE, { text: PASSAGE });
  const reader = await ReaderPage.open(page, /الكاظمي/);
  const tags = async () => (await reader.marks()).annotations[0]?.tags;
  const field = page.getByRole('combobox', { name: 'الوسوم' });

  await page.keyboard.press('KeyL');
  await page.keyboard.press('Shift+Digit3');
  await expect(field).toBeFocused();
  await page.keyboard.type('حدود،');
  await page.keyboard.type('Syria,');
  await expect.poll(tags).toEqual(['حدود', 'Syria']);
  await page.keyboard.type('الحد');
  await expect(page.getByRole('listbox', { name: 'اقتراحات' }).getByRole('option')).toHaveText([
    /أمن الحدود\s*1/,
    /وسم جديد/,
  ]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(tags).toEqual(['حدود', 'Syria', 'أمن الحدود']);
  await page.keyboard.press('Backspace');
  await expect.poll(tags).toEqual(['حدود', 'Syria']);
  await page.keyboard.type('بلا');
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(tags).toEqual(['حدود', 'Syria', 'أمن الحدود']);
});

test('a #word in a note is a tag as long as the note contains it', async ({ shared }) => {
  const { page } = shared;
  await saveHighlight(page, ARTICLE, { text: PASSAGE });
  await saveHighlight(page, ARTICLE, { text: 'بالمركز الأمني الرباعي', meaning: 'question' });
  const reader = await ReaderPage.open(page, /الكاظمي/);
  const panel = page.getByRole('complementary', { name: 'التمييزات والملاحظات' });
  const filter = panel.getByRole('button', { name: 'تصفية حسب الوسم' });
  const cards = panel.getByRole('article');

  await page.keyboard.press('KeyL');
  await page.keyboard.press('KeyE');
  const note = await reader.noteField();
  await note.fill('يُراجَع #ملفّ_الحدود غدًا، رقم #53');
  await expect(panel.getByTitle('وسم مكتوب في الملاحظة')).toHaveText(['ملفّ الحدود']);
  await page.keyboard.press('Control+Enter');
  await filter.click();
  await panel.getByRole('option', { name: 'ملفّ الحدود 1' }).click();
  await expect(cards).toHaveCount(1);
  await panel.getByRole('button', { name: 'تحرير الملاحظة' }).click();
  await (await reader.noteField()).fill('يُراجَع ملف الحدود غدًا');
  await page.keyboard.press('Control+Enter');
  await filter.click();
  await panel.getByRole('option', { name: 'كل الوسوم' }).click();
  await expect(cards).toHaveCount(2);
  await expect(filter).toHaveCount(0);
});

test('each filter of highlights has a shape, a word and a number', async ({ shared }) => {
  const { page } = shared;
  await saveHighlight(page, ARTICLE, { text: PASSAGE, note: 'ملاحظة' });
  await saveHighlight(page, ARTICLE, { text: 'بالمركز الأمني الرباعي' });
  await saveHighlight(page, ARTICLE, { text: 'خطوة فيها تكتيكات', meaning: 'question' });
  const filters = page.getByRole('group', { name: 'تصفية حسب النوع' });
  const counts: Partial<Record<Meaning, number>> = { fact: 2, question: 1 };
  const words = MEANINGS.map((each) => `${kindName(each)} ${counts[each] ?? 0}`);
  words.push('عليها ملاحظة 1');

  await ReaderPage.open(page, /الكاظمي/);
  await expect(filters.getByRole('button')).toHaveText(words);
  await filters.getByRole('button', { name: 'سؤال' }).click();
  await expect(page.getByRole('complementary').getByRole('article')).toHaveCount(1);
  await page.getByRole('navigation').getByRole('link', { name: 'التمييزات والملاحظات' }).click();
  await expect(filters.getByRole('button')).toHaveText(words);
});

test('a tag is renamed, merged and removed everywhere, each time in one step', async ({
  shared,
}) => {
  const { page } = shared;
  await saveHighlight(page, ARTICLE, { text: PASSAGE, tags: ['أمن', 'حدود'] });
  await saveHighlight(page, 'guide', { text: 'الحاشية هي ما يكتبه القارئ', note: 'راجع #أمن غدًا' });
  await page.keyboard.press('Control+KeyK');
  await page.getByRole('dialog').getByRole('combobox').fill('إدارة الوسوم');
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('إدارة الوسوم');
  await page.keyboard.press('Enter');
  const main = page.getByRole('main');
  const rows = main.getByRole('list', { name: 'الوسوم' }).getByRole('listitem');
  const words = () => rows.allInnerTexts().then((all) => all.map((text) => text.split('\n')[0]));
  await expect(rows).toHaveCount(2);
  await main.getByRole('searchbox').fill('أَمن');
  await expect(rows).toHaveCount(1);

  await rows.getByRole('button', { name: 'أمن' }).focus();
  await page.keyboard.press('F2');
  await expect(main.getByRole('textbox', { name: 'اسم الوسم' })).toBeFocused();
  await page.keyboard.type('الأمن القومي');
  await page.keyboard.press('Enter');
  await main.getByRole('searchbox').fill('');
  await expect.poll(words).toEqual(['الأمن القومي', 'حدود']);

  await rows.getByRole('button', { name: 'الأمن القومي' }).focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('حدود');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'دمج' }).click();
  await expect.poll(words).toEqual(['حدود']);
  await expect(rows.first()).toContainText('تمييزان');

  await rows.first().getByRole('button', { name: 'إجراءات أخرى' }).click();
  await page.getByRole('menuitem', { name: 'إزالة من كل مكان' }).click();
  await expect(main.getByText('لا وسوم بعد')).toBeVisible();
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(words).toEqual(['حدود']);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(words).toEqual(['الأمن القومي', 'حدود']);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(words).toEqual(['أمن', 'حدود']);
  await rows.getByRole('button', { name: 'أمن' }).click();
  await expect(main.getByText('راجع #أمن غدًا')).toBeVisible();
});

test('a tag that was given by hand is found by the search', async ({ shared }) => {
  const { page } = shared;
  await saveHighlight(page, ARTICLE, { text: PASSAGE, tags: ['زنجبيل الجبل'] });
  await saveHighlight(page, ARTICLE, { text: 'بالمركز الأمني الرباعي', tags: ['ماء'] });
  await page.getByRole('navigation').getByRole('link', { name: 'التمييزات والملاحظات' }).click();
  const rows = page.getByRole('main').getByRole('checkbox', { name: /تحديد التمييز/ });
  await expect(rows).toHaveCount(2);
  await page.getByRole('main').getByRole('searchbox').fill('#زنجبيل');
  await expect(rows).toHaveCount(1);
  await page.getByRole('navigation').getByRole('link', { name: 'البحث' }).click();
  await page.getByRole('main').getByRole('searchbox').fill('زنجبيل');
  await expect(page.getByRole('main').getByText(PASSAGE).first()).toBeVisible();
});
