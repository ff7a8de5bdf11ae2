import { rm } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { copyOfTheApp, correctArticle } from '../support/app-copy.ts';
import { expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { ReaderPage } from '../support/reader-page.ts';

const ARTICLE = 'iraq-syria-border-fences';

/** Changes a text as a new version of the app might: a date, a word, a moved paragraph, a removed one. */
function correct(paragraphs: readonly string[]): readonly string[] {
  const moved = paragraphs.find((text) => text.startsWith('فالتنسيق مع الحكومة')) ?? '';
  const rest = paragraphs
    .filter((text) => text !== moved && !text.startsWith('ومن نتائج هذه العمليات'))
    .map((text) => text.replace('25 أيلول', '24 أيلول').replace('تكتيكات', 'أساليب'));
  return ['تصويب: عُدّل تاريخ التوجيه في هذا الخبر بعد نشره.', ...rest, moved];
}

test('marks stay with their words when a new version of the app corrects an article', async ({
  start,
}) => {
  const app = await start();
  await saveHighlight(app.page, ARTICLE, { text: 'رئيس الحكومة مصطفى الكاظمي' });
  await saveHighlight(app.page, ARTICLE, {
    text: 'خطوة فيها تكتيكات جديدة يُراد منها',
    meaning: 'question',
    note: 'ما هذه التكتيكات؟',
  });
  await saveHighlight(app.page, ARTICLE, { text: 'بالمركز الأمني الرباعي المشترك', tags: ['أمن'] });
  await saveHighlight(app.page, ARTICLE, {
    text: 'القبض بمساعدة الجهاز على والي التنظيم',
    meaning: 'followup',
    note: `ما اسمه؟ ${'ومن كان معه؟ '.repeat(60)}`,
  });
  await app.page.evaluate(
    (articleId) =>
      window.bridge.invoke('bookmarks/set', { articleId, blockId: 'b8', present: true }),
    ARTICLE,
  );
  await app.quit();
  const appFolder = await copyOfTheApp();
  try {
    await correctArticle(appFolder, ARTICLE, correct);
    const updated = await start({ appFolder });
    const reader = await ReaderPage.open(updated.page, /الكاظمي/);
    const panel = updated.page.getByRole('complementary', { name: 'التمييزات والملاحظات' });

    await expect
      .poll(() => reader.paintedTexts('hl-fact'))
      .toEqual(['رئيس الحكومة مصطفى الكاظمي', 'بالمركز الأمني الرباعي المشترك']);
    await expect
      .poll(() => reader.paintedTexts('hl-question'))
      .toEqual(['خطوة فيها أساليب جديدة يُراد منها']);
    await expect(panel.getByText('مطابق')).toHaveCount(2);
    await expect(panel.getByText('موضع تقريبي')).toHaveCount(1);
    const orphans = panel.getByRole('region', { name: /تمييزات بلا موضع/ });
    await expect(orphans).toContainText('القبض بمساعدة الجهاز على والي التنظيم');
    await expect(orphans).toContainText('ما اسمه؟');
    await unfolds(orphans);

    // The highlights without a passage are counted and shown by the filters like the others.
    const filters = panel.getByRole('group', { name: 'تصفية حسب النوع' });
    const counts = await filters.locator('button[data-meaning]').allInnerTexts();
    expect(counts.reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0)).toBe(4);
    await expect(panel.getByRole('tab', { name: /التمييزات/ })).toContainText('4');
    const filter = (name: string) => filters.getByRole('button', { name }).click();
    await filter('للمتابعة');
    await expect(orphans).toBeVisible();
    await expect(panel.getByText('لا تمييزات تطابق')).toHaveCount(0);
    await filter('للمتابعة');
    await filter('سؤال');
    await expect(orphans).toHaveCount(0);
    await filter('سؤال');
    await expect(orphans).toBeVisible();

    await panel.getByRole('button', { name: 'تأكيد الموضع' }).click();
    await expect(panel.getByText('موضع تقريبي')).toHaveCount(0);
    await orphans.getByRole('button', { name: 'تعيين موضع…' }).click();
    await reader.selectText('داعش ماضٍ في التوسع');
    await reader.toolbar().getByRole('button', { name: 'تثبيت هنا' }).click();

    await expect(orphans).toHaveCount(0);
    await expect.poll(() => reader.paintedTexts('hl-followup')).toEqual(['داعش ماضٍ في التوسع']);
    await panel.getByRole('tab', { name: /الإشارات/ }).click();
    await expect(panel).toContainText('فالتنسيق مع الحكومة');
    await updated.page.keyboard.press('Control+KeyZ');
    // The other highlight is not on the screen, so undo first names it and shows it.
    await updated.page.keyboard.press('Control+KeyZ');
    await expect(updated.page.getByText(/تراجع عن: .*تأكيد موضع تمييز/)).toBeVisible();
    await updated.page.keyboard.press('Control+KeyZ');
    await panel.getByRole('tab', { name: /التمييزات/ }).click();
    await expect(orphans).toHaveCount(1);
    await expect(panel.getByText('موضع تقريبي')).toHaveCount(1);
    await updated.quit();
  } finally {
    await rm(appFolder, { recursive: true, force: true });
  }
});

test('every change of marks is undone and redone from the keyboard, on any page', async ({
  start,
}) => {
  const app = await start();
  const { page } = app;
  const reader = await ReaderPage.open(page, /الكاظمي/);
  const kept = async () => {
    const { annotations, bookmarks } = await reader.marks();
    return [annotations.map(({ meaning, note }) => `${meaning} ${note}`), bookmarks.length];
  };
  await reader.selectText('تصريح أدلى به');
  await reader.chooseMeaning('واقعة');
  await reader.writeNote('ملاحظة');
  await reader.toggleBookmark();
  await page.keyboard.press('Digit4');
  await expect.poll(kept).toEqual([['question ملاحظة'], 1]);
  await page.keyboard.press('Delete');
  await expect.poll(kept).toEqual([[], 1]);

  const undone = [
    [['question ملاحظة'], 1],
    [['fact ملاحظة'], 1],
    [['fact ملاحظة'], 0],
    [['fact '], 0],
    [[], 0],
  ];
  for (const state of undone) {
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(kept).toEqual(state);
  }
  for (const state of undone.toReversed().slice(1)) {
    await page.keyboard.press('Control+KeyY');
    await expect.poll(kept).toEqual(state);
  }
  await page.keyboard.press('Control+Shift+KeyZ');
  await expect.poll(kept).toEqual([[], 1]);
  await page.getByRole('link', { name: 'المكتبة' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'المكتبة' })).toBeVisible();
  await page.keyboard.press('Control+KeyZ');
  await expect(page.getByText(/تراجع عن: .*حذف تمييز.? في .*الكاظمي/)).toBeVisible();
  await page.keyboard.press('Control+KeyZ');
  await expect(page.getByText(/تم التراجع عن: .*حذف تمييز/)).toBeVisible();

  // Undo has opened the article.
  const again = await ReaderPage.opened(page);
  await expect.poll(() => again.paintedTexts('hl-question')).toEqual(['تصريح أدلى به']);
});

/** Checks that a long note shows its first lines, and the rest on demand. */
async function unfolds(within: Locator): Promise<void> {
  const note = within.locator('p', { hasText: 'ومن كان معه' });
  const height = async () => (await note.boundingBox())?.height ?? 0;
  const folded = await height();
  await within.getByRole('button', { name: 'عرض المزيد' }).click();
  await expect.poll(height).toBeGreaterThan(folded * 1.2);
  await within.getByRole('button', { name: 'عرض أقل' }).click();
  await expect.poll(height).toBe(folded);
}

test('a long note is folded on the page of all marks, and the navigation counts the marks', async ({
  start,
}) => {
  const { page } = await start();
  const text = 'رئيس الحكومة مصطفى الكاظمي';
  await saveHighlight(page, ARTICLE, { text, note: 'ومن كان معه؟ '.repeat(120) });
  await saveHighlight(page, 'guide', { text: 'الحاشية هي ما يكتبه القارئ', note: 'قصيرة' });
  const navigation = page.getByRole('navigation');
  await expect(navigation.getByRole('link', { name: /^التمييزات والملاحظات/ })).toContainText('2');
  await expect(navigation.getByRole('link', { name: /^المكتبة/ })).toContainText('6');
  await expect(navigation.getByRole('link', { name: /^قائمة القراءة/ })).not.toContainText('0');
  await page.evaluate(
    (articleId) =>
      window.bridge.invoke('shelf/put', {
        articleId,
        change: { savedAt: new Date().toISOString() },
      }),
    ARTICLE,
  );
  await expect(navigation.getByRole('link', { name: /^قائمة القراءة/ })).toContainText('1');

  await navigation.getByRole('link', { name: /^التمييزات والملاحظات/ }).click();
  const main = page.getByRole('main');
  await unfolds(main.getByRole('listitem').filter({ hasText: 'ومن كان معه' }));
  await expect(main.getByRole('button', { name: 'عرض المزيد' })).toHaveCount(1);
});

test('one page lists everything: grouped, filtered, searched, changed at once, and restored', async ({
  start,
}) => {
  const app = await start();
  const { page } = app;
  const note = 'يُراجَع مع الوزارة';
  await saveHighlight(page, ARTICLE, { text: 'رئيس الحكومة مصطفى الكاظمي', tags: ['أمن'] });
  await saveHighlight(page, ARTICLE, { text: 'بالمركز الأمني الرباعي', meaning: 'question', note });
  await saveHighlight(page, 'guide', { text: 'الحاشية هي ما يكتبه القارئ', meaning: 'question' });
  await page.getByRole('navigation').getByRole('link', { name: 'التمييزات والملاحظات' }).click();
  const main = page.getByRole('main');
  const rows = main.getByRole('checkbox', { name: /تحديد التمييز/ });
  const headings = () => main.getByRole('heading', { level: 2 }).allInnerTexts();
  await expect(rows).toHaveCount(3);
  await expect
    .poll(async () => (await headings()).map((text) => text.replace(/\D/g, '')))
    .toEqual(['2', '1']);

  const grouping = main.getByRole('button', { name: /^التجميع: / });
  await grouping.press('ArrowDown');
  await page
    .getByRole('listbox', { name: 'التجميع' })
    .getByRole('option', { name: 'حسب النوع' })
    .click();
  await expect(grouping).toBeFocused();
  await expect.poll(headings).toEqual(['واقعة 1', 'سؤال 2']);
  await main.getByRole('searchbox').fill('الوزاره');
  await expect(rows).toHaveCount(1);
  await main.getByRole('searchbox').fill('');
  await expect(rows).toHaveCount(3);
  const tagFilter = main.getByRole('button', { name: 'تصفية حسب الوسم' });
  const choose = async (name: string): Promise<void> => {
    await tagFilter.click();
    await main.getByRole('option', { name }).click();
  };
  await choose('أمن 1');
  await expect(rows).toHaveCount(1);
  await choose('كل الوسوم');
  await expect(rows).toHaveCount(3);

  await main.getByRole('checkbox', { name: 'تحديد الكل' }).check();
  await main.getByRole('button', { name: 'إضافة وسوم…' }).click();
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('امن');
  await expect(page.getByRole('dialog').getByRole('option')).not.toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'تمّ' }).click();
  await choose('أمن 3');
  await expect(rows).toHaveCount(3);
  await choose('كل الوسوم');
  await main.getByRole('button', { name: 'حذف التمييزات' }).click();
  await expect(rows).toHaveCount(0);
  await page.keyboard.press('Control+KeyZ');
  await expect(rows).toHaveCount(3);
  await page.keyboard.press('Control+KeyZ');
  await choose('أمن 1');
  await expect(rows).toHaveCount(1);
  await choose('كل الوسوم');

  const more = main.getByRole('listitem').filter({ hasText: note }).getByLabel('إجراءات أخرى');
  await more.first().click();
  await page.getByRole('menuitem', { name: 'نُسخ التمييز السابقة' }).click();
  const versions = page.getByRole('dialog').getByRole('listitem');
  await expect(versions.first()).toContainText(note);
  await versions
    .filter({ hasText: 'أمن' })
    .getByRole('button', { name: /استعادة/ })
    .first()
    .click();
  await choose('أمن 2');
  await expect(rows).toHaveCount(2);
  await choose('كل الوسوم');

  await main.getByRole('link', { name: /بالمركز الأمني/ }).click();
  await expect(page).toHaveURL(/article\/iraq-syria-border-fences\?at=/);
});
