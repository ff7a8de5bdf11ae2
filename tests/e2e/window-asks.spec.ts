import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApp, expect, test } from '../support/app.ts';

interface Seen {
  asked: string[];
  opened: string[];
}

/**
 * Replaces the questions of the main process, and the call that opens the browser.
 *
 * @returns `seen`, what was asked and what would have been opened, and `refuse`, which answers every open and later question with no
 */
async function keepQuestionsOpen({ electron }: RunningApp) {
  await electron.evaluate(({ dialog, shell }) => {
    const seen: Seen = { asked: [], opened: [] };
    let refuse = () => {};
    const refused = new Promise<void>((resolve) => {
      refuse = resolve;
    });
    Object.assign(globalThis, { seen, refuse });
    dialog.showMessageBox = async (...given: unknown[]) => {
      const options = given.at(-1) as { detail?: string };
      seen.asked.push(options.detail ?? '');
      await refused;
      return { response: 0, checkboxChecked: false };
    };
    shell.openExternal = async (address: string) => void seen.opened.push(address);
  });
  return {
    seen: () => electron.evaluate(() => (globalThis as unknown as { seen: Seen }).seen),
    refuse: () =>
      electron.evaluate(() => (globalThis as unknown as { refuse: () => void }).refuse()),
  };
}

/** Does the same, and answers every question with no at once. */
async function refuseEverything(app: RunningApp) {
  const { seen, refuse } = await keepQuestionsOpen(app);
  await refuse();
  return seen;
}

const importedTitles = ({ page }: RunningApp) =>
  page.evaluate(async () => {
    const answer = (await window.bridge.invoke('import/items', {})) as { value: unknown[] };
    return answer.value.length;
  });

test('a script in the window sends nothing out, because the app itself asks before it opens an address', async ({
  shared,
}) => {
  const app = shared;
  const { seen, refuse } = await keepQuestionsOpen(app);

  await app.page.evaluate(() => {
    const answered = { count: 0 };
    Object.assign(globalThis, { answered });
    for (let number = 0; number < 50; number += 1) {
      void window.bridge
        .invoke('link/open', { address: `https://example.org/?secret=${number}` })
        .then(() => (answered.count += 1));
    }
  });
  const answers = () =>
    app.page.evaluate(
      () => (globalThis as unknown as { answered: { count: number } }).answered.count,
    );

  await expect.poll(answers, 'all but the one that is asked about').toBe(49);
  await refuse();
  await expect.poll(answers).toBe(50);
  expect((await seen()).opened).toEqual([]);
  expect((await seen()).asked).toEqual(['https://example.org/?secret=0']);
});

test('a script in the window reads no file through an object that only looks like a file', async ({
  shared,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'hashiya-key-'));
  const path = join(folder, 'key.txt');
  await writeFile(path, 'نص سرّي لا يُقرأ '.repeat(20));
  const app = shared;
  const seen = await refuseEverything(app);

  await app.page.evaluate(async (path) => {
    const named = Object.defineProperty(new File(['x'], 'x.txt'), 'path', { value: path });
    for (const file of [{ path, name: 'x.txt' }, named, [path], path])
      await window.bridge.drop([file] as unknown as File[]).catch(() => undefined);
  }, path);

  expect((await seen()).asked).toEqual([]);
  expect(await importedTitles(app)).toBe(0);
  await rm(folder, { recursive: true });
});

test('a window that calls the main process directly reads no file without a yes', async ({
  start,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'hashiya-key-'));
  const path = join(folder, 'key.txt');
  await writeFile(path, 'نص سرّي لا يُقرأ '.repeat(20));
  const app = await start({
    appFolder: 'tests/support/weakened-app',
    env: { HASHIYA_WEAKEN: 'preferences,policy' },
    expectsPageErrors: true,
  });
  const seen = await refuseEverything(app);

  await app.page.evaluate(async (path) => {
    const { ipcRenderer } = (
      globalThis as unknown as {
        require: (name: string) => {
          ipcRenderer: { invoke: (channel: string, input: unknown) => Promise<unknown> };
        };
      }
    ).require('electron');
    await ipcRenderer.invoke('import/dropped', { paths: [path] });
  }, path);

  expect((await seen()).asked).toEqual([`${folder}\nkey.txt`]);
  expect(
    await app.page.evaluate(async () => {
      const { ipcRenderer } = (
        globalThis as unknown as {
          require: (name: string) => {
            ipcRenderer: { invoke: (channel: string, input: unknown) => Promise<unknown> };
          };
        }
      ).require('electron');
      return ((await ipcRenderer.invoke('import/items', {})) as { value: unknown[] }).value.length;
    }),
  ).toBe(0);
  await rm(folder, { recursive: true });
});
