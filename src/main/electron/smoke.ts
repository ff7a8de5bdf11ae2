import { writeFile } from 'node:fs/promises';
import type { App, BrowserWindow } from 'electron';
import { sinceLaunch } from '../start/timeline.ts';

/** A word of the bundled library that the smoke test searches. */
const SMOKE_QUERY = 'الحدود';

/** Longest wait for the window, in ms. */
const LIMIT_MS = 60_000;

/**
 * Waits until the page sets `<html data-…>` to the value. Resolves to the time when that happened, in ms since 1970.
 */
async function until(
  window: BrowserWindow,
  key: 'library' | 'search',
  value: string,
): Promise<number> {
  const script = `new Promise((resolve, reject) => {
    const started = Date.now();
    const look = () => {
      if (document.documentElement.dataset.${key} === '${value}') {
        const mark = performance.getEntriesByName('${key}-${value}')[0];
        resolve(mark ? performance.timeOrigin + mark.startTime : Date.now());
      } else if (Date.now() - started > ${LIMIT_MS}) reject(new Error('${key} did not come'));
      else setTimeout(look, 5);
    };
    look();
  })`;
  return (await window.webContents.executeJavaScript(script)) as number;
}

/**
 * Resolves to the start of the page, the start of its script and the first paint, in ms since 1970. The first paint
 * is reported some time after it happened.
 */
const PAGE_POINTS = `new Promise((resolve) => {
  const look = () => {
    const [script, paint] = ['script-started', 'first-contentful-paint'].map(
      (name) => performance.getEntriesByName(name)[0]);
    if (!paint) setTimeout(look, 5);
    else resolve([0, script.startTime, paint.startTime].map((ms) => performance.timeOrigin + ms));
  };
  look();
})`;

/** Waits for library and search, prints one line of JSON and quits the app. */
export async function runSmoke(app: App, window: BrowserWindow): Promise<void> {
  // The benchmark passes the exact time at which it started the process; the kernel's time is rounded to 10 ms.
  const launched =
    Number(process.env['HASHIYA_LAUNCHED_AT']) || (process.getCreationTime() ?? Date.now());
  const listed = await until(window, 'library', 'listed');
  await window.webContents.executeJavaScript(
    `location.hash = '#/search?q=' + encodeURIComponent('${SMOKE_QUERY}')`,
  );
  const answered = await until(window, 'search', 'answered');
  const [pageStarted, scriptStarted, firstPaint] = (await window.webContents.executeJavaScript(
    PAGE_POINTS,
  )) as [number, number, number];
  const memoryKb = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
  process.stdout.write(
    `${JSON.stringify({
      hashiya: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions['chrome'],
      node: process.versions.node,
      ...sinceLaunch(launched),
      pageStartedMs: Math.round(pageStarted - launched),
      scriptStartedMs: Math.round(scriptStarted - launched),
      firstPaintMs: Math.round(firstPaint - launched),
      libraryListedMs: Math.round(listed - launched),
      searchAnsweredMs: Math.round(answered - launched),
      residentMb: Math.round(memoryKb / 1024),
    })}\n`,
  );
  app.quit();
}

/** Waits for the fonts of the first screen, and for the frame in which they are drawn. */
const FONTS_DRAWN = `Promise.all(
  ['400 16px "Noto Naskh"', '700 16px "Noto Naskh"', '400 14px "Plex Arabic"', '600 14px "Plex Arabic"']
    .map((font) => document.fonts.load(font, 'ع')),
).then(() => document.fonts.ready)
  .then(() => new Promise((resolve) => setTimeout(resolve, 200)))
  .then(() => true)`;

/** Saves a picture of the window as PNG once the library is listed. */
export async function takeFirstPicture(window: BrowserWindow, path: string): Promise<void> {
  await until(window, 'library', 'listed');
  await window.webContents.executeJavaScript(FONTS_DRAWN);
  await writeFile(path, (await window.webContents.capturePage()).toPNG());
}
