/** States of failure: the search has stopped, the disk is full, a file is damaged. */
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeFramed } from '../../../src/main/disk/framed-json.ts';
import { acquireLock } from '../../../src/main/store/lock.ts';
import { createNodeFileSystem } from '../../../src/main/disk/node-file-system.ts';
import { storePaths } from '../../../src/main/store/paths.ts';
import { readProcessTable } from '../../../src/main/store/process-table.ts';
import { copyOfTheApp, correctArticle } from '../../../tests/support/app-copy.ts';
import { WORD_OF_EVERY_BOOK, writeBooks } from '../../../tests/support/own-books.ts';
import { canMountDisk, mountSmallDisk } from '../../../tests/support/small-disk.ts';
import type { Camera, Show } from '../camera.ts';
import { ARTICLE, markArticles } from '../../../tests/material/picture-library.ts';
import { look } from '../looks.ts';
import { PictureApp } from '../picture-app.ts';
import { openPanel } from './reading.ts';
import { letGoOn, stopNextWorker, waitForWorkers } from '../workers.ts';

const READER = [`#/article/${ARTICLE}`, 'article [data-block=b1]'] as const;
/** How many own books keep the search busy for some time. */
const BOOKS_TO_INDEX = 60;
const SEARCH = `#/search?q=${encodeURIComponent('الحدود')}`;

/** Takes the picture of the trouble that the app is in. */
type Take = (app: PictureApp, show: Show) => Promise<void>;

/** A scene that changes the state of the app. */
interface Trouble {
  /** The looks of the scene, as `look` reads them. */
  readonly looks: readonly string[];
  /** Starts the app, brings it into the trouble, and takes the picture. It is called again for each look. */
  readonly happen: (take: Take) => Promise<void>;
}

export async function takeTroubles(camera: Camera): Promise<void> {
  for (const [scene, { looks, happen }] of Object.entries(TROUBLES)) {
    if (!camera.wants(scene)) continue;
    for (const each of camera.looksOf(looks.map((words) => look(words))))
      await happen((app, show) => camera.takeIn(app, scene, each, show));
  }
}

/** Copies the app without its index, so that a worker builds the index from the start. */
async function copyWithoutIndex(): Promise<string> {
  const appFolder = await copyOfTheApp();
  await rm(join(appFolder, 'out', 'library', 'index.bin'));
  return appFolder;
}

const TROUBLES: Readonly<Record<string, Trouble>> = {
  'search-preparing': { looks: [''], happen: prepareSearch },
  'search-restarting': { looks: ['dark 900x600 en'], happen: restartSearch },
  'search-indexing': { looks: ['', 'dark 900x600 en'], happen: indexBooks },
  'search-gone': { looks: ['sepia'], happen: loseSearch },
  orphans: { looks: [''], happen: orphanHighlights },
  'not-saved': { looks: [''], happen: fillDisk },
  'read-only': {
    looks: ['sepia'],
    happen: (take) =>
      changeData(take, (folder) => {
        // This process holds the folder, as a second copy of the app would.
        acquireLock(createNodeFileSystem(), storePaths(folder).lock, readProcessTable());
      }),
  },
  'newer-version': {
    looks: ['dark en'],
    happen: (take) =>
      changeData(take, (folder) => writeFile(storePaths(folder).version, '{"schemaVersion":99}')),
  },
  recovered: {
    looks: ['900x600'],
    happen: (take) =>
      changeData(take, async (folder) => {
        const { marks } = storePaths(folder);
        const [file = ''] = (await readdir(marks)).filter((name) => name.endsWith('.json'));
        await writeFile(join(marks, file), '{"half":');
      }),
  },
  quarantined: {
    looks: ['contrast 900x600'],
    happen: (take) =>
      changeData(take, async (folder) => {
        const { marks } = storePaths(folder);
        for (const name of await readdir(marks)) await writeFile(join(marks, name), '{"half":');
      }),
  },
  'items-remade': {
    looks: ['', 'dark 900x600 en'],
    happen: (take) => damageItems((app) => take(app, () => app.open('#/library', 'main li'))),
  },
  'item-damaged': {
    looks: ['sepia'],
    happen: (take) =>
      damageItems((app, { left }) => take(app, () => app.open(`#/article/${left}`, 'main h2'))),
  },
};

async function prepareSearch(take: Take): Promise<void> {
  const appFolder = await copyWithoutIndex();
  let pid = 0;
  const app = await PictureApp.start({
    appFolder,
    atOnce: async (electron) => {
      pid = await stopNextWorker(electron);
    },
  });
  await take(app, () => app.open(SEARCH, 'main [role=status]'));
  letGoOn(pid);
  await app.quit();
  await rm(appFolder, { recursive: true });
}

async function restartSearch(take: Take): Promise<void> {
  const app = await PictureApp.start();
  await app.open(SEARCH, 'main mark');
  let stopped = 0;
  await take(app, async () => {
    await app.open(SEARCH, 'main mark');
    const known = await waitForWorkers(app.electron);
    const next = stopNextWorker(app.electron, known);
    for (const pid of known) process.kill(pid, 'SIGKILL');
    stopped = await next;
  });
  letGoOn(stopped);
  await app.quit();
}

async function indexBooks(take: Take): Promise<void> {
  await withFolder(async (dataFolder) => {
    await writeBooks(dataFolder, BOOKS_TO_INDEX);
    const app = await PictureApp.start({ dataFolder });
    let stopped: readonly number[] = [];
    await take(app, async () => {
      await app.open(`#/search?q=${encodeURIComponent(WORD_OF_EVERY_BOOK)}`, 'main progress');
      await app.page.locator('main [data-count]').waitFor();
      // The workers are stopped at this moment, so that the rest stays unindexed.
      stopped = await waitForWorkers(app.electron);
      for (const pid of stopped) process.kill(pid, 'SIGSTOP');
    });
    stopped.forEach(letGoOn);
    await app.quit();
  });
}

async function loseSearch(take: Take): Promise<void> {
  const appFolder = await copyWithoutIndex();
  await writeFile(join(appFolder, 'out', 'main', 'search-worker.cjs'), 'process.exit(1);');
  const app = await PictureApp.start({ appFolder });
  await take(app, async () => {
    await app.open(SEARCH, 'main [role=status]');
    await app.page.getByText(app.text('search.state.gone')).waitFor();
  });
  await app.quit();
  await rm(appFolder, { recursive: true });
}

async function orphanHighlights(take: Take): Promise<void> {
  await withFolder(async (dataFolder) => {
    const before = await PictureApp.start({ dataFolder });
    await markArticles(before);
    await before.quit();
    const appFolder = await copyOfTheApp();
    await correctArticle(appFolder, ARTICLE, (paragraphs) =>
      paragraphs
        .filter((text) => !text.includes('الخاضع لسيطرة قوات'))
        .map((text) => text.replace('أسيجة وكاميرات حرارية عند', 'أسيجة جديدة وكاميرات عند')),
    );
    const app = await PictureApp.start({ dataFolder, appFolder });
    await take(app, async () => {
      await app.open(...READER);
      await openPanel(app);
      await app.button('ann.pin').scrollIntoViewIfNeeded();
    });
    await app.quit();
    await rm(appFolder, { recursive: true });
  });
}

async function fillDisk(take: Take): Promise<void> {
  if (!canMountDisk()) {
    process.stdout.write('not-saved: left out, as mounting a small disk needs Linux and root\n');
    return;
  }
  const disk = await mountSmallDisk();
  const app = await PictureApp.start({ dataFolder: join(disk.folder, 'data') });
  await markArticles(app);
  await take(app, async () => {
    await app.open(...READER);
    await openPanel(app);
    await disk.fill();
    await app.button('ann.addNote').first().click();
    await app.page
      .getByRole('complementary')
      .getByRole('textbox')
      .fill('يُسأل الناطق: هل تشمل الخطة الشريط كلّه؟ '.repeat(60).trim());
    await app.page.getByText(app.text('save.diskFull')).first().waitFor();
  });
  await disk.clear();
  await app.quit();
  await disk.remove();
}

/** Opens a library with three damaged own articles: one is made again, one cannot be, and one is of a newer version. */
async function damageItems(
  show: (app: PictureApp, ids: { left: string }) => Promise<void>,
): Promise<void> {
  await withFolder(async (dataFolder) => {
    const before = await PictureApp.start({ dataFolder });
    const ids: string[] = [];
    for (const text of [
      'سوق السمك يفتح أبوابه',
      'جسر المشاة يعود إلى الخدمة',
      'معرض الكتاب في الخريف',
    ]) {
      const { articleId } = await before.invoke<{ articleId: string }>('import/text', {
        text,
        html: null,
      });
      ids.push(articleId);
    }
    await before.quit();
    const [remade = '', left = '', newer = ''] = ids;
    const library = join(dataFolder, 'library');
    const pathOf = (id: string) => join(library, id, 'article.json');
    // Without the catalogue the app reads every article at its start, and finds the damage then.
    for (const name of await readdir(library))
      if (name.startsWith('catalogue-')) await rm(join(library, name));
    for (const id of [remade, left]) await writeFile(pathOf(id), '{"sha256":"');
    const originals = join(library, 'originals');
    for (const name of await readdir(originals))
      if (name.startsWith(left.slice(4))) await rm(join(originals, name));
    const stored = JSON.parse(await readFile(pathOf(newer), 'utf8')) as { body: { data: object } };
    const data = { ...stored.body.data, mood: 'calm' };
    await writeFile(pathOf(newer), encodeFramed({ ...stored.body, schemaVersion: 2, data }));
    const app = await PictureApp.start({ dataFolder });
    await app.page.getByText(app.text('trouble.newer')).first().waitFor();
    await app.page.getByText('سوق السمك').nth(1).waitFor();
    await show(app, { left });
    await app.quit();
  });
}

/** Takes a picture of an article in a library with marks that was closed and changed from outside. */
async function changeData(take: Take, change: (dataFolder: string) => unknown): Promise<void> {
  await withFolder(async (dataFolder) => {
    const before = await PictureApp.start({ dataFolder });
    await markArticles(before);
    await before.quit();
    await change(dataFolder);
    const app = await PictureApp.start({ dataFolder });
    await take(app, () => app.open(...READER));
    await app.quit();
  });
}

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hashiya-pictures-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
