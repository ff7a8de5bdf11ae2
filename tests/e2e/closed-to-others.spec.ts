import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app.ts';
import { ReaderPage } from '../support/reader-page.ts';

/** Returns the paths in a folder, itself included, that anybody but the owner may use: `[path, rights]`. */
async function openPaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const open: string[] = [];
  for (const path of [folder, ...paths]) {
    const rights = (await stat(path)).mode & 0o077;
    if (rights !== 0) open.push(`${path.slice(folder.length)} ${rights.toString(8)}`);
  }
  return open;
}

test('a data folder that others could read is closed to them, with every file of Chromium', async ({
  start,
}, info) => {
  test.skip(process.platform === 'win32', 'Windows keeps rights otherwise');
  const dataFolder = info.outputPath('data');
  await mkdir(dataFolder, { recursive: true });
  await chmod(dataFolder, 0o755);
  const before = process.umask(0);
  try {
    const app = await start({ dataFolder });
    const reader = await ReaderPage.open(app.page, /الكاظمي/);
    await reader.selectText('تصريح أدلى به');
    await reader.chooseMeaning('واقعة');
    await expect.poll(async () => (await reader.marks()).annotations.length).toBe(1);

    expect(await openPaths(dataFolder)).toEqual([]);
    await app.quit();
  } finally {
    process.umask(before);
  }

  expect((await readdir(dataFolder)).length).toBeGreaterThan(5);
  expect(await openPaths(dataFolder)).toEqual([]);
});
