import type { Page } from '@playwright/test';
import { expect, test } from '../support/library-folder.ts';
import { WORD_OF_EVERY_BOOK, writeBooks } from '../support/own-books.ts';
import { SearchPage } from '../support/search-page.ts';

const BOOKS = 14;
/** Time between two keys, ms; shorter than a search of books that are still being indexed. */
const BETWEEN_KEYS_MS = 15;
/** How many times slower than normal the window draws. */
const SLOWER = 8;

/** Records every text that the page shows in some elements, in order. */
async function record(page: Page, places: string): Promise<() => Promise<readonly string[]>> {
  const recorded = await page.evaluateHandle((selector) => {
    const texts: string[] = [];
    const look = (): void => {
      for (const place of document.querySelectorAll(selector)) {
        const text = place.textContent ?? '';
        if (text !== '' && texts.at(-1) !== text) texts.push(text);
      }
    };
    new MutationObserver(look).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    return texts;
  }, places);
  return () => recorded.jsonValue();
}

test('a query that a newer one replaces is no failure, however slow the search is', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(400_000);
  await writeBooks(dataFolder, BOOKS);
  const { page } = await start({ dataFolder });
  const search = await SearchPage.open(page);
  const states = await record(page, 'main [role=status]');

  // A window that draws slowly still shows a text for a while after the next one was requested.
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  for (const text of ['من كل', 'في ما', WORD_OF_EVERY_BOOK]) {
    await search.field().fill('');
    await search.field().pressSequentially(text, { delay: BETWEEN_KEYS_MS });
    // One letter is typed and removed before its answer, so nobody requests the text without it again.
    await page.keyboard.insertText('و');
    await page.keyboard.press('Backspace');
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await expect(page.locator(`[data-answers="${WORD_OF_EVERY_BOOK}"]`)).toBeVisible({
    timeout: 120_000,
  });

  expect((await states()).filter((text) => text.includes('تعذّر'))).toEqual([]);
});

test('while own texts are being indexed every number says so, and the answer becomes complete', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(400_000);
  await writeBooks(dataFolder, BOOKS);
  const { page } = await start({ dataFolder });
  const search = await SearchPage.open(page);
  const counts = await record(page, 'main [data-count]');
  const spoken = await record(page, '#live');
  await search.field().fill(WORD_OF_EVERY_BOOK);
  await search.field().press('Enter');

  const progress = page.getByRole('progressbar', { name: 'تقدّم الفهرسة' });
  await expect(progress).toBeVisible();
  await expect(page.getByText(/بُحث في \d+ من \d+ مادة/)).toBeVisible();
  await expect(progress).toBeHidden({ timeout: 200_000 });
  await expect.poll(async () => (await search.articleIds()).length).toBe(BOOKS);

  const shown = await counts();
  expect(shown.at(-1)).toContain(`${BOOKS} مادة`);
  for (const text of shown) if (!text.includes(`${BOOKS} مادة`)) expect(text).toContain('حتى الآن');
  await expect
    .poll(async () => (await spoken()).filter((text) => text.includes(`${BOOKS} مادة`)).length)
    .toBe(1);
  expect((await spoken()).filter((text) => text.includes('حتى الآن')).length).toBeLessThanOrEqual(1);
});
