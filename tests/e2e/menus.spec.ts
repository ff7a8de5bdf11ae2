import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { ReaderPage } from '../support/reader-page.ts';
import { resizeWindow } from '../support/resize-window.ts';

const ARTICLE = 'iraq-syria-border-fences';

/** Short quotes without notes, so that the menu of a card is higher than its card. */
const PASSAGES = ['أسيجة وكاميرات حرارية', 'عند الحدود مع سوريا', 'مصطفى الكاظمي'];

/** Opens an article whose panel has three short cards, and returns them. */
async function openCards(page: Page): Promise<readonly Locator[]> {
  await page.evaluate((id) => {
    location.hash = `#/article/${id}`;
  }, ARTICLE);
  await ReaderPage.opened(page);
  const cards = page.locator('aside article');
  if (!(await page.locator('aside').isVisible())) await page.keyboard.press('KeyA');
  await expect(cards).toHaveCount(PASSAGES.length);
  return cards.all();
}

const buttonOf = (card: Locator) => card.locator('button[aria-haspopup=menu]');

/** Tells whether the middle of an element is visible and not covered. */
const isOnTop = (element: Locator): Promise<boolean> =>
  element.evaluate((target) => {
    const { left, top, width, height } = target.getBoundingClientRect();
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    return above !== null && target.contains(above);
  });

test('every item of a card’s menu is above the next cards and can be clicked', async ({
  shared,
}) => {
  const { page } = shared;
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  for (const text of PASSAGES) await saveHighlight(page, ARTICLE, { text });
  const [card] = await openCards(page);
  if (!card) throw new Error('no card');
  await buttonOf(card).click();

  const items = page.getByRole('menuitem');
  await expect(items.first()).toBeFocused();
  const count = await items.count();
  expect(count).toBeGreaterThanOrEqual(3);
  for (let at = 0; at < count; at += 1) expect(await isOnTop(items.nth(at))).toBe(true);

  // Items have the text's colour; an item that removes something is red and set apart.
  const colours = await items.evaluateAll((all) => all.map((item) => getComputedStyle(item).color));
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(colours.slice(0, -1)).toEqual(colours.slice(0, -1).map(() => ink));
  expect(colours.at(-1)).not.toBe(ink);
  await expect(page.getByRole('menu').getByRole('separator')).toHaveCount(1);

  const box = await items.last().boundingBox();
  if (!box) throw new Error('not on the screen');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.locator('aside article')).toHaveCount(PASSAGES.length - 1);
});

for (const language of ['ar', 'en'])
  for (const size of [
    { width: 1280, height: 800 },
    { width: 900, height: 600 },
  ])
    test(`menus open at their buttons, inside the window: ${language}, ${size.width} × ${size.height}`, async ({
      shared,
    }) => {
      const { page, electron } = shared;
      await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
      await page.evaluate(
        (value) => window.bridge.invoke('settings/set', { language: value }),
        language,
      );
      await page.reload();
      await page
        .locator(`html[lang=${language}][data-library=listed]`)
        .waitFor({ state: 'attached' });
      await resizeWindow(electron, page, size);
      for (const text of PASSAGES) await saveHighlight(page, ARTICLE, { text });
      for (const card of await openCards(page)) {
        const button = buttonOf(card);
        await button.click();
        const menu = page.getByRole('menu');
        const [at, from] = [await menu.boundingBox(), await button.boundingBox()];
        if (!at || !from) throw new Error('not on the screen');
        const below = Math.abs(at.y - (from.y + from.height));
        const above = Math.abs(from.y - (at.y + at.height));
        expect(Math.min(below, above)).toBeLessThanOrEqual(8);
        const edges = [at.x - from.x, at.x + at.width - (from.x + from.width)];
        expect(Math.min(...edges.map(Math.abs))).toBeLessThanOrEqual(1);
        expect(at.x).toBeGreaterThanOrEqual(0);
        expect(at.x + at.width).toBeLessThanOrEqual(size.width);
        expect(at.y + at.height).toBeLessThanOrEqual(size.height);
        await page.keyboard.press('Escape');
        await expect(menu).toBeHidden();
        await expect(button).toBeFocused();
      }
    });

test('a menu works by keyboard alone, and follows its button while the list scrolls', async ({
  shared,
}) => {
  const { page } = shared;
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  for (const text of PASSAGES) await saveHighlight(page, ARTICLE, { text });
  const [card] = await openCards(page);
  if (!card) throw new Error('no card');
  const button = buttonOf(card);
  await button.focus();
  const items = page.getByRole('menuitem');

  await page.keyboard.press('ArrowUp');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('menu')).toBeHidden();

  await button.focus();
  await page.keyboard.press('Enter');
  await expect(items.first()).toBeFocused();
  const gap = async () => {
    const [at, from] = [await page.getByRole('menu').boundingBox(), await button.boundingBox()];
    return at && from ? Math.round(at.y - from.y - from.height) : null;
  };
  const before = await gap();
  const top = (await button.boundingBox())?.y ?? 0;
  await page.evaluate(() => {
    const list = document.querySelector('aside .scroll');
    if (list instanceof HTMLElement) list.style.paddingBlockEnd = '2000px';
    list?.scrollBy(0, 30);
  });
  await expect.poll(async () => (await button.boundingBox())?.y).toBe(top - 30);
  await expect.poll(gap).toBe(before);
});
