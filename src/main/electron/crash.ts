import { type App, type BrowserWindow, type MessageBoxOptions, dialog } from 'electron';
import type { MessageKey } from '#shared/i18n/translate.ts';
import type { Log } from '../crash/log.ts';
import type { Workers } from './workers.ts';

/** Index of the button that goes on, in every dialog of this module. */
const GO_ON = 0;

/** A renderer that ends for these reasons was meant to. */
const MEANT: ReadonlySet<string> = new Set(['clean-exit']);

export interface CrashOptions {
  readonly log: Log;
  /** Saves what was being written when the window went. */
  readonly saveDrafts: () => void;
}

/**
 * What happens when the window's process dies or hangs: what was being written is saved, the reader is told,
 * and one click goes on. Nothing is sent anywhere.
 */
export function watchWindow(window: BrowserWindow, { log, saveDrafts }: CrashOptions): void {
  let asking = false;

  async function ask(message: CrashMessage, buttons: readonly CrashMessage[]): Promise<number> {
    asking = true;
    const { response } = await dialog.showMessageBox(window, await words(log, message, buttons));
    asking = false;
    return response;
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (MEANT.has(reason) || window.isDestroyed()) return;
    log.write({ code: 'crash/window-gone', detail: { reason, exitCode } });
    void goOn();
  });
  async function goOn(): Promise<void> {
    saveDrafts();
    await ask('crash.windowGone', ['crash.goOn']);
    if (!window.isDestroyed()) window.webContents.reload();
  }

  window.on('unresponsive', () => {
    if (asking) return;
    log.write({ code: 'crash/window-hangs' });
    void waitOrReload();
  });
  async function waitOrReload(): Promise<void> {
    const answer = await ask('crash.windowHangs', ['crash.wait', 'crash.reload']);
    if (answer === GO_ON || window.isDestroyed()) return;
    // Ends the process that hangs; the event above goes on from there.
    window.webContents.forcefullyCrashRenderer();
  }
}

/** Bugs of the main process: written down and told, and the app goes on; the journal holds what was saved. */
export function watchMain(app: App, log: Log, workers: Pick<Workers, 'wasKilled'>): void {
  let told = false;
  const onBug = (bug: unknown): void => {
    log.write({ code: 'crash/bug', detail: bug });
    if (told || !app.isReady()) return;
    told = true; // Once: a bug that repeats must not bury the reader in dialogs.
    void words(log, 'err.generic', ['crash.goOn']).then((text) => dialog.showMessageBox(text));
  };
  process.on('uncaughtException', onBug);
  process.on('unhandledRejection', onBug);
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (!MEANT.has(reason) && !workers.wasKilled(name))
      log.write({ code: 'crash/process-gone', detail: { type, reason, exitCode, name } });
  });
}

type CrashMessage = Extract<MessageKey, `crash.${string}` | 'err.generic'>;

/** What a dialog says, in the interface's language; the messages are loaded only then: no start needs them. */
async function words(
  log: Log,
  message: CrashMessage,
  buttons: readonly CrashMessage[],
): Promise<MessageBoxOptions> {
  const { translate } = await import('#shared/i18n/translate.ts');
  return {
    type: 'warning',
    title: translate('app.name'),
    message: translate(message),
    detail: translate('crash.log', { path: log.path }),
    buttons: buttons.map((button) => translate(button)),
    defaultId: GO_ON,
    cancelId: GO_ON,
    noLink: true,
  };
}
