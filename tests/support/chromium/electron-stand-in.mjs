/**
 * The parts of Electron that the services of the main process use, in plain Node: one window, whose events go to the
 * page in Chromium, and workers that are ordinary child processes running the **built** entries. A part that is not
 * here is `undefined`: a test that needs it needs Electron, and is named in `needs-electron.ts`.
 */
import { fork as forkChild } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';

const WORKER_PORT = fileURLToPath(new URL('./worker-port.cjs', import.meta.url));
const [, , dataFolder, version] = process.argv;

/** Sends something to the test's process, which holds the page. */
const tell = (message) => process.send?.(message);

export const mainFrame = { url: 'app://hashiya/' };
export const webContents = Object.assign(new EventEmitter(), {
  mainFrame,
  getURL: () => mainFrame.url,
  send: (event, payload) => tell({ kind: 'event', event, payload }),
  reload: () => tell({ kind: 'reload' }),
  setZoomFactor: (zoom) => tell({ kind: 'zoom', zoom }),
});
export const window = Object.assign(new EventEmitter(), {
  webContents,
  isDestroyed: () => false,
  setBackgroundColor: () => undefined,
  setMinimumSize: () => undefined,
  setContentSize: (width, height) => tell({ kind: 'resize', width, height }),
});
export const app = Object.assign(new EventEmitter(), {
  getPath: () => dataFolder,
  getVersion: () => version,
  getAppMetrics: () => [],
  isReady: () => true,
});
export const BrowserWindow = { getAllWindows: () => [window], getFocusedWindow: () => window };
export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false };
/** As a reader who closes every dialog; a test puts its own answers here. */
export const dialog = {
  showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
};
export const shell = { openExternal: async () => undefined };
export const utilityProcess = {
  fork(path) {
    const child = forkChild(WORKER_PORT, [path], { serialization: 'advanced' });
    const worker = new EventEmitter();
    child.on('message', (message) => worker.emit('message', message));
    child.on('exit', (code) => worker.emit('exit', code ?? 1));
    return Object.defineProperties(
      Object.assign(worker, {
        postMessage: (message) => void child.send(message),
        kill: () => child.kill('SIGKILL'),
      }),
      { pid: { get: () => child.pid } },
    );
  },
};
export const Menu = undefined;
export const protocol = undefined;
export const screen = undefined;
export const ipcMain = undefined;
export const session = undefined;
export const powerMonitor = undefined;
/** electron-store takes the parts from the default export. */
export default { app, BrowserWindow, dialog, ipcMain, nativeTheme, shell, utilityProcess };
