import { join } from 'node:path';
import { type BrowserWindow, app, session } from 'electron';
import type { Composition } from './compose.ts';
import { registerAppScheme, serveApp } from './electron/app-protocol.ts';
import { readCommandLine } from './electron/command-line.ts';
import { hardenApp, hardenCommandLine } from './electron/hardening.ts';
import { reach } from './electron/timeline.ts';
import { bringToFront, openWindow } from './electron/window.ts';

/** `out/`, wherever the app is installed. */
const OUT_FOLDER = join(__dirname, '..');

/** The store is tidied when the start is long over, ms. */
const TIDY_AFTER_MS = 10_000;

let window: BrowserWindow | undefined;
let parts: Composition | undefined;
/** From here on a second start begins anew after the end. */
let isClosing = false;
reach('mainStarted');

// With SNAP set, electron-store would write without the safe rename.
delete process.env['SNAP'];
app.setName('Hashiya');
const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
if (dataFolder) app.setPath('userData', dataFolder);

if (app.requestSingleInstanceLock()) {
  registerAppScheme();
  hardenCommandLine(app);
  hardenApp(app);
  app.on('second-instance', () => (isClosing ? app.relaunch() : bringToFront(window)));
  app.on('will-quit', closeFirst);
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  reach('ready');
  const { protocol } = session.defaultSession;
  const pageServed = new Promise<void>((resolve) => {
    serveApp(protocol, join(OUT_FOLDER, 'renderer'), resolve);
  });
  window = openWindow(OUT_FOLDER);
  reach('windowOpened');
  // With the page on its way, the parts are loaded while the window's process starts. Its script, and so
  // its first question, is served after this turn.
  await pageServed;
  const { compose } = await import('./compose.ts');
  const wired = compose(app, OUT_FOLDER, window);
  reach('wired');
  parts = wired;
  window.webContents.once('dom-ready', () => {
    void wired.startSearch();
    wired.offerMenus();
  });
  setTimeout(() => void wired.tidyStore(), TIDY_AFTER_MS).unref();
  const { smoke, screenshot } = readCommandLine(process.argv);
  if (!screenshot && !smoke) return;
  const { runSmoke, takeFirstPicture } = await import('./electron/smoke.ts');
  if (screenshot) await takeFirstPicture(window, screenshot);
  if (smoke) await runSmoke(app, window);
}

/** The windows are gone; the app ends when the data folder is given back. */
function closeFirst(event: { preventDefault(): void }): void {
  if (!parts || isClosing) return;
  isClosing = true;
  event.preventDefault();
  void parts.close().finally(() => app.exit());
}
