import type { Page } from 'playwright';
import { MEANINGS } from '#shared/domain/choices.ts';
import { type ScreenName, goToScreen } from '../support/screens.ts';
import { settle } from './window.ts';

const ARTICLE = 'iraq-syria-border-fences';

/** Opens a screen, and waits until nothing moves. */
export async function openScreen(page: Page, name: ScreenName): Promise<void> {
  await goToScreen(page, name);
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
