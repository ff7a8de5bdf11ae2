import { expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';

const ARTICLE = 'iraq-syria-border-fences';
const PASSAGE = 'رئيس الحكومة مصطفى الكاظمي';

/** Highlights of one passage that have so many tags together: «وسم 1», «وسم 2» and so on. */
async function saveTags(page: Parameters<typeof saveHighlight>[0], count: number): Promise<void> {
  for (let from = 1; from <= count; from += 20) {
    const length = Math.min(20, count - from + 1);
    const tags = Array.from({ length }, (_, index) => `وسم ${from + index}`);
    await saveHighlight(page, ARTICLE, { text: PASSAGE, tags });
  }
}

test('one of 1,004 tags is found by typing some letters of it', async ({ start }) => {
  const { page } = await start();
  await saveTags(page, 1_003);
  await saveHighlight(page, ARTICLE, { text: 'بالمركز الأمني الرباعي', tags: ['الأمنُ الغذائيّ'] });
  await page.getByRole('navigation').getByRole('link', { name: 'التمييزات والملاحظات' }).click();
  const main = page.getByRole('main');
  const rows = main.getByRole('checkbox', { name: /اختيار التمييز/ });
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
