import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import {
  type App,
  BrowserWindow,
  MessageChannelMain,
  type MessagePortMain,
  type Session,
  session,
} from 'electron';
import { CONVERTER_PORT } from '#shared/contract/converter-port.ts';
import type { Log } from '../crash/log.ts';
import type { WorkerProcess } from '../disk/worker-host.ts';
import { APP_SCHEME, CONVERTER_ORIGIN } from './app-address.ts';
import { CONVERTER_SITE, answerFile } from './app-files.ts';
import { HARDENED_PREFERENCES } from './hardening.ts';

/**
 * The name of an in-memory session. Without the prefix `persist:` and without a cache, Chromium never writes it to
 * the disk.
 */
const PARTITION = 'converter';

/** Starts converter processes, each of which is a window that is never shown. */
export interface Converters {
  fork(): WorkerProcess;
}

/**
 * Creates the process that reads files from outside. It is a renderer in Chromium's sandbox without Node. Its session
 * serves only the converter's own page and refuses every other request; one port connects it to the main process.
 *
 * Nothing is created before the first file.
 *
 * @param outFolder absolute path of the built app
 */
export function createConverters(app: App, outFolder: string, log: Log): Converters {
  let confined: Session | undefined;
  return {
    fork: () => {
      confined ??= openSession(join(outFolder, 'converter'));
      const window = new BrowserWindow({
        show: false,
        skipTaskbar: true,
        focusable: false,
        paintWhenInitiallyHidden: false,
        webPreferences: {
          ...HARDENED_PREFERENCES,
          session: confined,
          preload: join(outFolder, 'preload', 'converter.cjs'),
          devTools: !app.isPackaged,
          // The window is never visible, and Chromium would slow it down for that.
          backgroundThrottling: false,
          images: false,
          webgl: false,
          enableWebSQL: false,
        },
      });
      return new ConverterWindow(window, log);
    },
  };
}

function openSession(root: string): Session {
  const confined = session.fromPartition(PARTITION, { cache: false });
  confined.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  confined.setPermissionCheckHandler(() => false);
  confined.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !request.url.startsWith(`${CONVERTER_ORIGIN}/`) }),
  );
  confined.protocol.registerBufferProtocol(APP_SCHEME, ({ url, method }, answer) =>
    answer({ ...answerFile(root, url, method, CONVERTER_SITE) }),
  );
  return confined;
}

/** Adapts the hidden window to the interface that the import client expects of its workers. */
class ConverterWindow extends EventEmitter implements WorkerProcess {
  private readonly window: BrowserWindow;
  private readonly port: MessagePortMain;
  private isEnded = false;

  constructor(window: BrowserWindow, log: Log) {
    super();
    this.window = window;
    const { port1, port2 } = new MessageChannelMain();
    this.port = port1;
    port1.on('message', ({ data }) => this.emit('message', data));
    port1.on('close', () => this.end());
    port1.start();
    const { webContents: contents } = window;
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.once('did-finish-load', () => contents.postMessage(CONVERTER_PORT, null, [port2]));
    contents.once('render-process-gone', (_event, { reason, exitCode }) => {
      if (this.isEnded) return;
      log.write({ code: 'crash/process-gone', detail: { type: PARTITION, reason, exitCode } });
      this.end();
    });
    window.once('closed', () => this.end());
    window.loadURL(`${CONVERTER_ORIGIN}/`).catch(() => this.end());
  }

  get pid(): number | undefined {
    return this.isEnded ? undefined : this.window.webContents.getOSProcessId() || undefined;
  }

  /** The port queues messages until the page is loaded. */
  postMessage(message: unknown): void {
    if (!this.isEnded) this.port.postMessage(message);
  }

  kill(): void {
    this.end();
  }

  private end(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.port.close();
    // Destroying the window ends its process, whatever that is doing.
    if (!this.window.isDestroyed()) this.window.destroy();
    this.emit('exit');
  }
}
