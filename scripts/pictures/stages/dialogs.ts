/** The dialogs, and the actions on the page of all annotations. */
import type { Camera } from '../camera.ts';
import { ARTICLE } from '../../../tests/material/picture-library.ts';
import { look } from '../looks.ts';
import type { PictureApp } from '../picture-app.ts';
import { writeOtherCopy } from './other-copy.ts';
import { openPanel } from './reading.ts';

export async function takeDialogs(camera: Camera, app: PictureApp): Promise<void> {
  const { page } = app;
  const home = () => app.open('#/', 'html[data-library=listed]');
  const reader = () => app.open(`#/article/${ARTICLE}`, 'article [data-block=b1]');
  const annotations = () => app.open('#/annotations', 'main h1');
  const fromMenu = async (name: string | RegExp) => {
    await page.getByRole('menuitem', { name }).click();
    await page.getByRole('dialog').waitFor();
  };

  await camera.take(app, 'palette', look(), async () => {
    await reader();
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('dialog').getByRole('combobox').fill('ملاحظ');
  });
  await camera.take(app, 'help', look('contrast 900x600 en'), async () => {
    await home();
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
  });
  await camera.take(app, 'print', look('en'), async () => {
    await reader();
    await page.keyboard.press('Control+KeyP');
    await page.getByRole('dialog').waitFor();
  });
  await camera.take(app, 'export', look('dark'), async () => {
    await reader();
    await openPanel(app);
    await page.getByRole('complementary').getByLabel(app.text('exchange.menu')).first().click();
    await fromMenu(app.text('exchange.export'));
  });
  await camera.take(app, 'restore', look('sepia 900x600'), async () => {
    await app.answerDialogs([await writeOtherCopy(app)]);
    await app.open('#/settings', 'main h1');
    await app.button('backup.chooseOpen').click();
    // Another dialog says that the copy is being read; this is not it.
    await page.getByRole('dialog', { name: app.text('backup.restoreTitle') }).waitFor();
  });
  const openBin = async () => {
    await app.open('#/settings', 'main h1');
    await app.button('bin.open').click();
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  };
  const removed = await removeSome(app);
  await camera.take(app, 'removed-items', look('900x600'), openBin);
  await camera.take(app, 'removed-items-question', look('dark en'), async () => {
    await openBin();
    await app.button('bin.eraseAll').click();
    await page.getByRole('dialog').nth(1).waitFor();
  });
  await app.invoke('bin/erase', { articleIds: removed });
  await camera.take(app, 'details', look('dark en'), async () => {
    await home();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'الصفّارين' })
      .getByRole('button')
      .last()
      .click();
    await fromMenu(app.text('library.item.details'));
  });
  await camera.take(app, 'annotations-chosen', look(), async () => {
    await annotations();
    await page.getByRole('checkbox', { name: app.text('ann.selectAll') }).check();
  });
  await camera.take(app, 'annotations-grouping', look('dark en'), async () => {
    await annotations();
    await page.getByRole('button', { name: `${app.text('ann.group')}: ` }).click();
    await page.getByRole('listbox').waitFor();
  });
  await camera.take(app, 'tags', look('contrast'), async () => {
    await annotations();
    await app.button('ann.more').nth(1).click();
    await fromMenu(app.text('tags.edit'));
  });
  await camera.take(app, 'annotations-tags', look(), async () => {
    await app.open('#/annotations/tags', 'main [data-renamable]');
  });
  await camera.take(app, 'annotations-bookmarks', look('dark 900x600 en'), async () => {
    await app.open('#/annotations/bookmarks', 'main [data-renamable]');
  });
  await camera.take(app, 'history', look('900x600 en'), async () => {
    await annotations();
    await app.button('ann.more').nth(1).click();
    await fromMenu(app.text('history.title'));
  });
  await camera.take(app, 'settings-data', look('dark'), async () => {
    await app.open('#/settings', 'main h1');
    await app.button('backup.writeOpen').scrollIntoViewIfNeeded();
  });
  await camera.take(app, 'licences', look('sepia'), async () => {
    await app.open('#/settings', 'main h1');
    await app.button('parts.open').click();
    await page.getByRole('dialog').waitFor();
  });
}

/** Imports two texts and removes them again. */
async function removeSome(app: PictureApp): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const title of ['مسودة محضر لجنة السوق', 'قائمة أثمان القمح في دفتر التاجر']) {
    const text = `${title}\n\nنصّ قصير كتبه صاحب المكتبة ثم لم يعد يحتاج إليه.`;
    const { articleId } = await app.invoke<{ articleId: string }>('import/text', {
      text,
      html: null,
    });
    await app.invoke('library/remove', { articleId });
    ids.push(articleId);
  }
  return ids;
}
