import type { Page } from '@playwright/test';
import { RICH_PAGE } from '../material/rich-page.ts';
import { ReaderPage } from './reader-page.ts';

/** Imports the rich page as if it was pasted. @returns the id of the article */
export const pasteRichPage = (page: Page): Promise<string> =>
  page.evaluate(async (html) => {
    const added = await window.bridge.invoke('import/text', { text: 'دفتر الورّاق', html });
    return (added as { value: { articleId: string } }).value.articleId;
  }, RICH_PAGE);

/** Imports the rich page and opens it. */
export async function openRichPage(page: Page): Promise<ReaderPage> {
  const id = await pasteRichPage(page);
  await page.evaluate((articleId) => {
    location.hash = `#/article/${articleId}`;
  }, id);
  return ReaderPage.opened(page);
}
