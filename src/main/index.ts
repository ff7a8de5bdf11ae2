import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { type BrowserWindow, Menu, app, dialog, ipcMain, session } from 'electron';
import type { Composition } from './compose/compose.ts';
import { registerAppScheme, serveApp } from './start/serve-page.ts';
import { readCommandLine } from './electron/command-line.ts';
import { hardenApp, hardenCommandLine } from './electron/hardening.ts';
import { followSystem } from './electron/follow-system.ts';
import { isReadOnly } from './electron/is-read-only.ts';
import { openChannels } from './start/ipc-channels.ts';
import { followSessionEnd } from './electron/session-end.ts';
import { closeToOthers } from './electron/close-to-others.ts';
import { type Refused, dropGiven, findRefused } from './electron/given-switches.ts';
import { reach } from './start/timeline.ts';
import { bringToFront, giveIcon, openWindow } from './electron/window.ts';

/** The absolute path of `out/`, wherever the app is installed. */
const OUT_FOLDER = join(__dirname, '..');

/** How long after the start the store is tidied, ms. */
const TIDY_AFTER_MS = 10_000;

// Chromium creates files in the data folder with the rights that this mask leaves.
process.umask(0o077);

let window: BrowserWindow | undefined;
let parts: Composition | undefined;
/** Files that the system handed over before the services existed. */
const toOpen: string[] = [];
/** True once the app is closing; a second start after that begins a new one. */
let isClosing = false;
reach('mainStarted');

// With SNAP set, electron-store would write without the safe rename.
delete process.env['SNAP'];
app.setName('Hashiya');
const refused = findRefused(app, process.env);
dropGiven(app, process);
followSystem({ app, menu: Menu, platform: process.platform });
const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
if (dataFolder) app.setPath('userData', dataFolder);

if (refused !== null) {
  void refuseToStart(refused);
} else if (app.requestSingleInstanceLock() || isReadOnly(app.getPath('userData'))) {
  // In a read-only folder the lock is not available; without the second check the app would end without a message.
  registerAppScheme();
  hardenCommandLine(app);
  hardenApp(app);
  app.on('second-instance', (_event, argv, folder) => {
    if (isClosing) return app.relaunch();
    bringToFront(window);
    openFiles(readCommandLine(ownArguments(argv, folder), folder).paths);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFiles([path]);
  });
  app.on('will-quit', closeFirst);
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else {
  app.quit();
}

/** Tells the reason in the language of the system, and ends without opening a window. */
async function refuseToStart({ name, message: key }: Refused): Promise<void> {
  const { translate } = await import('#shared/i18n/translate.ts');
  const message = translate(key, { name });
  process.stderr.write(`${message}\n`);
  // Without a screen only the line above can be read.
  await app.whenReady();
  dialog.showErrorBox(translate('app.name'), message);
  app.exit(1);
}

async function start(): Promise<void> {
  reach('ready');
  closeToOthers(app.getPath('userData'));
  const connect = openChannels(ipcMain);
  const pageSent = serveApp(
    session.defaultSession,
    join(OUT_FOLDER, 'renderer'),
    app.getPath('userData'),
  );
  const opened = openWindow(OUT_FOLDER, app.getPath('userData'));
  window = opened;
  reach('windowOpened');
  const pageRead = once(window.webContents, 'dom-ready');
  const pageLoaded = once(window.webContents, 'did-finish-load');
  // The services are loaded while the window's process reads and runs its script, or when it has no script to run.
  await Promise.race([pageSent, pageRead]);
  const { compose } = await import('./compose/compose.ts');
  const wired = compose(app, OUT_FOLDER, window);
  connect(wired.answer);
  reach('wired');
  parts = wired;
  followSessionEnd(opened, wired);
  openFiles(toOpen.splice(0));
  void wired.offerMenus();
  giveIcon(opened, OUT_FOLDER);
  // Interrupted work continues beside the reader, and not beside the first screen.
  void pageLoaded.then(() => wired.resumeWork());
  setTimeout(() => void wired.tidyStore(), TIDY_AFTER_MS).unref();
  const { smoke, screenshot, paths } = readCommandLine(
    ownArguments(process.argv, process.cwd()),
    process.cwd(),
  );
  openFiles(paths);
  if (!screenshot && !smoke) return;
  const { runSmoke, takeFirstPicture } = await import('./electron/smoke.ts');
  // An installed app never writes a file that its command line names.
  if (screenshot && !app.isPackaged) await takeFirstPicture(window, screenshot);
  if (smoke) await runSmoke(app, window);
}

/** Ends the app after its windows have closed, when the data folder is released. */
function closeFirst(event: { preventDefault(): void }): void {
  if (!parts || isClosing) return;
  isClosing = true;
  event.preventDefault();
  void parts.close().finally(() => app.exit());
}

/** Opens files from "Open with", a second start with paths, or the command line. */
function openFiles(paths: readonly string[]): void {
  if (paths.length === 0) return;
  if (!parts) {
    toOpen.push(...paths);
    return;
  }
  const backups = paths.filter((path) => path.toLowerCase().endsWith('.hashiya'));
  const documents = paths.filter((path) => !backups.includes(path));
  for (const path of backups) void parts.openBackupFile(path);
  if (documents.length > 0) parts.importPaths(documents);
}

/** Returns the arguments without the program, and without the app's folder, which only development names. */
function ownArguments(argv: readonly string[], folder: string): readonly string[] {
  return argv.slice(1).filter((argument) => resolve(folder, argument) !== app.getAppPath());
}
