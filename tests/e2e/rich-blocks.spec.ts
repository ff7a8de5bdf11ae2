import type { Locator, Page } from '@playwright/test';
import { type RunningApp, expect, test } from '../support/app.ts';
import { seriousViolations } from '../support/axe.ts';
import { resizeWindow } from '../support/resize-window.ts';
import { openRichPage } from '../support/rich-page.ts';

/** Reads the clipboard: Electron lets no page read it, and on plain Chromium the page has to. */
const clipboardOf = ({ electron, page }: RunningApp): Promise<string> =>
  process.env['HASHIYA_ENGINE'] === 'chromium'
    ? page.evaluate(() => navigator.clipboard.readText())
    : electron.evaluate(({ clipboard }) => clipboard.readText());

/** Extends the selection word by word until it contains some words. */
const extendTo = (page: Page, words: string) =>
  expect
    .poll(async () => {
      await page.keyboard.press('Shift+Control+ArrowLeft');
      return page.evaluate(() => document.getSelection()?.toString());
    })
    .toContain(words);

test('a table is one: its head stays in sight, a mark runs through its cells, and a menu copies it', async ({
  shared,
}) => {
  const { page } = shared;
  const reader = await openRichPage(page);
  const table = page.getByRole('table').first();
  await expect(table.getByRole('columnheader')).toHaveCount(5);
  await expect(table.getByRole('rowheader')).toHaveCount(7);
  expect(await seriousViolations(page)).toEqual([]);

  await reader.selectText('انتهاء المقابلة عند هذا الموضع');
  await extendTo(page, 'الخارجي');
  await reader.chooseMeaning('واقعة');
  const [mark] = (await reader.marks()).annotations;
  expect(mark?.quote.exact).toBe('انتهاء المقابلة عند هذا الموضع | الهامش الخارجي');
  await expect
    .poll(() => reader.paintedTexts('hl-fact'))
    .toEqual(['انتهاء المقابلة عند هذا الموضع | الهامش الخارجي']);

  const head = page.getByRole('columnheader', { name: 'المحطّة', exact: true });
  await page.getByRole('rowheader', { name: 'المحطّة 12', exact: true }).scrollIntoViewIfNeeded();
  await expect(head).toBeInViewport();

  await page.keyboard.press('Control+Home');
  await page.getByRole('button', { name: 'نسخ الجدول' }).first().press('Enter');
  await page.getByRole('menuitem', { name: 'نسخ بصيغة CSV' }).press('Enter');
  await expect(page.getByText('تم النسخ')).toBeVisible();
  const csv = await clipboardOf(shared);
  expect(csv.split('\r\n').slice(0, 2)).toEqual([
    '"العلامة","معناها","موضعها","المواضع","النسبة"',
    '"قف","دعوة إلى التأمّل","بإزاء السطر","412","31%"',
  ]);
  expect(csv.trimEnd().split('\r\n').at(-1)).toBe('"المجموع","","","1333","100%"');
});

test('verse stands in two halves and code in a box, and both are copied as the text has them', async ({
  shared,
}) => {
  const { page } = shared;
  const reader = await openRichPage(page);
  const halves = page.locator('[data-half]');
  await expect(halves).toHaveCount(6);
  const [first, second, third] = await Promise.all(
    [0, 1, 2].map((index) => halves.nth(index).boundingBox()),
  );
  expect(second?.y).toBe(first?.y);
  expect(Math.round(third?.x ?? 0)).toBe(Math.round(first?.x ?? 0));
  expect(second?.x).toBeLessThan(first?.x ?? 0);

  await reader.selectText('يحمل نجمه');
  await extendTo(page, 'والرمل');
  await page.keyboard.press('Control+KeyC');
  await expect.poll(() => clipboardOf(shared)).toContain('يحمل نجمه … والرمل');

  const code = page.getByRole('group', { name: 'نص برمجي' });
  await expect(code).toHaveCSS('direction', 'ltr');
  expect(await code.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(
    true,
  );
  await code.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => code.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
});

/** Checks that an element is inside the window. */
async function isInWindow(page: Page, element: Locator): Promise<void> {
  const box = await element.boundingBox();
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  if (!box) throw new Error('the element has no box');
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(width);
  expect(box.y + box.height).toBeLessThanOrEqual(height);
}

test('a footnote opens in a card by its sign, gives the focus back, and leads to its place and back', async ({
  shared,
}) => {
  const { page, electron } = shared;
  await resizeWindow(electron, page, { width: 900, height: 600 });
  await openRichPage(page);
  const sign = page.locator('[role=doc-noteref][aria-label*="1"]');
  const card = page.getByRole('dialog', { name: /^الحاشية .*1/u });
  await expect(sign).toHaveText('[1]');

  await sign.press('Enter');
  await expect(card).toBeFocused();
  await expect(card.getByText('وجدت الأبيات على ظهر نسخة')).toBeVisible();
  await isInWindow(page, card);
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(sign).toBeFocused();

  await sign.hover();
  await expect(card).toBeVisible();
  await card.getByText('خطّ مسافر').click({ clickCount: 3 });
  await page.mouse.move(2, 300);
  expect(await page.evaluate(() => document.getSelection()?.toString())).toContain('خطّ مسافر');
  await expect(card).toBeVisible();

  await card.getByRole('button', { name: 'الذهاب إلى الحاشية' }).click();
  await expect(card).toBeHidden();
  const footnote = page.locator('[role=doc-footnote]').first();
  await expect(footnote).toBeInViewport();
  await footnote.getByRole('button', { name: 'العودة إلى موضعها في النص' }).click();
  await expect(sign).toBeInViewport();

  await page.locator('[role=doc-noteref][aria-label*="2"]').scrollIntoViewIfNeeded();
  await page.locator('[role=doc-noteref][aria-label*="2"]').click();
  const second = page.getByRole('dialog', { name: /^الحاشية .*2/u });
  await isInWindow(page, second);
  await expect(second.getByRole('link', { name: 'قائمة العلامات' })).toBeVisible();
  await page.mouse.wheel(0, 2000);
  await expect(second).toBeHidden();
});
