import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApp, expect, test as base } from '../support/app.ts';

const WEAKENED_APP = 'tests/support/weakened-app';

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'hashiya-files-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

const text = (title: string) =>
  `${title}\n\n${'عاد مزارعو السهل إلى حقولهم هذا الأسبوع بعد موسم أمطار طويل. '.repeat(6)}\n`;

/** Drags files from outside over the window, as the system does. */
async function startDrag({ page }: RunningApp, files: readonly string[]) {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', {
      type,
      x: 400,
      y: 300,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    });
  await send('dragEnter');
  await send('dragOver');
  return { drop: () => send('drop') };
}

/** Answers the question about files from a folder that the reader has not imported from before. */
async function answerQuestions({ electron }: RunningApp): Promise<() => Promise<number>> {
  await electron.evaluate(({ dialog }) => {
    const asked = { count: 0 };
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = async () => {
      asked.count += 1;
      return { response: 1, checkboxChecked: false };
    };
  });
  return () =>
    electron.evaluate(() => (globalThis as unknown as { asked: { count: number } }).asked.count);
}

test('files dropped on the window are imported, and the window stays at its page', async ({
  start,
  folder,
}) => {
  const files = [join(folder, 'سهل.txt'), join(folder, 'page.html')];
  await writeFile(files[0] ?? '', text('خبر السهل الأول'));
  await writeFile(files[1] ?? '', '<script>document.title = "x"</script><p>لا شيء</p>');
  const app = await start();
  const { page } = app;
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  const address = page.url();

  const drag = await startDrag(app, files);
  await expect(page.getByText('أفلِت الملفات هنا لإضافتها إلى مكتبتك')).toBeVisible();
  const questions = await answerQuestions(app);
  await drag.drop();

  await expect.poll(questions).toBe(1);
  await expect(
    page.getByRole('main').getByRole('listitem').filter({ hasText: 'خبر السهل الأول' }),
  ).toBeVisible();
  await expect(page.getByText('أفلِت الملفات هنا لإضافتها إلى مكتبتك')).toBeHidden();
  expect(page.url()).toBe(address);
  const pages = app.electron.windows().map((each) => each.url());
  expect(pages.filter((url) => url.startsWith('app://hashiya/'))).toEqual([address]);
  // Besides the window there is only the hidden one of the converter.
  expect(pages.length).toBeLessThanOrEqual(2);
});

test('if the system does not tell the path of a dropped file, the others are imported and it is said', async ({
  start,
  folder,
}) => {
  const files = [join(folder, 'سهل.txt'), join(folder, 'plain.txt')];
  await writeFile(files[0] ?? '', text('خبر السهل الأول'));
  await writeFile(files[1] ?? '', text('خبر السهل الثاني'));
  // Without a locale Chromium accepts only file names of ASCII letters.
  const app = await start({ env: { LANG: 'C', LC_ALL: 'C' } });
  const { page } = app;
  await expect(page.locator('html[data-library=listed]')).toBeAttached();

  const drag = await startDrag(app, files);
  await answerQuestions(app);
  await drag.drop();

  await expect(page.getByText('وصل بعض الملفات فقط')).toBeVisible();
  const items = page.getByRole('main').getByRole('listitem');
  await expect(items.filter({ hasText: 'خبر السهل الثاني' })).toBeVisible();
  await expect(items.filter({ hasText: 'خبر السهل الأول' })).toHaveCount(0);
});

test('a conversion that hangs or takes all memory is killed with a reason, and the next file is read', async ({
  start,
  folder,
}) => {
  // The time limit of a conversion is 30 seconds.
  test.setTimeout(300_000);
  for (const name of ['1 greedy.txt', '2 endless.txt', '3 good.txt'])
    await writeFile(join(folder, name), text(`خبر ${name.slice(0, 1)}`));
  const app = await start({ appFolder: WEAKENED_APP, env: { HASHIYA_WEAKEN: 'converter' } });
  const { page, electron } = app;
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  await electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);

  await page.keyboard.press('Control+KeyO');
  await page.getByRole('button', { name: 'اختيار مجلّد…' }).click();

  const results = page.getByRole('dialog').getByRole('region', { name: 'نتائج الاستيراد' });
  const line = (name: string) => results.getByRole('listitem').filter({ hasText: name });
  await expect(line('greedy')).toContainText('احتاجت قراءة الملف إلى ذاكرة أكبر من المسموح', {
    timeout: 120_000,
  });
  const pidsOfWorkers = () =>
    electron.evaluate(({ app: { getAppMetrics } }) =>
      getAppMetrics()
        .filter(({ memory }) => memory.workingSetSize > 512 * 1024)
        .map(({ pid }) => pid),
    );
  await expect.poll(pidsOfWorkers).toEqual([]);
  await expect(line('endless')).toContainText('استغرقت قراءة الملف وقتًا أطول من المسموح', {
    timeout: 120_000,
  });
  await expect(results).toContainText('أُضيفت مادة واحدة');
});
