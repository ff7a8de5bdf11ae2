import { expect, test } from '../support/app.ts';
import { ReaderPage } from '../support/reader-page.ts';
import { SearchPage } from '../support/search-page.ts';

/** How often the worker is killed. */
const KILLS = Number(process.env['HASHIYA_TIMES'] ?? 5);

test('a word of a note is found with its quote, and leads to the passage', async ({ shared }) => {
  const { page } = shared;
  const reader = await ReaderPage.open(page, /الكاظمي/);
  await reader.selectText('الكاميرات الحرارية');
  await reader.chooseMeaning('سؤال');
  await reader.writeNote('من يراقب المناظير الليلية؟');

  const search = await SearchPage.search(page, 'منظار المناظير');
  const note = page.getByRole('main').getByRole('link', { name: /في ملاحظتك/ });

  await expect(note).toContainText('الكاميرات الحرارية');
  await expect(note.locator('mark')).toHaveText('المناظير');
  await expect(page.getByRole('checkbox', { name: 'ملاحظاتي' })).toBeVisible();
  await expect.poll(() => search.articleIds()).toHaveLength(1);
  await note.click();
  await expect(page.locator('article [data-block="b1"]')).toBeVisible();
});

test('F3 goes on in the article when the find bar is closed, and the bar has the matching', async ({
  shared,
}) => {
  const { page } = shared;
  const search = await SearchPage.search(page, 'كاميرا');
  await search.openFirst();
  const now = () =>
    page.evaluate(() => {
      const painted = CSS.highlights.get('find-now');
      const range = painted ? ([...painted][0] as Range | undefined) : undefined;
      return range ? `${range.startOffset} ${range.toString()}` : null;
    });
  await expect.poll(now).not.toBeNull();

  await page.getByRole('group', { name: 'المطابقة' }).getByText('المطابقة التامّة').click();
  await expect(page.getByRole('search')).toContainText('لا نتائج في هذا النص');
  await page.getByRole('group', { name: 'المطابقة' }).getByText('الصيغ القريبة').click();
  // The nearest match depends on where the page is scrolled by then.
  let shown: string | null = null;
  await expect
    .poll(async () => {
      const before = shown;
      shown = await now();
      return shown !== null && shown === before;
    })
    .toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toHaveCount(0);
  await expect.poll(now).toBeNull();
  await page.keyboard.press('F3');

  await expect.poll(now).not.toBeNull();
  await expect.poll(now).not.toBe(shown);
  await expect(page.getByRole('search')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect.poll(now).toBeNull();
  await expect(page.locator('article')).toBeVisible();
});

test('reading continues and the search recovers after each kill of its worker', async ({
  start,
}) => {
  test.setTimeout(400_000);
  const { page, electron } = await start();
  const search = await SearchPage.search(page, 'داعش');
  await expect.poll(async () => (await search.articleIds()).length).toBe(5);
  const pids = new Set<number>();
  const [{ length: found }] = [await search.articleIds()];

  for (let kill = 0; kill < KILLS; kill += 1) {
    const workers = () =>
      electron.evaluate(({ app }) =>
        app
          .getAppMetrics()
          .filter(({ serviceName }) => serviceName === 'node.mojom.NodeService')
          .map(({ pid }) => pid),
      );
    await expect.poll(async () => (await workers()).some((pid) => !pids.has(pid))).toBe(true);
    for (const pid of await workers()) {
      if (pids.has(pid)) continue;
      pids.add(pid);
      process.kill(pid, 'SIGKILL');
    }
    // The text is new in each round, so no answer comes from an earlier worker.
    const text = `داعش ${kill}`;
    await search.field().fill(text);
    await expect(page.locator(`[data-answers="${text}"]`)).toBeVisible();
  }

  await expect.poll(async () => (await search.articleIds()).length).toBe(found);
  expect(pids.size).toBeGreaterThanOrEqual(KILLS);
  await search.openFirst();
});
