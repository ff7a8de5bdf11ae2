/** The reader at work: selecting, writing, finding, and texts that are difficult to set. */
import { ReaderPage } from '../../../tests/support/reader-page.ts';
import type { Camera } from '../camera.ts';
import { ARTICLE, idOf } from '../../../tests/material/picture-library.ts';
import { look } from '../looks.ts';
import type { PictureApp } from '../picture-app.ts';

/** Opens the panel of highlights when the window is too narrow for it to stand open beside the article. */
export async function openPanel(app: PictureApp): Promise<void> {
  const panel = app.page.getByRole('complementary', { name: app.text('ann.panel') });
  if (await app.isNarrow()) await app.page.keyboard.press('KeyA');
  await panel.waitFor();
}

export async function takeReading(camera: Camera, app: PictureApp): Promise<void> {
  const { page } = app;
  const article = (id: string = ARTICLE) => app.open(`#/article/${id}`, 'article [data-block=b1]');
  const select = async (text: string) => {
    const reader = await ReaderPage.opened(page);
    await reader.selectText(text);
  };

  await camera.take(app, 'reader-selection', look(), async () => {
    await article();
    await select('متى عُرفت أسباب الخروقات الأمنية');
  });
  await camera.take(app, 'reader-note', look('dark en'), async () => {
    await article();
    await openPanel(app);
    await app.button('ann.editNote').first().click();
  });
  await camera.take(app, 'reader-appearance', look('sepia'), async () => {
    await article();
    await app.button('reader.appearance').click();
  });
  await camera.take(app, 'reader-find', look('dark'), () =>
    app.open(`#/article/${ARTICLE}?q=${encodeURIComponent('الحدود')}`, 'article [data-block=b1]'),
  );
  await camera.take(app, 'reader-focus', look('sepia 900x600 en'), async () => {
    await article();
    await page.keyboard.press('KeyF');
  });
  await camera.take(app, 'reader-selecting', look('900x600 en'), async () => {
    await article();
    await page.keyboard.press('KeyV');
    for (let word = 0; word < 6; word++) await page.keyboard.press('ArrowLeft');
  });
  await camera.take(app, 'reader-panel', look('contrast 900x600'), async () => {
    await article();
    await page.keyboard.press('KeyA');
  });
  await camera.take(app, 'reader-order', look('dark'), async () => {
    await article();
    await openPanel(app);
    await page.getByRole('button', { name: `${app.text('ann.order')}: ` }).click();
    await page.getByRole('listbox').waitFor();
  });
  await camera.take(app, 'reader-end', look('sepia en'), async () => {
    await article();
    await page.locator('main footer').scrollIntoViewIfNeeded();
  });
  await camera.take(app, 'reader-undo', look('dark 900x600'), async () => {
    await article();
    await select('إلى إطارين');
    await page.keyboard.press('Digit5');
    await page.keyboard.press('Control+KeyZ');
  });
  const mixed = await idOf(app, 'GE Vernova');
  for (const words of ['', 'contrast 900x600 en'])
    await camera.take(app, 'mixed-text', look(words), () => article(mixed));
  const misprinted = await idOf(app, 'الصفّارين');
  await camera.take(app, 'uncertain-date', look('sepia 900x600'), () => article(misprinted));
  await camera.take(app, 'article-missing', look('900x600 en'), () =>
    app.open('#/article/no-such-article', 'main h2'),
  );
}
