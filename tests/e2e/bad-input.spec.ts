import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import type { ArticleId } from '../../src/shared/domain/article.ts';
import { marksFileName } from '../../src/main/store/paths.ts';
import type { RunningApp } from '../support/app.ts';
import { expect, test } from '../support/library-folder.ts';
import { filesOf, putMarkedLibrary } from '../support/marked-library.ts';
import { canMountDisk, mountSmallDisk } from '../support/small-disk.ts';

async function invoke<Value>({ page }: RunningApp, channel: string, input: object): Promise<Value> {
  const answer = await page.evaluate(([name, value]) => window.bridge.invoke(name, value), [
    channel,
    input,
  ] as const);
  // The contract says what each channel answers.
  const { ok, value } = answer as { ok: boolean; value: Value };
  if (!ok) throw new Error(JSON.stringify(answer));
  return value;
}

async function listed({ page }: RunningApp): Promise<void> {
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
}

/** How many highlights each of these articles has, as its row says. */
async function highlights(app: RunningApp, ids: readonly string[]): Promise<number[]> {
  const all = await invoke<{ articleId: string; highlights: number }[]>(app, 'marks/summaries', {});
  return ids.map((id) => all.find(({ articleId }) => articleId === id)?.highlights ?? 0);
}

/** What the window says above its page, gravely or quietly. */
const told = ({ page }: RunningApp) => page.locator('[role=alert], [role=note]');

const titles = ({ page }: RunningApp) => page.locator('main section [data-list-item]');

test('in a folder that takes no writing the app shows everything, says so and changes nothing', async ({
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

    await expect(app.page.getByRole('alert')).toContainText('تتعذّر الكتابة في مجلّد الملاحظات');
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

/** Files that are each an article. */
async function putFiles(folder: string, count: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < count; at += 1)
    await writeFile(
      join(folder, `${at}.md`),
      `# خبر من ملف ${at}\n\nهكذا يبدأ النص رقم ${at}، وبعده كلام آخر عن الحصاد.\n`,
    );
  return folder;
}

test('an import beside the open window is refused with a sentence, and nothing is lost', async ({
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
  // The window still has the library to itself: it can save.
  await invoke(app, 'shelf/put', { articleId: ids[0], change: { savedAt: null } });
  await expect(app.page.getByRole('alert')).toHaveCount(0);
});

test('a window beside a running import says that it cannot save, and finds everything afterwards', async ({
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
  // It is in the middle of its work, and stays there while the window is looked at.
  await expect.poll(folders, { intervals: [20] }).toBeGreaterThan(ids.length + 1);
  child.kill('SIGSTOP');
  try {
    expect(folders()).toBeLessThan(ids.length + FILES);
    const before = filesOf(dataFolder);
    const app = await start({ dataFolder });
    await listed(app);

    await expect(app.page.getByRole('alert')).toContainText('استيراد خارجه يكتب في مكتبتك الآن');
    expect(await highlights(app, ids)).toEqual([2, 1]);
    await app.quit();
    expect(filesOf(dataFolder)).toEqual(before);
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

const lastOf = (folder: string, begins: string): string =>
  join(
    folder,
    readdirSync(folder)
      .filter((name) => name.startsWith(begins))
      .toSorted()
      .at(-1) ?? '',
  );

const cut = (good: Buffer): Buffer => good.subarray(0, Math.floor(good.length / 2));
const damaged = (good: Buffer): Buffer =>
  Buffer.concat([good.subarray(0, 3), Buffer.alloc(7, 0xff), good.subarray(10)]);

interface BadFile {
  readonly name: string;
  readonly path: (folder: string, id: string) => string;
  /** `null`: the file is gone. */
  readonly become: (good: Buffer) => Buffer | null;
  /** What the window says of it; `null` when nothing of the reader's was touched. */
  readonly says: string | null;
  /** Highlights of the two articles. */
  readonly marks: readonly [number, number];
  /** What stands on the page of the first article; the beginning of its text when it is left out. */
  readonly opened?: string;
}

const TEXT = 'هكذا يبدأ النص';

const BAD_FILES: readonly BadFile[] = [
  {
    name: 'the catalogue, damaged',
    path: (folder) => lastOf(join(folder, 'library'), 'catalogue-'),
    become: damaged,
    says: null,
    marks: [2, 1],
  },
  {
    name: 'the catalogue, gone',
    path: (folder) => lastOf(join(folder, 'library'), 'catalogue-'),
    become: () => null,
    says: null,
    marks: [2, 1],
  },
  {
    name: 'a file of marks, cut',
    path: (folder, id) => join(folder, 'marks', `${marksFileName(id as ArticleId)}.json`),
    become: cut,
    says: 'استُعيدت ملاحظات مادة واحدة من نسختها الثانية',
    marks: [2, 1],
  },
  {
    // As after a power cut in the middle of a line: what was never acknowledged is no loss to tell of.
    name: 'the journal, cut in its last line',
    path: (folder) => lastOf(join(folder, 'journal'), 'journal-'),
    become: cut,
    says: null,
    marks: [1, 1],
  },
  {
    name: 'the version of the store, newer',
    path: (folder) => join(folder, 'store-version.json'),
    become: () => Buffer.from('{"schemaVersion":99}'),
    says: 'مكتوبة بإصدار أحدث من إصدارك',
    marks: [2, 1],
  },
  {
    name: 'the settings, damaged',
    path: (folder) => join(folder, 'settings.json'),
    become: damaged,
    says: null,
    marks: [2, 1],
  },
  {
    name: 'a part of the search’s index, damaged',
    path: (folder) => lastOf(join(folder, 'library', 'index'), 'segment-'),
    become: damaged,
    says: null,
    marks: [2, 1],
  },
  {
    name: 'an article without an original, cut',
    path: (folder, id) => join(folder, 'library', id, 'article.json'),
    become: cut,
    says: 'وتعذّرت إعادة إنشاء المادة',
    marks: [2, 1],
    opened: 'ملف هذه المادة تالف',
  },
];

for (const { name, path, become, says, marks, opened } of BAD_FILES)
  test(`the window starts, says what is true and loses nothing: ${name}`, async ({
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
    for (const [at, text] of [opened ?? TEXT, TEXT].entries()) {
      await titles(app)
        .filter({ hasText: named[at] ?? '' })
        .click();
      const page = app.page.getByRole('main');
      const there = text === TEXT ? page.locator('article [data-block]') : page;
      await expect(there.getByText(text).first()).toBeVisible();
      await app.page.evaluate(() => void (location.hash = '#/'));
      await listed(app);
    }
    if (says === null) await expect(app.page.getByRole('alert')).toHaveCount(0);
    else await expect(told(app).filter({ hasText: says })).toBeVisible();
    if (opened !== undefined) {
      const log = join(dataFolder, 'logs', 'hashiya.log');
      // What the search cannot read is named there.
      await expect
        .poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : ''))
        .toContain(`"search/unreadable","detail":{"articleId":"${ids[0]}"}`);
    }
    await app.quit();
    for (const id of ids) expect(existsSync(join(dataFolder, 'library', id))).toBe(true);
    // The bytes that could not be understood are still somewhere.
    if (bad !== null && says !== null)
      expect(Object.values(filesOf(dataFolder)).join('\n')).toContain(
        bad.toString('latin1').trim().slice(0, 60),
      );
  });
