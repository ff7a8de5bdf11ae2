/** What a reader sees before the library has entries: the first start, and every empty list. */
import type { Camera } from '../camera.ts';
import { ARTICLE } from '../../../tests/material/picture-library.ts';
import { look } from '../looks.ts';
import { PictureApp } from '../picture-app.ts';

export async function takeEmpty(camera: Camera): Promise<void> {
  if (!camera.wantsAny(['first-run', 'empty'])) return;
  const app = await PictureApp.start();
  try {
    const home = () => app.open('#/', 'html[data-library=listed]');
    await camera.take(app, 'first-run', look(), home);
    await camera.take(app, 'first-run', look('dark 900x600 en'), home);
    await camera.take(app, 'empty-filter', look('contrast en'), async () => {
      await home();
      await app.page.locator('main button[aria-pressed]').nth(3).click();
    });
    for (const [page, words] of [
      ['saved', 'sepia 900x600 en'],
      ['annotations', '900x600'],
    ] as const)
      await camera.take(app, `empty-${page}`, look(words), () => app.open(`#/${page}`, 'main h2'));
    const article = () => app.open(`#/article/${ARTICLE}`, 'article [data-block=b1]');
    for (const words of ['', 'dark 900x600 en'])
      await camera.take(app, 'first-article', look(words), article);
    await camera.take(app, 'empty-panel', look('sepia en'), async () => {
      await article();
      await app.page.keyboard.press('KeyA');
      await app.page.locator('aside h2').waitFor();
    });
  } finally {
    await app.quit();
  }
}
