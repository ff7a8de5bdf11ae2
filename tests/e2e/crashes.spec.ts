import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningApp, expect, test } from '../support/app.ts';

/** Answers every dialog with its first button, and counts them. */
async function answerDialogs({ electron }: RunningApp): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ dialog }) => {
    const said: string[] = [];
    Reflect.set(globalThis, 'said', said);
    dialog.showMessageBox = (...given: unknown[]) => {
      said.push((given.at(-1) as { message: string }).message);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
  return () => electron.evaluate(() => Reflect.get(globalThis, 'said') as string[]);
}

const crash = ({ electron }: RunningApp) =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );

/** Runs a script in the window through the main process, because Playwright's own page does not survive a crash. */
const inWindow = <Value>({ electron }: RunningApp, script: string): Promise<Value> =>
  electron.evaluate(
    ({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code, true),
    script,
  ) as Promise<Value>;

/** How often the window crashes. */
const CRASHES = Number(process.env['HASHIYA_TIMES'] ?? 5);
const ARTICLE = 'joint-operations-asayish';
const NOTE_FIELD = 'aside textarea';

/** Returns a script that waits in the window for an element. */
const untilThere = (selector: string) => `new Promise((resolve, reject) => {
  const limit = Date.now() + 60000;
  const look = () => {
    const found = document.querySelector(${JSON.stringify(selector)});
    if (found) resolve(found.focus?.());
    else if (Date.now() > limit) reject(new Error('not there: ' + ${JSON.stringify(selector)}));
    else setTimeout(look, 20);
  };
  look();
})`;

/** A script that opens the note of the only highlight from its card. */
const openNote = `${untilThere('aside li button[aria-label*="ملاحظة"]')}
  .then(() => document.querySelector('aside li button[aria-label*="ملاحظة"]').click())`;

const noteOf = async (app: RunningApp, id: string): Promise<string | undefined> => {
  const marks = await inWindow<{ value: { annotations: { id: string; note: string }[] } }>(
    app,
    `window.bridge.invoke('marks/get', { articleId: '${ARTICLE}' })`,
  );
  return marks.value.annotations.find((each) => each.id === id)?.note;
};

test('a window that crashes again and again while a note is written loses none of it', async ({
  start,
}) => {
  test.setTimeout(300_000);
  const app = await start({ expectsPageErrors: true });
  const dialogs = await answerDialogs(app);
  const id = '00000000-0000-4000-8000-000000000001';
  await inWindow(
    app,
    `window.bridge.invoke('annotations/save', { id: '${id}', articleId: '${ARTICLE}',
      meaning: 'fact', span: { start: 0, end: 12 }, note: '' })`,
  );
  let written = '';
  for (let time = 1; time <= CRASHES; time += 1) {
    await inWindow(app, `location.hash = '#/article/${ARTICLE}'`);
    await inWindow(app, openNote);
    await inWindow(app, untilThere(NOTE_FIELD));
    const piece = `كلمة${time} `;
    await app.electron.evaluate(
      ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.insertText(text),
      piece,
    );
    written += piece;
    await crash(app);
    await expect.poll(async () => (await dialogs()).length).toBe(time);
    await expect.poll(() => inWindow(app, 'document.readyState').catch(() => '')).toBe('complete');
    expect(await noteOf(app, id)).toBe(written);
  }
  expect(new Set(await dialogs()).size).toBe(1);
  const log = await readFile(join(app.dataFolder, 'logs', 'hashiya.log'), 'utf8');
  expect(log).toContain('crash/window-gone');
  expect(log).not.toContain('كلمة');
});

test('a killed worker is logged; one that the app ends is not', async ({ start }) => {
  const app = await start();
  const ends = async (): Promise<string[]> => {
    const log = await readFile(join(app.dataFolder, 'logs', 'hashiya.log'), 'utf8').catch(() => '');
    return log.match(/crash\/process-gone.*/g) ?? [];
  };
  /** Waits for a search worker other than the given one, and returns its process id. */
  const searchWorker = async (other = 0): Promise<number> => {
    let found: number | undefined;
    await expect
      .poll(async () => {
        const all = await app.electron.evaluate(({ app }) =>
          app.getAppMetrics().map(({ pid, name }) => ({ pid, name })),
        );
        const isOther = ({ pid, name }: (typeof all)[number]) =>
          pid !== other && name?.startsWith('search-worker');
        found = all.find(isOther)?.pid;
        return found;
      })
      .toBeGreaterThan(0);
    if (!found) throw new Error('no search worker');
    return found;
  };
  const first = await searchWorker();
  process.kill(first, 'SIGKILL');
  await expect.poll(ends).toEqual([expect.stringContaining('search-worker')]);
  await searchWorker(first);
  // This change gives a compaction worker something to do, which the app ends some seconds after the start.
  await inWindow(
    app,
    `window.bridge.invoke('annotations/save', { id: '00000000-0000-4000-8000-000000000002',
      articleId: '${ARTICLE}', meaning: 'fact', span: { start: 0, end: 12 }, note: '' })`,
  );
  const files = () => readdir(join(app.dataFolder, 'marks')).catch(() => []);
  await expect.poll(files, { timeout: 60_000 }).not.toEqual([]);
  const names = () =>
    app.electron.evaluate(({ app }) => app.getAppMetrics().map(({ name }) => name ?? ''));
  await expect
    .poll(async () => (await names()).filter((name) => name.startsWith('compact')))
    .toEqual([]);

  await app.quit();

  expect(await ends()).toHaveLength(1);
});

test('a Windows session that ends while a note is written loses nothing and leaves no lock', async ({
  start,
}) => {
  const app = await start();
  const id = '00000000-0000-4000-8000-000000000002';
  await inWindow(
    app,
    `window.bridge.invoke('annotations/save', { id: '${id}', articleId: '${ARTICLE}',
      meaning: 'fact', span: { start: 0, end: 12 }, note: '' })`,
  );
  await inWindow(
    app,
    `window.bridge.invoke('drafts/keep', { articleId: '${ARTICLE}', id: '${id}', text: 'قبل الإطفاء' })`,
  );

  // Windows sends this event and ends the process a moment later, without any event of quitting.
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.emit('session-end'),
  );
  expect(await readdir(app.dataFolder)).not.toContain('store.lock');
  app.electron.process().kill('SIGKILL');

  const again = await start();
  expect(await noteOf(again, id)).toBe('قبل الإطفاء');
});
