import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import * as v from 'valibot';
import { marksFileName, storePaths } from '../../src/main/store/paths.ts';
import { articleIdSchema } from '../../src/shared/domain/article.ts';
import { withAnalyzer } from '#main/search/with-analyzer.test-builder.ts';
import { copyOfTheApp } from '../support/app-copy.ts';
import { expect, test } from '../support/library-folder.ts';
import { ReaderPage } from '../support/reader-page.ts';
import { SearchPage } from '../support/search-page.ts';
import { resolveElectron } from '../../scripts/dev/electron/electron.mjs';

/** The article whose stored marks are damaged. */
const IRAQ_SYRIA = v.parse(articleIdSchema, 'iraq-syria-border-fences');

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
    dataFolder,
  }) => {
    const { marks } = storePaths(dataFolder);
    await mkdir(marks, { recursive: true });
    await writeFile(join(marks, `${marksFileName(IRAQ_SYRIA)}.json`), bytes);

    const { page } = await start({ dataFolder });
    const reader = await ReaderPage.open(page, /الكاظمي/);
    await reader.selectText('الكاميرات الحرارية');
    await reader.chooseMeaning('سؤال');

    const kept = join(dataFolder, 'quarantine');
    const contents = await Promise.all(
      (await readdir(kept)).map((file) => readFile(join(kept, file), 'utf8')),
    );
    expect(contents).toContain(bytes);
    expect((await reader.marks()).annotations).toHaveLength(1);
  });
}

test('with a damaged settings file the defaults apply, and the file is kept', async ({
  start,
  dataFolder,
}) => {
  await writeFile(join(dataFolder, 'settings.json'), '{"theme": "da');

  const app = await start({ dataFolder });

  await expect(app.page.getByRole('heading', { level: 1, name: 'المكتبة' })).toBeVisible();
  expect(await readFile(join(dataFolder, 'settings.json'), 'utf8')).toBe('{"theme": "da');
});
