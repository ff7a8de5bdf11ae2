import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { ReaderPage } from '../support/reader-page.ts';

const ARTICLE = 'iraq-syria-border-fences';
const QUOTE = 'رئيس الحكومة مصطفى الكاظمي';

/**
 * From which side the text of an element is read, and whether its last line ends at the other one: `right` when its
 * block runs from right to left and its lines are set to that side.
 */
const beginsAt = (page: Page, selector: string, text: string) =>
  page.evaluate(
    ([within = '', words = '']) => {
      const holders = [...document.querySelectorAll<HTMLElement>(within)];
      const holder = holders.find((each) => each.textContent?.includes(words));
      if (!holder) return `not there: ${within}`;
      const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
      let parent: HTMLElement | null = null;
      for (let node = walker.nextNode(); node && !parent; node = walker.nextNode())
        if (node.textContent?.includes(words)) parent = node.parentElement;
      if (!parent) return 'no text';
      let block: HTMLElement = parent;
      while (getComputedStyle(block).display.startsWith('inline') && block.parentElement)
        block = block.parentElement;
      const { direction, textAlign } = getComputedStyle(block);
      return direction === 'rtl' && ['start', 'right', '-webkit-auto'].includes(textAlign)
        ? 'right'
        : `${direction}, ${textAlign}`;
    },
    [selector, text],
  );

test('in the English interface Arabic titles, quotes and notes begin at the right, facts run as the interface', async ({
  start,
}) => {
  const { page } = await start();
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await page.evaluate(() => window.bridge.invoke('settings/set', { language: 'en' }));
  await page.reload();
  await page.locator('html[dir=ltr][data-library=listed]').waitFor({ state: 'attached' });
  await saveHighlight(page, ARTICLE, { text: QUOTE, note: 'ملاحظة بالعربية', tags: [] });

  const title = 'الكاظمي يطلب';
  await expect.poll(() => beginsAt(page, 'main li h2', title)).toBe('right');
  await expect.poll(() => beginsAt(page, 'main li p', 'التنظيم')).toBe('right');

  await page.evaluate((id) => {
    location.hash = `#/article/${id}`;
  }, ARTICLE);
  await ReaderPage.opened(page);
  await expect(page.locator('aside article')).toBeVisible();
  await expect.poll(() => beginsAt(page, 'aside blockquote', QUOTE)).toBe('right');
  await expect.poll(() => beginsAt(page, 'aside article p', 'ملاحظة')).toBe('right');
  // Date, time, words: in the order of English, under the beginning of the Arabic headline.
  const facts = await page.evaluate(() => {
    const line = document.querySelector('article header [class*=meta]');
    const headline = document.querySelector('article h1')?.getBoundingClientRect();
    const box = line?.getBoundingClientRect();
    const parts = [...(line?.querySelectorAll('[class*=part]') ?? [])];
    const lefts = parts.map((part) => part.getBoundingClientRect().left);
    return {
      inOrder:
        lefts.length > 1 && lefts.every((left, at) => at === 0 || left > (lefts[at - 1] ?? 0)),
      gap: Math.abs((box?.right ?? 0) - (headline?.right ?? 0)),
    };
  });
  expect(facts.inOrder).toBe(true);
  expect(facts.gap).toBeLessThanOrEqual(2);

  await page.evaluate((words) => {
    location.hash = `#/search?q=${encodeURIComponent(words)}`;
  }, 'الكاظمي');
  await expect(page.locator('main li h2').first()).toBeVisible();
  await expect.poll(() => beginsAt(page, 'main li h2', 'الكاظمي')).toBe('right');

  await page.evaluate(() => {
    location.hash = '#/annotations';
  });
  await expect(page.getByText('ملاحظة بالعربية')).toBeVisible();
  await expect.poll(() => beginsAt(page, 'main li a', QUOTE)).toBe('right');
  await expect.poll(() => beginsAt(page, 'main li p', 'ملاحظة')).toBe('right');
});
