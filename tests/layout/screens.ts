import type { Page } from 'playwright';
import { MEANINGS } from '#shared/domain/choices.ts';
import { settle } from './window.ts';

const ARTICLE = 'iraq-syria-border-fences';
const query = (text: string): string => `#/search?q=${encodeURIComponent(text)}`;

/** Every screen: its address, and an element that exists when the screen is complete. */
export const SCREENS: Readonly<Record<string, { address: string; ready: string }>> = {
  library: { address: '#/', ready: 'main [data-article]' },
  continue: {
    address: '#/continue',
    ready: 'main h1:text-matches("^(متابعة القراءة|Continue reading)$")',
  },
  saved: { address: '#/saved', ready: 'main h1:text-matches("^(قائمة القراءة|Reading list)$")' },
  reader: { address: `#/article/${ARTICLE}`, ready: 'article [data-annotation]' },
  search: { address: query('تبادل المعلومات'), ready: 'main mark' },
  'search, nothing found': { address: query('زرافة المريخ'), ready: 'main h2:text("زرافة")' },
  annotations: { address: '#/annotations', ready: 'main [data-meaning]' },
  settings: { address: '#/settings', ready: 'main h1:text-matches("^(الإعدادات|Settings)$")' },
};

export async function openScreen(page: Page, name: string): Promise<void> {
  const screen = SCREENS[name];
  if (!screen) throw new Error(`no screen ${name}`);
  await page.evaluate((address) => (location.hash = address), screen.address);
  await page.locator(screen.ready).first().waitFor({ state: 'attached' });
  await settle(page);
}

/** Adds marks to one article, so that its screen shows everything it can. */
export async function markArticle(page: Page): Promise<void> {
  await page.evaluate(
    async ([articleId, meanings]) => {
      const { invoke } = window.bridge;
      for (const [at, meaning] of meanings.entries()) {
        const span = { start: 10 + at * 60, end: 60 + at * 70 };
        const note = at % 2 === 0 ? 'ملاحظة على هذا الموضع' : '';
        await invoke('annotations/save', {
          id: crypto.randomUUID(),
          articleId,
          meaning,
          span,
          note,
          tags: ['حدود'],
        });
      }
      await invoke('bookmarks/set', { articleId, blockId: 'b1', present: true });
      const seen = [{ start: 0, end: 700 }];
      await invoke('reading/save', { articleId, offset: 0, progress: 0.4, seen });
    },
    [ARTICLE, MEANINGS] as const,
  );
}
