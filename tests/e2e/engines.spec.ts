import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyOfTheApp } from '../support/app-copy.ts';
import { expect, test } from '../support/app.ts';
import { removeFolder } from '../support/remove-folder.ts';

/** The first and last major version of Chromium in which a planted call exists. */
const PLANTED = [
  { call: 'Promise.try(() => 1)', from: 128, to: Infinity },
  { call: 'openDatabase("planted", "1", "planted", 1)', from: 0, to: 118 },
] as const;

for (const { call, from, to } of PLANTED) {
  test(`a use of ${call} is caught if the engine lacks it`, async ({ start }) => {
    const appFolder = await copyOfTheApp();
    const renderer = join(appFolder, 'out', 'renderer');
    const html = await readFile(join(renderer, 'index.html'), 'utf8');
    await writeFile(join(renderer, 'assets', 'planted.js'), `${call};`);
    const withCall = html.replace('</head>', '<script src="./assets/planted.js"></script></head>');
    expect(withCall).not.toBe(html);
    await writeFile(join(renderer, 'index.html'), withCall);
    const { page } = await start({ appFolder, expectsPageErrors: true });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));

    await page.reload();
    await expect(page.locator('html[data-library=listed]')).toBeAttached();

    const agent = await page.evaluate(() => navigator.userAgent);
    const major = Number(/Chrome\/(\d+)/.exec(agent)?.[1]);
    expect(errors).toHaveLength(major >= from && major <= to ? 0 : 1);
    await removeFolder(appFolder);
  });
}
