import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { withAnalyzer } from '#main/search/with-analyzer.test-builder.ts';
import { copyOfTheApp } from '../support/app-copy.ts';
import { expect, test } from '../support/app.ts';
import { ReaderPage } from '../support/reader-page.ts';
import { SearchPage } from '../support/search-page.ts';
import { resolveElectron } from '../../scripts/dev/electron/electron.mjs';

const changes: readonly [string, (path: string) => Promise<void>][] = [
  ['missing', (path) => rm(path)],
  ['damaged', (path) => writeFile(path, '{"half":')],
  [
    'of another version',
    async (path) => {
      const index = await readFile(path);
      const changed = withAnalyzer(index, 'another');
      expect(changed).not.toEqual(index);
      await writeFile(path, changed);
    },
  ],
];

for (const [state, change] of changes) {
  test(`starts and answers with a shipped index that is ${state}`, async ({ start }) => {
    const appFolder = await copyOfTheApp();
    try {
      await change(join(appFolder, 'out', 'library', 'index.bin'));
      const app = await start({ appFolder });

      const search = await SearchPage.search(app.page, 'داعش');

      await expect.poll(async () => (await search.articleIds()).length).toBe(5);
      await app.quit();
    } finally {
      await rm(appFolder, { recursive: true, force: true });
    }
  });
}

test('a second start brings the first window to the front and ends', async ({ start }) => {
  const app = await start();
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

  const second = spawn(
    process.env['HASHIYA_ELECTRON'] ?? resolveElectron().path,
    ['.', ...asRoot, `--user-data-dir=${app.dataFolder}`],
    { stdio: 'ignore' },
  );
  const code = await new Promise((resolve) => second.on('close', resolve));

  expect(code).toBe(0);
  await expect
    .poll(() =>
      app.electron.evaluate(({ BrowserWindow }) => {
        const windows = BrowserWindow.getAllWindows();
        return [windows.length, windows[0]?.isMinimized()];
      }),
    )
    .toEqual([1, false]);
});

for (const [kind, bytes] of [
  ['empty', ''],
  ['cut in the middle', '{"schemaVersion":1,"articleId":"iraq-sy'],
  ['null', 'null'],
  ['of zero bytes only', '\0'.repeat(4096)],
] as const) {
  test(`a store file that is ${kind} does not stop the start, and its bytes are kept`, async ({
    start,
  }) => {
    const app = await start();
    const reader = await ReaderPage.open(app.page, /الكاظمي/);
    await reader.selectText('الكاميرات الحرارية');
    await reader.chooseMeaning('مهمّ');
    await app.quit();
    const folder = join(app.dataFolder, 'marks');
    const files = await readdir(folder);
    for (const file of files) await writeFile(join(folder, file), bytes);

    const again = await start();
    const reopened = await ReaderPage.open(again.page, /الكاظمي/);
    await reopened.selectText('الكاميرات الحرارية');
    await reopened.chooseMeaning('سؤال');

    const kept = join(app.dataFolder, 'quarantine');
    const contents = await Promise.all(
      (await readdir(kept)).map((file) => readFile(join(kept, file), 'utf8')),
    );
    expect(contents).toContain(bytes);
    expect((await reopened.marks()).annotations).toHaveLength(1);
  });
}

test('with a damaged settings file the defaults apply, and the file is kept', async ({ start }) => {
  const first = await start();
  await first.quit();
  await mkdir(first.dataFolder, { recursive: true });
  await writeFile(join(first.dataFolder, 'settings.json'), '{"theme": "da');

  const app = await start();

  await expect(app.page.getByRole('heading', { level: 1, name: 'المكتبة' })).toBeVisible();
  expect(await readFile(join(first.dataFolder, 'settings.json'), 'utf8')).toBe('{"theme": "da');
});
