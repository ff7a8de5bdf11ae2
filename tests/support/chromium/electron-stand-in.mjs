/**
 * The parts of Electron that the services of the main process use, in plain Node: one window, whose events go to the page
 * in Chromium; workers, which are ordinary child processes with the **built** entries; and the converter's hidden window,
 * which is another page in Chromium. Any other part is `undefined`; a test that needs it is named in `needs-electron.ts`.
 */
import { fork as forkChild } from 'node:child_process';
import { EventEmitter } from 'node:events';

const [, , dataFolder, version, , workerPort] = process.argv;

/** Sends a message to the test's process, which holds the page. */
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

/** Hidden windows by number. Each is a page of its own browser context, which the test's process opens. */
const hidden = new Map();

/** Passes a message from a hidden page to the main process. */
export const fromHiddenPage = ({ page, said }) => hidden.get(page)?.hear(said);

/** A further window of the app, which is always the hidden one of the converter. */
export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => [window];
  static getFocusedWindow = () => window;
  static count = 0;

  constructor() {
    super();
    BrowserWindow.count += 1;
    this.page = BrowserWindow.count;
    this.isOpen = true;
    hidden.set(this.page, this);
    this.webContents = Object.assign(new EventEmitter(), {
      getOSProcessId: () => 0,
      postMessage: (channel, _message, [port]) => {
        this.port = port.other;
        port.other.leave = (message) => tell({ kind: 'hidden-message', page: this.page, message });
        tell({ kind: 'hidden-port', page: this.page, channel });
        for (const message of port.received.splice(0)) port.other.leave(message);
      },
    });
  }

  async loadURL(address) {
    tell({ kind: 'hidden-open', page: this.page, address });
  }

  hear({ kind, message }) {
    if (kind === 'loaded') this.webContents.emit('did-finish-load');
    if (kind === 'message') this.port?.emit('message', { data: message });
    if (kind === 'gone') this.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  }

  isDestroyed() {
    return !this.isOpen;
  }

  destroy() {
    this.isOpen = false;
    hidden.delete(this.page);
    tell({ kind: 'hidden-close', page: this.page });
  }
}

/** One end of a channel. A message posted at one end waits at the other until it is received. */
class PortStandIn extends EventEmitter {
  received = [];
  leave = (message) => this.other.received.push(message);
  postMessage(message) {
    this.leave(message);
  }
  start() {}
  close() {}
}
export class MessageChannelMain {
  port1 = new PortStandIn();
  port2 = new PortStandIn();
  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}
export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false };
/** Answers like a reader who closes every dialog. A test replaces the answers. */
export const dialog = {
  showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
};
export const shell = { openExternal: async () => undefined };
export const utilityProcess = {
  fork(path) {
    const child = forkChild(workerPort, [path], { serialization: 'advanced' });
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
/** The test's process does what a session serves and refuses, with the same headers. */
export const session = {
  fromPartition: () => ({
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    webRequest: { onBeforeRequest: () => undefined },
    protocol: { registerBufferProtocol: () => undefined },
  }),
};
export const powerMonitor = undefined;
/** electron-store takes the parts from the default export. */
export default { app, BrowserWindow, dialog, ipcMain, nativeTheme, shell, utilityProcess };
