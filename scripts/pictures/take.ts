/**
 * `npm run pictures`: the screens, light and dark, at 1280×800 and 900×600, and the reader in every other
 * theme and the main screens in English, into `docs/pictures/`.
 */
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, _electron } from 'playwright';
import { writeFile } from 'node:fs/promises';
import { hasDisplay, startDisplay } from '../ready/display.mjs';
import { resolveElectron } from '../runtime/electron.mjs';

const FOLDER = 'docs/pictures';
const SIZES = [
  [1280, 800],
  [900, 600],
] as const;
const ARTICLE = 'iraq-syria-border-fences';

/** Highlights to show: the first place of each text, with its meaning and note. */
const MARKS = [
  ['رئيس الحكومة مصطفى الكاظمي', 'important', ''],
  ['أسيجة وكاميرات حرارية عند الحدود', 'fact', 'يُقارَن مع التصريح اللاحق عن الكاميرات.'],
  ['حرارية عند الحدود مع سوريا', 'statement', ''],
  ['التحالف الدولي', 'question', 'من يمثّل التحالف في هذا الإطار؟'],
] as const;

const screen = hasDisplay() ? null : await startDisplay();
const dataFolder = await mkdtemp(join(tmpdir(), 'hashiya-pictures-'));
const app = await _electron.launch({
  executablePath: resolveElectron().path,
  args: ['.', '--disable-gpu', `--user-data-dir=${dataFolder}`],
  env: { ...process.env, ...screen?.env },
});

/** The window as the compositor shows it: unlike a page screenshot, right-to-left overflow is seen. */
async function take(name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(600); // Two frames are not enough for highlights and overlay lines.
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  await writeFile(join(FOLDER, `${name}.png`), Buffer.from(png, 'base64'));
}

async function prepareMarks(on: Page): Promise<void> {
  await on.evaluate(
    async ({ articleId, marks }) => {
      const { invoke } = window.bridge;
      const answer = (await invoke('library/get', { articleId })) as {
        value: { blocks: { id: string; text: string }[] };
      };
      const text = answer.value.blocks.map((block) => block.text).join('\n');
      for (const [quote, meaning, note] of marks) {
        const start = text.indexOf(quote);
        if (start < 0) continue;
        const span = { start, end: start + quote.length };
        await invoke('annotations/save', {
          id: crypto.randomUUID(),
          articleId,
          meaning,
          span,
          note,
        });
      }
      await invoke('bookmarks/set', { articleId, blockId: 'b2', present: true });
      await invoke('reading/save', { articleId, offset: 0, progress: 0.38 });
    },
    { articleId: ARTICLE, marks: MARKS },
  );
}

/** What is on the page when it can be taken. */
const READY = {
  library: 'html[data-library=listed]',
  reader: 'article [data-block=b1]',
  search: 'main mark',
  'search-empty': 'main h2',
  annotations: 'main h1',
  settings: 'main h1',
  saved: 'main h1',
} as const;
type Screen = keyof typeof READY;

const SCREENS: Readonly<Record<Screen, string>> = {
  library: '#/',
  reader: `#/article/${ARTICLE}`,
  search: `#/search?q=${encodeURIComponent('تبادل المعلومات')}`,
  'search-empty': `#/search?q=${encodeURIComponent('زرافة المريخ')}`,
  annotations: '#/annotations',
  settings: '#/settings',
  saved: '#/saved',
};

const page = await app.firstWindow();
await mkdir(FOLDER, { recursive: true });
await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
await prepareMarks(page);

async function set(patch: Record<string, unknown>): Promise<void> {
  await page.evaluate((value) => window.bridge.invoke('settings/set', value), patch);
}

async function resize([width, height]: readonly [number, number]): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
}

async function takeScreen(name: Screen, suffix: string): Promise<void> {
  await page.evaluate((value) => {
    location.hash = value;
  }, SCREENS[name]);
  await page.reload();
  await page.locator(READY[name]).first().waitFor({ state: 'attached' });
  // The strip about the old runtime is not part of the app that readers get.
  const strip = page.locator('[role=note]').getByRole('button');
  await strip.click({ timeout: 5_000 }).catch(() => undefined);
  await take(`${name}-${suffix}`);
}

for (const theme of ['light', 'dark'] as const) {
  await set({ theme });
  for (const size of SIZES) {
    await resize(size);
    for (const name of Object.keys(READY) as Screen[])
      await takeScreen(name, `${size.join('x')}-${theme}`);
  }
}
await resize(SIZES[0]);
for (const theme of ['sepia', 'contrast'] as const) {
  await set({ theme });
  await takeScreen('reader', `${SIZES[0].join('x')}-${theme}`);
}
await set({ theme: 'light', language: 'en' });
for (const name of ['library', 'reader', 'search', 'settings'] as const)
  await takeScreen(name, `${SIZES[0].join('x')}-light-english`);
await app.close();
await rm(dataFolder, { recursive: true, force: true });
screen?.stop();
