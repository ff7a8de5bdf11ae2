import { writeFile } from 'node:fs/promises';
import { type RunningApp, expect, test } from '../support/app.ts';

/** Emits the event by which macOS hands over files, even before the app is ready; other systems use arguments. */
function emitOpenFile({ electron }: RunningApp, path: string): Promise<boolean> {
  return electron.evaluate(({ app }, opened) => {
    let isTaken = false;
    app.emit('open-file', { preventDefault: () => (isTaken = true) }, opened);
    return isTaken;
  }, path);
}

/** Emits what a second start does, which ends at once and leaves its arguments to the first. */
async function emitSecondStart({ electron }: RunningApp, path: string): Promise<void> {
  await electron.evaluate(({ app }, opened) => {
    app.emit('second-instance', {}, ['hashiya', '--some-switch', opened], '/');
  }, path);
}

async function writeBackup(app: RunningApp, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
  await app.page.evaluate(() => window.bridge.invoke('backup/write', {}));
}

test('a backup that the system opens, by either way, leads to a question and nothing else', async ({
  start,
}, info) => {
  const app = await start();
  await app.page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  const path = info.outputPath('مكتبتي.hashiya');
  await writeBackup(app, path);
  const question = app.page.getByRole('dialog', { name: 'استعادة نسخة من المكتبة' });

  expect(await emitOpenFile(app, path)).toBe(true);
  await expect(question).toContainText(/مكتبتي\P{L}*hashiya/u);
  await question.getByRole('button', { name: 'إلغاء' }).click();
  await expect(question).toBeHidden();
  await emitSecondStart(app, path);

  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'إلغاء' }).click();
  await expect(app.page.locator('main [data-list-item]')).toHaveCount(6);
});

test('a link of another program opens nothing', async ({ shared }) => {
  const app = shared;
  await app.page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  const address = app.page.url();

  for (const link of [
    'hashiya://open?article=welcome',
    'https://example.com/a.txt',
    'file:///etc/passwd',
  ])
    await emitSecondStart(app, link);
  // After this later call, everything that the links started would be known.
  const state = await app.page.evaluate(() => window.bridge.invoke('import/state', {}));

  expect(state).toMatchObject({ ok: true, value: { state: 'idle' } });
  expect(app.page.url()).toBe(address);
  await expect(app.page.getByRole('dialog')).toBeHidden();
  await expect(app.page.locator('main [data-list-item]')).toHaveCount(6);
});

test('a document that the system opens is imported, and a broken backup is refused with a reason', async ({
  start,
}, info) => {
  const app = await start();
  await app.page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  const document = info.outputPath('مقال.txt');
  await writeFile(document, 'مقال من النظام\n\nفقرة أولى تكفي لتكون نصًا.\n');
  const broken = info.outputPath('broken.HASHIYA');
  await writeFile(broken, 'PK');

  await emitOpenFile(app, document);
  await expect(app.page.getByRole('link', { name: 'مقال من النظام' }).first()).toBeVisible();
  await emitOpenFile(app, broken);

  await expect(app.page.getByRole('dialog')).toContainText('النسخة الاحتياطية ناقصة أو تالفة');
});
