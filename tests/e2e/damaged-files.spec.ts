import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask } from '../../scripts/dev/drive-app.ts';
import { decodeOwn } from '../../src/main/library/own-file.ts';
import { encodeFramed } from '../../src/main/disk/framed-json.ts';
import { type RunningApp, expect, test } from '../support/app.ts';

const TEXT = [
  '# مرفأ الصيادين يفتح سوقه الجديدة',
  'افتتح مرفأ الصيادين سوقه الجديدة صباح الخميس، وبيعت فيها أسماك البحر كلّها قبل الظهر.',
  'وقال شيخ الصيادين إن السوق تكفي مئة قارب، وإن الثلج يُصنع فيها ليلًا ونهارًا.',
].join('\n\n');
const MARKED = 'الثلج يُصنع فيها';
const NOTE = 'من يدفع ثمن الكهرباء؟';

/** Imports an article with a highlight and its note, and quits the app. */
async function aMarkedArticle(app: RunningApp) {
  const outcome = await ask(app.page, 'import/text', { text: TEXT, html: null });
  if (outcome.kind !== 'added') throw new Error(outcome.kind);
  const { articleId } = outcome;
  const folder = join(app.dataFolder, 'library', articleId);
  const path = join(folder, 'article.json');
  const stored = decodeOwn(await readFile(path));
  if (stored.kind !== 'article') throw new Error(stored.kind);
  const { article } = stored;
  const text = article.blocks.map((block) => block.text).join('\n');
  const start = text.indexOf(MARKED);
  await ask(app.page, 'annotations/save', {
    id: '00000000-0000-4000-8000-000000000001',
    articleId,
    meaning: 'question',
    span: { start, end: start + MARKED.length },
    note: NOTE,
  });
  await app.quit();
  return { article, path };
}

async function open({ page }: RunningApp, id: string): Promise<void> {
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  await page.evaluate((hash) => void (location.hash = hash), `#/article/${id}`);
}

test('an article whose file was cut is made again automatically, with its marks, and the reader is told', async ({
  start,
}) => {
  const { article, path } = await aMarkedArticle(await start());
  const cut = (await readFile(path)).subarray(0, 500);
  await writeFile(path, cut);
  const app = await start();
  const { page, dataFolder } = app;

  await open(app, article.id);

  await expect(page.locator('article [data-block]').last()).toContainText(MARKED);
  await expect(page.getByRole('complementary').getByText(NOTE)).toBeVisible();
  const quarantine = join(dataFolder, 'quarantine');
  const told = page.getByRole('note').filter({ hasText: article.title });
  await expect(told).toContainText('أُعيد إنشاء المادة من ملفها الأصلي');
  await expect(told).toContainText(quarantine);
  const [aside = ''] = await readdir(quarantine);
  expect(await readFile(join(quarantine, aside))).toEqual(cut);
  expect(await readdir(join(dataFolder, 'library', 'originals'))).toEqual([
    article.own?.original.sha256,
  ]);
  expect(decodeOwn(await readFile(path))).toMatchObject({ kind: 'article', article });
});

test('an article whose file was cut is made again when the app is idle, although nobody opens it', async ({
  start,
}) => {
  const { article, path } = await aMarkedArticle(await start());
  // Once the article is in the stored index, the search does not read its file again.
  const before = await start();
  await expect(before.page.locator('html[data-library=listed]')).toBeAttached();
  await before.quit();
  await writeFile(path, (await readFile(path)).subarray(0, 500));

  const { page } = await start();

  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  await expect(page.getByRole('note').filter({ hasText: article.title })).toContainText(
    'أُعيد إنشاء المادة من ملفها الأصلي',
  );
  expect(decodeOwn(await readFile(path))).toMatchObject({ kind: 'article', article });
});

test('an article whose file and original are missing says so, and how to restore it', async ({
  start,
}) => {
  const before = await start();
  const { article, path } = await aMarkedArticle(before);
  // Both are damaged before the start, because the app makes a damaged article again by itself as soon as it can.
  await writeFile(path, '');
  const { sha256 = '' } = article.own?.original ?? {};
  await writeFile(join(before.dataFolder, 'library', 'originals', sha256), 'cut');
  const app = await start();

  await open(app, article.id);

  const main = app.page.getByRole('main');
  await expect(main.getByText('ملف هذه المادة تالف')).toBeVisible();
  await expect(main.getByText(/الملف الأصلي تالف أيضًا.*استورد ملف المادة مرة أخرى/)).toBeVisible();
  await expect(main.getByRole('button', { name: 'إعادة المحاولة' })).toHaveCount(0);
  await main.getByRole('button', { name: 'المكتبة' }).click();
  const row = main.getByRole('listitem').filter({ hasText: article.title });
  await expect(row).toContainText('ملفها تالف: \u2068الملف الأصلي تالف أيضًا\u2069');
});

test('an article that a newer version wrote is shown as far as it is known, and not changed', async ({
  start,
}) => {
  const { article, path } = await aMarkedArticle(await start());
  const { blocks, ...rest } = article;
  const data = {
    ...rest,
    mood: 'calm',
    blocks: blocks.map((block) => ({ ...block, kind: 'verse', rhyme: 'ميم' })),
  };
  const savedAt = '2031-01-01T00:00:00.000Z';
  const bytes = encodeFramed({ schemaVersion: 3, savedAt, data });
  await writeFile(path, bytes);
  const app = await start();

  await open(app, article.id);

  await expect(app.page.locator('article [data-block]').last()).toContainText(MARKED);
  await expect(app.page.getByRole('article').getByText('كتبها إصدار أحدث')).toBeVisible();
  await expect(app.page.getByRole('complementary').getByText(NOTE)).toBeVisible();
  await app.quit();
  expect(await readFile(path, 'utf8')).toBe(bytes);
  expect(await readdir(join(app.dataFolder, 'library', 'originals'))).toHaveLength(1);
});

test('an article of a newer version that cannot be shown says so, and what to do', async ({
  start,
}) => {
  const { article, path } = await aMarkedArticle(await start());
  const bytes = encodeFramed({ schemaVersion: 7, data: { title: article.title, pages: [{}] } });
  await writeFile(path, bytes);
  const app = await start();

  await open(app, article.id);

  const main = app.page.getByRole('main');
  await expect(main.getByText('كتب هذه المادة إصدار أحدث من إصدارك')).toBeVisible();
  await expect(main.getByText(/حدّث التطبيق لتقرأها/)).toBeVisible();
  await expect(main.getByRole('button', { name: 'إعادة المحاولة' })).toHaveCount(0);
  await app.quit();
  expect(await readFile(path, 'utf8')).toBe(bytes);
  expect(await readdir(join(app.dataFolder, 'library', 'originals'))).toHaveLength(1);
});

test('a change of a tag whose file was cut is told, and its bytes are kept', async ({ start }) => {
  const first = await start();
  await first.quit();
  const path = join(first.dataFolder, 'tag-change.json');
  const whole = encodeFramed({ schemaVersion: 1, data: { marks: [], articles: [] } });
  await writeFile(path, whole.slice(0, 90));

  const { page, dataFolder } = await start();

  const quarantine = join(dataFolder, 'quarantine');
  const told = page.getByRole('alert').filter({ hasText: 'لم يكتمل تغيير أحد الوسوم' });
  await expect(told).toContainText(quarantine);
  const [aside = ''] = await readdir(quarantine);
  expect(await readFile(join(quarantine, aside), 'utf8')).toBe(whole.slice(0, 90));
});
