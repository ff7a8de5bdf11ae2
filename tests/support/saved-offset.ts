import type { Page } from '@playwright/test';

/** Where in the text of an article one is, as it is kept; UTF-16. `NaN` when nothing is kept. */
export const savedOffset = (page: Page, articleId: string): Promise<number> =>
  page.evaluate(async (id) => {
    const answer = await window.bridge.invoke('reading/get', { articleId: id });
    return (answer as { value: { offset: number } | null }).value?.offset ?? Number.NaN;
  }, articleId);
