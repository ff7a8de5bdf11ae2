import { execFileSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { symlink, writeFile } from 'node:fs/promises';
import { encodeOwn } from '../../src/main/library/own-file.ts';
import { copyOf, entryOf, originalOf, sha256 } from '../../src/main/backup/testing/build-zip.ts';
import { type RunningApp, expect, test } from '../support/app.ts';
import { listenToMain } from '../support/held-main.ts';
import { ownArticle, putOwnArticles } from '../support/own-library.ts';
import { SearchPage } from '../support/search-page.ts';

/** Longest hold of the main process while a copy is read, ms of processor time. */
const HELD_MS = 100;
/** On a slow machine more, as a share of the time in which another process reads the large copy. */
const HELD_SHARE = 0.03;

const NOW = new Date('2026-01-02T03:04:05.000Z');

/** Lets the system's dialog answer with a path, as if the reader had chosen it. */
async function chooseCopy(app: RunningApp, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await app.page.evaluate(() => {
    location.hash = '#/settings';
  });
  await app.page.getByRole('button', { name: 'استعادة من نسخة احتياطية…' }).click();
}

test('copies that are large, made to be slow, or no regular files do not block the app', async ({
  start,
}, info) => {
  test.slow();
  const app = await start();
  await app.page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  const file = (name: string) => info.outputPath(`${name}.hashiya`);
  const large = Array.from({ length: 15 }, () =>
    originalOf(randomFillSync(Buffer.alloc(10_000_000))),
  );
  await writeFile(file('large'), copyOf(large));
  const zeros = Buffer.alloc(150_000_000);
  const bomb = { ...entryOf(`originals/${sha256(zeros.subarray(0, 10))}`, zeros), sizeBytes: 10 };
  await writeFile(file('bomb'), copyOf([{ ...bomb, sha256: sha256(zeros.subarray(0, 10)) }]));
  await symlink(file('large'), file('link'));
  if (process.platform !== 'win32') execFileSync('mkfifo', [file('pipe')]);

  const longestHold = await listenToMain(app.electron);
  const begun = performance.now();
  await chooseCopy(app, file('large'));
  const question = app.page.getByRole('dialog', { name: 'استعادة نسخة من المكتبة' });
  await expect(question).toBeVisible({ timeout: 60_000 });
  const readingMs = performance.now() - begun;
  await question.getByRole('button', { name: 'إلغاء' }).click();
  const largeMs = await longestHold();
  await chooseCopy(app, file('bomb'));
  await expect(app.page.getByRole('alert')).toContainText('ناقصة أو تالفة');
  for (const name of process.platform === 'win32' ? ['link'] : ['link', 'pipe']) {
    await chooseCopy(app, file(name));
    await expect(app.page.getByRole('alert')).toContainText('بل رابط أو مجلّد أو جهاز');
  }
  const heldMs = Math.max(largeMs, await longestHold());

  process.stdout.write(
    `main process held for ${largeMs.toFixed(0)} ms by a copy of 150 MB that took ${readingMs.toFixed(0)} ms, ${heldMs.toFixed(0)} ms by any\n`,
  );
  info.annotations.push({ type: 'main process held', description: `${heldMs.toFixed(0)} ms` });
  expect(heldMs).toBeLessThan(Math.max(HELD_MS, readingMs * HELD_SHARE));
});

test('the question names the texts that change, and leaves settings of a file alone', async ({
  start,
}, info) => {
  const app = await start();
  await app.page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await app.quit();
  const mine = ownArticle('تقرير السوق');
  await putOwnArticles(app.dataFolder, [mine]);
  const theirs = { ...ownArticle('تقرير آخر'), id: mine.id };
  const coming = ownArticle('مادة قادمة');
  const copy = info.outputPath('theirs.hashiya');
  const articles = Buffer.concat([theirs, coming].map((each) => encodeOwn(each, NOW)));
  const settings = JSON.stringify({ theme: 'dark', meaningNames: { fact: 'تصريح' } });
  await writeFile(
    copy,
    copyOf([entryOf('articles.jsonl', articles), entryOf('settings.json', settings)]),
  );

  const again = await start({ dataFolder: app.dataFolder });
  await chooseCopy(again, copy);
  const question = again.page.getByRole('dialog', { name: 'استعادة نسخة من المكتبة' });
  await expect(question).toContainText('سيُستبدل نص مادة واحدة من موادك');
  await expect(question).toContainText('تقرير السوق');
  await expect(question).toContainText('تقرير آخر');
  await expect(question).toContainText('ستدخل المكتبةَ مادة واحدة');
  await expect(question.getByRole('checkbox')).not.toBeChecked();
  await question.getByRole('button', { name: 'استعادة', exact: true }).click();
  await expect(question).toBeHidden();

  await again.page.evaluate(() => {
    location.hash = '#/';
  });
  await expect(again.page.getByRole('link', { name: 'تقرير آخر' }).first()).toBeVisible();
  await expect(again.page.getByRole('link', { name: 'مادة قادمة' }).first()).toBeVisible();
  const set = await again.page.evaluate(() => window.bridge.invoke('settings/get', {}));
  expect(set).toMatchObject({ ok: true, value: { theme: 'system', meaningNames: {} } });

  // Going back uses the copy from before the restore, whose settings are the reader's own.
  await again.page.evaluate(() => {
    location.hash = '#/settings';
  });
  await again.page
    .getByRole('button', { name: /^استعادة نسخة/ })
    .first()
    .click();
  await expect(question).toContainText('سيُستبدل نص مادة واحدة من موادك');
  await expect(question.getByRole('checkbox')).toBeChecked();
  await question.getByRole('button', { name: 'استعادة', exact: true }).click();
  await expect(question).toBeHidden();
  await again.page.evaluate(() => {
    location.hash = '#/';
  });
  await expect(again.page.getByRole('link', { name: 'تقرير السوق' }).first()).toBeVisible();
});

test('the search finds an article that a copy adds to an empty library', async ({
  start,
}, info) => {
  const app = await start();
  await app.page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  const coming = ownArticle('مادة قادمة');
  const copy = info.outputPath('coming.hashiya');
  await writeFile(copy, copyOf([entryOf('articles.jsonl', encodeOwn(coming, NOW))]));
  await chooseCopy(app, copy);
  const question = app.page.getByRole('dialog', { name: 'استعادة نسخة من المكتبة' });
  await question.getByRole('button', { name: 'استعادة', exact: true }).click();
  await expect(question).toBeHidden();

  const search = await SearchPage.search(app.page, 'مادة قادمة');

  await expect.poll(() => search.articleIds()).toContain(coming.id);
});

test('the reading of a copy can be cancelled', async ({ start }, info) => {
  const app = await start();
  await app.page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  // The copy is within every limit, but takes some seconds to unpack.
  const slow = Buffer.alloc(250_000_000, 'نص عادي يتكرر كثيرًا ');
  const padding = randomFillSync(Buffer.alloc(8_000_000));
  const copy = info.outputPath('slow.hashiya');
  await writeFile(copy, copyOf([originalOf(padding), entryOf(`originals/${sha256(slow)}`, slow)]));

  await chooseCopy(app, copy);
  const reading = app.page.getByRole('dialog', { name: 'قراءة النسخة' });
  await expect(reading).toBeVisible();
  await reading.getByRole('button', { name: 'إلغاء' }).click();

  await expect(reading).toBeHidden();
  await expect(app.page.getByRole('alert')).toBeHidden();
  await expect(app.page.getByRole('button', { name: 'استعادة من نسخة احتياطية…' })).toBeEnabled();
});
