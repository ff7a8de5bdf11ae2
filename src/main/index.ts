import { join } from 'node:path';
import { type BrowserWindow, app, session } from 'electron';
import type { CommandId } from '#shared/commands/table.ts';
import { type Composition, compose } from './compose.ts';
import { registerAppScheme, serveApp } from './electron/app-protocol.ts';
import { readCommandLine } from './electron/command-line.ts';
import { openContextMenus } from './electron/context-menu.ts';
import { hardenApp, hardenCommandLine } from './electron/hardening.ts';
import { followApplicationMenu } from './electron/menu.ts';
import { runSmoke, takeFirstPicture } from './electron/smoke.ts';
import { reach } from './electron/timeline.ts';
import { bringToFront, openWindow, sendEvent } from './electron/window.ts';

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
  serveApp(session.defaultSession.protocol, join(OUT_FOLDER, 'renderer'));
  window = openWindow(OUT_FOLDER);
  reach('windowOpened');
  offerMenus(window);
  // The window's process starts meanwhile; its first question comes after this turn.
  const wired = compose(app, OUT_FOLDER, window);
  parts = wired;
  window.webContents.once('dom-ready', () => void wired.startSearch());
  setTimeout(() => void wired.tidyStore(), TIDY_AFTER_MS).unref();
  const { smoke, screenshot } = readCommandLine(process.argv);
  if (screenshot) await takeFirstPicture(window, screenshot);
  if (smoke) await runSmoke(app, window);
}

/** The menus of the system; a choice in them is carried out in the window. */
function offerMenus(opened: BrowserWindow): void {
  const run = (id: CommandId): void => sendEvent(opened, 'command/run', { id });
  followApplicationMenu(opened.webContents, run);
  openContextMenus(opened.webContents, run);
}

/** The windows are gone; the app ends when the data folder is given back. */
function closeFirst(event: { preventDefault(): void }): void {
  if (!parts || isClosing) return;
  isClosing = true;
  event.preventDefault();
  void parts.close().finally(() => app.exit());
}
