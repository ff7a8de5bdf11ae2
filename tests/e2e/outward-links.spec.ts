import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyOfTheApp } from '../support/app-copy.ts';
import type { RunningApp } from '../support/app.ts';
import { expect, test } from '../support/library-folder.ts';
import { ownArticle, putOwnArticles } from '../support/own-library.ts';
import { ReaderPage } from '../support/reader-page.ts';

/** Records the addresses that would be opened, because no test may start a browser. */
async function watchOpened({ electron }: RunningApp): Promise<() => Promise<readonly string[]>> {
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'openedAddresses', opened);
    shell.openExternal = async (address) => void opened.push(address);
  });
  return () => electron.evaluate(() => Reflect.get(globalThis, 'openedAddresses') as string[]);
}

async function openSettings({ page }: RunningApp): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
}

const ADDRESS = 'https://example.org/a?b=1#c';

/** Returns a copy of the app with a page that announces its releases. */
async function withReleases(address: string): Promise<string> {
  const copy = await copyOfTheApp();
  const release = { builtOn: '2026-11-22', address };
  writeFileSync(join(copy, 'out/about/release.json'), JSON.stringify(release));
  return copy;
}

test('an address leaves the app only when the reader has seen all of it', async ({ start }) => {
  const copy = await withReleases(ADDRESS);
  const app = await start({ appFolder: copy });
  const opened = await watchOpened(app);
  await openSettings(app);
  const link = app.page.getByRole('button', { name: ADDRESS });
  const dialog = app.page.getByRole('dialog', { name: 'فتح رابط خارج التطبيق' });

  await link.click();
  await expect(dialog.locator('[data-address]')).toHaveText(ADDRESS);
  await dialog.getByRole('button', { name: 'إلغاء' }).click();
  await expect(dialog).toBeHidden();
  expect(await opened()).toEqual([]);

  await link.click();
  await dialog.getByRole('button', { name: 'نسخ الرابط' }).click();
  await expect(dialog.getByRole('button', { name: 'تم النسخ' })).toBeVisible();
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(ADDRESS);
  await dialog.getByRole('button', { name: 'فتح الرابط' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(opened).toEqual([ADDRESS]);
  await app.quit();
  await rm(copy, { recursive: true });
});

test('the app itself asks once about the address of an article', async ({ start, dataFolder }) => {
  const article = ownArticle('منسوب النهر', { address: ADDRESS });
  await putOwnArticles(dataFolder, [article]);
  const app = await start({ dataFolder });
  await app.electron.evaluate(({ dialog, shell }) => {
    const seen = { asked: [] as string[], opened: [] as string[], answer: 0 };
    Object.assign(globalThis, { seen });
    dialog.showMessageBox = async (...given: unknown[]) => {
      seen.asked.push((given.at(-1) as { detail?: string }).detail ?? '');
      return { response: seen.answer, checkboxChecked: false };
    };
    shell.openExternal = async (address: string) => void seen.opened.push(address);
  });
  const seen = () =>
    app.electron.evaluate(() => {
      const { seen: now } = globalThis as unknown as {
        seen: { asked: string[]; opened: string[]; answer: number };
      };
      // The next question is answered with yes.
      if (now.asked.length > 0) now.answer = 1;
      return { asked: now.asked, opened: now.opened };
    });
  await app.page.evaluate((id) => {
    location.hash = `#/article/${id}`;
  }, article.id);
  await ReaderPage.opened(app.page);
  const link = app.page.getByRole('button', { name: ADDRESS });

  await link.click();
  await expect.poll(seen).toEqual({ asked: [ADDRESS], opened: [] });
  await expect(app.page.getByRole('dialog')).toBeHidden();
  await link.click();
  await expect.poll(seen).toEqual({ asked: [ADDRESS, ADDRESS], opened: [ADDRESS] });
  await expect(app.page.getByRole('dialog')).toBeHidden();
});

test('the settings show no address that nobody serves', async ({ shared }) => {
  const app = shared;
  await openSettings(app);

  await expect(app.page.getByText('تاريخ هذا الإصدار')).toBeVisible();
  await expect(app.page.getByRole('main')).not.toContainText('.example');
  await expect(app.page.getByText('الإصدارات الجديدة')).toBeHidden();
});

test('the main process opens no other kind of address, whatever the window says', async ({
  shared,
}) => {
  const app = shared;
  const opened = await watchOpened(app);

  const answers = await app.page.evaluate(
    (addresses) =>
      Promise.all(addresses.map((address) => window.bridge.invoke('link/open', { address }))),
    [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'hashiya:x',
      'https://a@b.example/',
      `https://example.org/${'a'.repeat(3000)}`,
      'https://example.org/\u202E',
      'HTTPS://example.org',
    ],
  );

  for (const answer of answers) expect(answer).toMatchObject({ ok: false });
  expect(await opened()).toEqual([]);
});

test('an address that hides something is shown with what it hides, and cannot be opened', async ({
  start,
}) => {
  const copy = await withReleases('https://example.org/\u202Efdp.exe');
  const app = await start({ appFolder: copy });
  await openSettings(app);

  await app.page.getByRole('button', { name: 'https://example.org/' }).click();

  const dialog = app.page.getByRole('dialog', { name: 'لم يُفتح هذا الرابط' });
  await expect(dialog.locator('[data-address]')).toHaveText('https://example.org/U+202Efdp.exe');
  await expect(dialog.getByRole('button', { name: 'فتح الرابط' })).toBeHidden();
  await app.quit();
  await rm(copy, { recursive: true });
});

test('the licences of everything inside are listed, each with its text', async ({ shared }) => {
  const { page, ...app } = shared;
  await openSettings({ page, ...app });
  const parts = JSON.parse(readFileSync('out/about/parts.json', 'utf8')) as readonly {
    readonly name: string;
    readonly text: string;
  }[];

  await page.getByRole('button', { name: 'رخص الخطوط والمكوّنات…' }).click();

  const dialog = page.getByRole('dialog', { name: 'رخص الخطوط والمكوّنات' });
  await expect(dialog.locator('summary')).toHaveCount(parts.length);
  await dialog.getByText('@fontsource/amiri').click();
  await expect(
    dialog.getByText('SIL OPEN FONT LICENSE').locator('visible=true').first(),
  ).toBeVisible();
});
