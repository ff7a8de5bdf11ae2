import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import type { Locator } from '@playwright/test';
import { ask } from '../../scripts/dev/drive-app.ts';
import type { RunningApp } from '../support/app.ts';
import { BAD_FILES, LOCKED, READ_ONLY, type Sentence, UNREADABLE } from '../support/bad-files.ts';
import { expect, test } from '../support/library-folder.ts';
import { filesOf, putMarkedLibrary } from '../support/marked-library.ts';
import { canMountDisk, mountSmallDisk } from '../support/small-disk.ts';

async function listed({ page }: RunningApp): Promise<void> {
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
}

/** Returns how many highlights the row of each article shows. */
async function highlights(app: RunningApp, ids: readonly string[]): Promise<number[]> {
  const all = await ask(app.page, 'marks/summaries', {});
  return ids.map((id) => all.find(({ articleId }) => articleId === id)?.highlights ?? 0);
}

/** Signs that isolate names from the direction of the sentence around them. */
const ISOLATES = /[\u2066-\u2069]/gu;

/** Returns the visible texts of these elements. */
async function textsOf(elements: Locator): Promise<readonly string[]> {
  return (await elements.allInnerTexts()).map((text) => text.replace(ISOLATES, '').trim());
}

/** Returns everything that the window says above its page, except the notice of an old runtime. */
async function told({ page }: RunningApp): Promise<readonly string[]> {
  const all = await textsOf(page.locator('[role=alert], [role=note]'));
  return all.filter((text) => !text.includes('Electron'));
}

/** Returns the language of the interface and the other one. Every change loads the window again, so none is needless. */
async function presentFirst({ page }: RunningApp): Promise<readonly (keyof Sentence)[]> {
  return (await page.locator('html').getAttribute('lang')) === 'en' ? ['en', 'ar'] : ['ar', 'en'];
}

/** Changes the language of the interface. */
async function speak(app: RunningApp, language: keyof Sentence): Promise<void> {
  const html = app.page.locator(`html[lang=${language}]`);
  if ((await html.count()) > 0) return;
  await ask(app.page, 'settings/set', { language });
  await app.page.reload();
  await html.waitFor({ state: 'attached' });
}

/** Checks that exactly these sentences are above the library, in Arabic and in English. */
async function saysNothingElse(app: RunningApp, sentences: readonly Sentence[]): Promise<void> {
  for (const language of await presentFirst(app)) {
    await speak(app, language);
    await listed(app);
    const wanted = sentences.map((sentence) =>
      sentence[language].replace(/\{(\w+)\}/u, (_, name: string) => join(app.dataFolder, name)),
    );
    await expect.poll(() => told(app), language).toEqual(wanted);
  }
}

/** Checks that the page of an article shows these two sentences instead, in Arabic and in English. */
async function saysInMain(
  app: RunningApp,
  { title, hint }: { readonly title: Sentence; readonly hint: Sentence },
): Promise<void> {
  const main = app.page.getByRole('main');
  const said = main.getByRole('heading').or(main.getByRole('paragraph'));
  for (const language of await presentFirst(app)) {
    await speak(app, language);
    await expect.poll(() => textsOf(said), language).toEqual([title[language], hint[language]]);
  }
}

const titles = ({ page }: RunningApp) => page.locator('main section [data-list-item]');

/** Checks that the next window of a library that cannot be written says this in English, and nothing else. */
async function saysInEnglish(
  start: (options: { readonly dataFolder: string }) => Promise<RunningApp>,
  dataFolder: string,
  { en }: Sentence,
  beforeStart = (): void => undefined,
): Promise<void> {
  writeFileSync(join(dataFolder, 'settings.json'), '{"language":"en"}');
  beforeStart();
  const app = await start({ dataFolder });
  await listed(app);
  await expect.poll(() => told(app)).toEqual([en]);
  await app.quit();
}

test('in a read-only folder the app shows everything, says so and changes nothing', async ({
  start,
}) => {
  test.skip(!canMountDisk(), 'mounting a disk needs root');
  const disk = await mountSmallDisk();
  try {
    const dataFolder = join(disk.folder, 'data');
    const { ids, titles: named } = await putMarkedLibrary(dataFolder);
    const before = filesOf(dataFolder);
    disk.setReadOnly(true);

    const app = await start({ dataFolder });
    await listed(app);

    await expect.poll(() => told(app)).toEqual([READ_ONLY.ar]);
    for (const title of named) await expect(titles(app).filter({ hasText: title })).toHaveCount(1);
    expect(await highlights(app, ids)).toEqual([2, 1]);
    await titles(app).filter({ hasText: named[0] }).click();
    await expect(app.page.locator('article p[data-block]').first()).toContainText('هكذا يبدأ النص');
    await expect(app.page.getByRole('button', { name: 'إشارة مرجعية' }).first()).toBeDisabled();
    const refused = await app.page.evaluate(
      (articleId) => window.bridge.invoke('library/remove', { articleId }),
      ids[0],
    );
    expect(refused).toMatchObject({ ok: false, error: { code: 'library/not-saved' } });
    await app.quit();
    expect(filesOf(dataFolder)).toEqual(before);

    disk.setReadOnly(false);
    await saysInEnglish(start, dataFolder, READ_ONLY, () => disk.setReadOnly(true));
    disk.setReadOnly(false);
    const again = await start({ dataFolder });
    await listed(again);
    await expect(again.page.getByRole('alert')).toHaveCount(0);
    expect(await highlights(again, ids)).toEqual([2, 1]);
    await again.quit();
  } finally {
    disk.setReadOnly(false);
    await disk.remove();
  }
});

/** Starts the import of the command line on a library. */
function startImport(dataFolder: string, from: string): ChildProcess {
  return spawn(
    join('node_modules', '.bin', 'node'),
    [
      '--disable-warning=ExperimentalWarning',
      'scripts/dev/library/import.ts',
      '--json',
      '--data',
      dataFolder,
      from,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
}

/** Writes files, each of which becomes an article. */
async function putFiles(folder: string, count: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < count; at += 1)
    await writeFile(
      join(folder, `${at}.md`),
      `# خبر من ملف ${at}\n\nهكذا يبدأ النص رقم ${at}، وبعده كلام آخر عن الحصاد.\n`,
    );
  return folder;
}

test('an import while a window is open is refused with a sentence, and nothing is lost', async ({
  start,
  dataFolder,
}, info) => {
  const { ids } = await putMarkedLibrary(dataFolder);
  const from = await putFiles(info.outputPath('files'), 3);
  const app = await start({ dataFolder });
  await listed(app);

  const child = startImport(dataFolder, from);
  const [said, [code]] = await Promise.all([readAll(child.stderr!), once(child, 'exit')]);

  expect(said).toContain('close the app first');
  expect(code).toBe(2);
  expect(await highlights(app, ids)).toEqual([2, 1]);
  // The window is still the only writer, so it can save.
  await ask(app.page, 'shelf/put', { articleId: ids[0], change: { savedAt: null } });
  await expect(app.page.getByRole('alert')).toHaveCount(0);
});

test('a window opened during an import says that it cannot save, and finds everything afterwards', async ({
  start,
  dataFolder,
}, info) => {
  test.skip(process.platform === 'win32', 'a process cannot be stopped for a while there');
  const FILES = 40;
  const { ids } = await putMarkedLibrary(dataFolder);
  const from = await putFiles(info.outputPath('files'), FILES);
  const child = startImport(dataFolder, from);
  const said = readAll(child.stdout!);
  const ended = once(child, 'exit');
  const folders = () =>
    readdirSync(join(dataFolder, 'library')).filter((name) => name.startsWith('own-')).length;
  // The import is stopped in the middle of its work while the window is checked.
  await expect.poll(folders, { intervals: [20] }).toBeGreaterThan(ids.length + 1);
  child.kill('SIGSTOP');
  try {
    expect(folders()).toBeLessThan(ids.length + FILES);
    const before = filesOf(dataFolder);
    const app = await start({ dataFolder });
    await listed(app);

    await expect.poll(() => told(app)).toEqual([LOCKED.ar]);
    expect(await highlights(app, ids)).toEqual([2, 1]);
    await app.quit();
    expect(filesOf(dataFolder)).toEqual(before);
    await saysInEnglish(start, dataFolder, LOCKED);
  } finally {
    child.kill('SIGCONT');
  }
  const [code] = await ended;

  expect(code).toBe(0);
  expect(JSON.parse(await said)).toMatchObject({ added: FILES, failed: 0 });
  const again = await start({ dataFolder });
  await listed(again);
  await expect(again.page.getByRole('alert')).toHaveCount(0);
  await expect(again.page.getByRole('heading', { level: 1 }).locator('..')).toContainText(
    String(FILES + ids.length + 6),
  );
  expect(await highlights(again, ids)).toEqual([2, 1]);
});

for (const { name, path, put, says, marks } of UNREADABLE)
  test(`the window says what it cannot read, and finds it again afterwards: ${name}`, async ({
    start,
    dataFolder,
  }) => {
    const { ids } = await putMarkedLibrary(dataFolder);
    const file = path(dataFolder);
    const kept = join(dataFolder, 'kept');
    renameSync(file, kept);
    put(file);

    const app = await start({ dataFolder });
    await listed(app);

    expect(await highlights(app, ids)).toEqual(marks);
    await saysNothingElse(app, says);
    await app.quit();
    rmSync(file, { recursive: true });
    renameSync(kept, file);
    const again = await start({ dataFolder });
    await listed(again);
    await expect(again.page.getByRole('alert')).toHaveCount(0);
    expect(await highlights(again, ids)).toEqual([2, 1]);
  });

const TEXT = 'هكذا يبدأ النص';

for (const { name, path, become, says, marks, opened } of BAD_FILES)
  test(`the window starts, reports correctly and loses nothing: ${name}`, async ({
    start,
    dataFolder,
  }) => {
    const { ids, titles: named } = await putMarkedLibrary(dataFolder);
    writeFileSync(join(dataFolder, 'settings.json'), '{"theme":"dark"}');
    await mkdir(join(dataFolder, 'library', 'index'), { recursive: true });
    writeFileSync(
      join(dataFolder, 'library', 'index', 'segment-000001.bin'),
      'hashiya-segment 1\n',
    );
    const file = path(dataFolder, ids[0]);
    const bad = become(readFileSync(file));
    if (bad === null) rmSync(file);
    else writeFileSync(file, bad);

    const app = await start({ dataFolder });
    await listed(app);

    for (const title of named) await expect(titles(app).filter({ hasText: title })).toHaveCount(1);
    expect(await highlights(app, ids)).toEqual(marks);
    // The search reads every article, so a damaged one is told of before anybody opens it.
    await saysNothingElse(app, says);
    for (const [at, title] of named.entries()) {
      await titles(app).filter({ hasText: title }).click();
      if (at > 0 || !opened)
        await expect(app.page.locator('article [data-block]').first()).toContainText(TEXT);
      else await saysInMain(app, opened);
      await app.page.evaluate(() => void (location.hash = '#/'));
      await listed(app);
    }
    await saysNothingElse(app, says);
    if (opened !== undefined) {
      const log = join(dataFolder, 'logs', 'hashiya.log');
      // The log names the articles that the search cannot read.
      await expect
        .poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : ''))
        .toContain(`"search/unreadable","detail":{"articleId":"${ids[0]}"}`);
    }
    await app.quit();
    for (const id of ids) expect(existsSync(join(dataFolder, 'library', id))).toBe(true);
    // The unreadable bytes must still exist somewhere.
    if (bad !== null && says.length > 0)
      expect(Object.values(filesOf(dataFolder)).join('\n')).toContain(
        bad.toString('latin1').trim().slice(0, 60),
      );
  });
