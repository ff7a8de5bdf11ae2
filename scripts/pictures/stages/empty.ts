/** What a reader sees before there is anything: the first start, and every list without entries. */
import type { Camera } from '../camera.ts';
import { ARTICLE } from '../content.ts';
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
    await camera.take(app, 'empty-panel', look('sepia en'), () =>
      app.open(`#/article/${ARTICLE}`, 'aside h2'),
    );
  } finally {
    await app.quit();
  }
}
