/** Texts with tables, verse, code and footnotes. */
import type { Locator } from '@playwright/test';
import { RICH_PAGE } from '../../../tests/material/rich-page.ts';
import type { Camera } from '../camera.ts';
import { look } from '../looks.ts';
import type { PictureApp } from '../picture-app.ts';

export async function takeBlocks(camera: Camera, app: PictureApp): Promise<void> {
  const { page } = app;
  const { articleId } = await app.invoke<{ articleId: string }>('import/text', {
    text: 'دفتر الورّاق',
    html: RICH_PAGE,
  });
  /** Opens the text at an element. */
  const openAt = async (place: Locator): Promise<void> => {
    await app.open(`#/article/${articleId}`, 'article [data-block=b1]');
    await place.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  };

  await camera.take(app, 'blocks-table', look(), () => openAt(page.locator('article p').first()));
  await camera.take(app, 'blocks-verse', look('sepia'), () =>
    openAt(page.locator('tr').filter({ hasText: 'المجموع' })),
  );
  await camera.take(app, 'blocks-wide-table', look('dark 900x600'), () =>
    openAt(page.locator('tr').filter({ hasText: 'المحطّة 12' })),
  );
  await camera.take(app, 'blocks-footnote', look('dark en'), async () => {
    await openAt(page.locator('article h1'));
    await page.locator('[role=doc-noteref]').first().press('Enter');
    await page.locator('[popover][role=dialog]').waitFor();
  });
  await camera.take(app, 'blocks-footnotes', look('contrast 900x600'), () =>
    openAt(page.locator('[role=doc-footnote]').first()),
  );
}
