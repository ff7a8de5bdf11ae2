import type { App, BrowserWindow } from 'electron';
import { applySettings } from '../electron/apply-settings.ts';
import { watchWindow } from '../electron/crash.ts';
import { openDialogFolders } from '../electron/dialog-folders.ts';
import { createFileDialogs } from '../electron/file-dialogs.ts';
import type { RunCommand } from '../electron/menu.ts';
import { sendEvent } from '../electron/window.ts';
import { createAnchoringClient } from '../anchoring/client.ts';
import type { AnswerCall } from '../start/ipc-channels.ts';
import { closeStore } from '../store/close-store.ts';
import { createAnnouncements } from './announce.ts';
import { answerCalls } from './answer-calls.ts';
import { limitedWorker, openData } from './open-data.ts';
import { createPartsOnDemand } from './parts-on-demand.ts';
import { wireImport } from './wire-import.ts';
import { wireMarks } from './wire-marks.ts';
import { startSearch, wireSearch } from './wire-search.ts';

/** The longest time that quitting waits for the store's files, ms. The journal keeps the changes in any case. */
const TIDY_LIMIT_MS = 3000;

/** The connected parts of the app. */
export interface Composition {
  /** Answers the calls of the window. */
  readonly answer: AnswerCall;
  /** Continues what the end of the last run interrupted: imports, articles to make again, labels. */
  resumeWork(): void;
  /** Brings files and folders into the library. @param paths absolute */
  importPaths(paths: readonly string[]): void;
  /** Creates the application menu and the context menus. */
  offerMenus(): Promise<void>;
  /** Moves the changes of the journal into the articles' files, in a process of its own. */
  tidyStore(): Promise<void>;
  /** Offers a backup file to the reader, as when it was opened from the system. Changes nothing. */
  openBackupFile(path: string): Promise<void>;
  /** Compacts the store and releases the data folder, as the last step before the app ends. */
  close(): Promise<void>;
  /** Saves notes that are being written. */
  readonly saveDrafts: () => void;
  /** Saves the notes and releases the data folder at once, because the system ends the app in a moment. */
  readonly endNow: () => void;
}

/**
 * Creates all parts and connects them, in the order in which they need each other.
 *
 * @param outFolder  absolute path of the built app
 * @param window     is told of changes
 */
export function compose(app: App, outFolder: string, window: BrowserWindow): Composition {
  const data = openData(app, outFolder, {
    onDamaged: (id) => void ownLibrary.remaker.remake(id),
    onCorrected: (article) => ownLibrary.onArticle(article),
  });
  const { dataFolder, own, settings, store } = data;
  const search = wireSearch(data, window, (id) => ownLibrary.onUnreadable(id));
  const announce = createAnnouncements(store, search, window);
  const finder = createAnchoringClient(limitedWorker(data, 'anchor-worker'));
  const markServices = wireMarks(data, announce, finder);
  const { drafts, tags } = markServices;
  watchWindow(window, { log: data.log, saveDrafts: () => drafts.saveAll() });
  const dialogFolders = openDialogFolders(dataFolder);
  const dialogs = createFileDialogs(window, dialogFolders);
  const onDemand = createPartsOnDemand({ data, announce, search, finder, dialogs, window });
  const importServices = wireImport(data, announce, search, { outFolder, window });
  const { ownLibrary } = importServices;
  // An interrupted change of tags is completed before the window asks for the first marks.
  void tags.resume();
  applySettings(window, settings.get());
  const answer = answerCalls({
    data,
    markServices,
    importServices,
    onDemand,
    search,
    dialogFolders,
    outFolder,
    window,
  });
  void startSearch(search, data, outFolder);
  return {
    answer,
    resumeWork: () => resumeWork(importServices),
    importPaths: (paths) => ownLibrary.imports.start(paths),
    offerMenus: () => offerMenus(window),
    tidyStore: async () => {
      own.tidy();
      await store.compact();
      void ownLibrary.reconverter.run();
    },
    openBackupFile: async (path) => (await onDemand.backup()).open(path),
    saveDrafts: () => drafts.saveAll(),
    endNow: () => {
      drafts.saveAll();
      own.close();
      store.closeNow();
    },
    close: () => {
      search.stop();
      importServices.stop();
      finder.stop();
      own.close();
      return closeStore(store, data.compactor, TIDY_LIMIT_MS);
    },
  };
}

function resumeWork({ ownLibrary, labeller }: ReturnType<typeof wireImport>): void {
  ownLibrary.imports.resume();
  ownLibrary.remaker.remakeAll();
  void labeller.resume();
}

async function offerMenus(window: BrowserWindow): Promise<void> {
  const { followApplicationMenu } = await import('../electron/menu.ts');
  const { openContextMenus } = await import('../electron/context-menu.ts');
  // The window may have been closed meanwhile.
  if (window.isDestroyed()) return;
  const run: RunCommand = (id) => sendEvent(window, 'command/run', { id });
  followApplicationMenu(window.webContents, run);
  openContextMenus(window.webContents, run);
}
