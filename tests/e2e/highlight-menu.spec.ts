import { MEANINGS } from '../../src/shared/domain/choices.ts';
import { expect, test } from '../support/app.ts';
import { kindName } from '../support/kind-names.ts';
import { saveHighlight } from '../support/marks.ts';
import { ReaderPage } from '../support/reader-page.ts';

const ARTICLE = 'iraq-syria-border-fences';
const PASSAGE = 'رئيس الحكومة مصطفى الكاظمي';

test('the menu of a highlight offers note, tags, copying, kinds and removal, by mouse and by key', async ({
  shared,
}) => {
  const { page, electron } = shared;
  await saveHighlight(page, ARTICLE, { text: PASSAGE });
  const reader = await ReaderPage.open(page, /الكاظمي/);
  await expect.poll(() => reader.paintedTexts('hl-fact')).toEqual([PASSAGE]);
  const point = await page.evaluate(() => {
    const [range] = CSS.highlights.get('hl-fact') ?? [];
    const rect = (range as Range).getBoundingClientRect();
    return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
  });
  const menu = page.getByRole('menu', { name: 'إجراءات أخرى' });
  const choose = (name: string) => menu.getByRole('menuitem', { name }).click();

  await page.mouse.click(point.x, point.y, { button: 'right' });
  await expect(menu.getByRole('menuitem')).toHaveText([
    /^ملاحظة/,
    /^الوسوم…/,
    'نسخ النص',
    'نسخ مع المصدر',
    ...MEANINGS.filter((each) => each !== 'fact').map((each) => new RegExp(kindName(each))),
    /التمييز/,
    /^حذف التمييز/,
  ]);
  await choose('سؤال');
  await expect.poll(() => reader.paintedTexts('hl-question')).toEqual([PASSAGE]);

  await page.mouse.click(point.x, point.y, { button: 'right' });
  await choose('الوسوم…');
  await expect(page.getByRole('combobox', { name: 'الوسوم' })).toBeFocused();
  await page.keyboard.press('Escape');

  await page.locator('article [data-annotation]').first().focus();
  await page.keyboard.press('ContextMenu');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await page.keyboard.press('ContextMenu');
  await choose('نسخ مع المصدر');
  await expect
    .poll(() => electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(new RegExp(`^«${PASSAGE}» — `));

  await page.getByRole('complementary').getByLabel('إجراءات أخرى').last().click();
  await choose('حذف التمييز');
  await expect.poll(async () => (await reader.marks()).annotations).toHaveLength(0);
});
