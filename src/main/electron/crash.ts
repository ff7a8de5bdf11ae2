import { type App, type BrowserWindow, type MessageBoxOptions, dialog } from 'electron';
import type { MessageKey } from '#shared/i18n/translate.ts';
import type { Log } from '../crash/log.ts';
import type { Workers } from './workers.ts';

/** Index of the button that continues, in every dialog of this file. */
const GO_ON = 0;

/** Reasons for which a renderer ends on purpose. */
const INTENDED_REASONS: ReadonlySet<string> = new Set(['clean-exit']);

export interface CrashOptions {
  readonly log: Log;
  /** Saves the notes that were being written when the window crashed. */
  readonly saveDrafts: () => void;
}

/**
 * Handles a crash or hang of the window's process: unsaved notes are saved, the reader is told, and one click
 * continues. Nothing is sent anywhere.
 */
export function watchWindow(window: BrowserWindow, { log, saveDrafts }: CrashOptions): void {
  let asking = false;

  async function ask(message: CrashMessage, buttons: readonly CrashMessage[]): Promise<number> {
    asking = true;
    const { response } = await dialog.showMessageBox(
      window,
      await dialogText(log, message, buttons),
    );
    asking = false;
    return response;
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (INTENDED_REASONS.has(reason) || window.isDestroyed()) return;
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
    // This ends the process that hangs; the handler of `render-process-gone` then continues.
    window.webContents.forcefullyCrashRenderer();
  }
}

/**
 * Logs bugs of the main process and tells the reader. The app continues, because the journal already holds what was
 * saved.
 */
export function watchMain(app: App, log: Log, workers: Pick<Workers, 'wasKilled'>): void {
  let hasTold = false;
  const onBug = (bug: unknown): void => {
    log.write({ code: 'crash/bug', detail: bug });
    if (hasTold || !app.isReady()) return;
    hasTold = true; // One dialog is enough, because a repeated bug must not bury the reader in dialogs.
    void dialogText(log, 'err.generic', ['crash.goOn']).then((text) => dialog.showMessageBox(text));
  };
  process.on('uncaughtException', onBug);
  process.on('unhandledRejection', onBug);
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (!INTENDED_REASONS.has(reason) && !workers.wasKilled(name))
      log.write({ code: 'crash/process-gone', detail: { type, reason, exitCode, name } });
  });
}

type CrashMessage = Extract<MessageKey, `crash.${string}` | 'err.generic'>;

/**
 * Builds the text of a dialog in the language of the interface. The messages are loaded here because the start does
 * not need them.
 */
async function dialogText(
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
