import type { Page } from '@playwright/test';

/** Returns the stored reading position of an article, as a UTF-16 offset; `NaN` when none is stored. */
export const savedOffset = (page: Page, articleId: string): Promise<number> =>
  page.evaluate(async (id) => {
    const answer = await window.bridge.invoke('reading/get', { articleId: id });
    return (answer as { value: { offset: number } | null }).value?.offset ?? Number.NaN;
  }, articleId);
