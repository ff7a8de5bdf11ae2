import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type App, type BrowserWindow, ipcMain, utilityProcess } from 'electron';
import type { Handlers } from '#shared/contract/contract.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { summarize } from '#shared/domain/article.ts';
import { succeed } from '#shared/domain/result.ts';
import { speak } from '#shared/i18n/speak.ts';
import { type Drafts, createDrafts } from './annotations/drafts.ts';
import { type Marks, createMarks } from './annotations/marks.ts';
import { createLog } from './crash/log.ts';
import { openContextMenus } from './electron/context-menu.ts';
import { createFileDialogs } from './electron/file-dialogs.ts';
import { watchMain, watchWindow } from './electron/crash.ts';
import { bindContract } from './electron/ipc-binding.ts';
import { createImportDialogs } from './electron/import-dialogs.ts';
import { createLibraryHandlers } from './electron/library-handlers.ts';
import { type RunCommand, followApplicationMenu } from './electron/menu.ts';
import { savePdf } from './electron/save-pdf.ts';
import { applyTheme, sendEvent } from './electron/window.ts';
import { type Backup, createBackup } from './backup/backup.ts';
import { createImportWorkerClient } from './import/process/client.ts';
import { createOwnLibrary } from './intake/own-library.ts';
import { type Exchange, createExchange } from './exchange/exchange.ts';
import { readBundle } from './library/bundled.ts';
import { type Library, createLibrary } from './library/library.ts';
import type { ArticleAnnotations } from './search/annotation-index.ts';
import { type SearchClient, createSearchClient } from './search/client.ts';
import { createElectronSettingsFile } from './settings/electron-settings-file.ts';
import { type SettingsService, createSettings } from './settings/settings.ts';
import { type OwnArticles, openOwnArticles } from './library/own-articles.ts';
import { closeStore } from './store/close-store.ts';
import { createWorkerCompactor } from './store/compactor.ts';
import type { MarksPast, MarksStore } from './store/marks-store.ts';
import { createNodeFileSystem } from './store/node-file-system.ts';
import { openMarksStore } from './store/open-store.ts';
import { readProcessTable } from './store/process-table.ts';

/** Electron of an official build; a lower major version is the registry runtime for development. */
const OLDEST_SHIPPED_ELECTRON = 45;

/** Removed annotations that are listed. */
const MAX_REMOVED = 200;

/** Longest that quitting waits for the store's files, ms. The journal is safe without. */
const TIDY_LIMIT_MS = 3000;

const now = (): Date => new Date();

/** The parts of the app, wired. */
export interface Composition {
  /** Starts the search worker; reading never waits for it. */
  startSearch(): Promise<void>;
  /** Brings files and folders into the library. @param paths absolute */
  importPaths(paths: readonly string[]): void;
  /** Makes the menus of the application and of the second mouse button. */
  offerMenus(): void;
  /** Moves the journal into the articles' files, in a process of its own. */
  tidyStore(): Promise<void>;
  /** Offers a backup file to the reader, as when it was opened from the system. Changes nothing. */
  openBackupFile(path: string): void;
  /** Tidies and gives the data folder back; the last thing before the end. */
  close(): Promise<void>;
}

/**
 * The only place where parts are wired.
 *
 * @param outFolder  absolute path of the built app
 * @param window     is told of changes
 */
export function compose(app: App, outFolder: string, window: BrowserWindow): Composition {
  const dataFolder = app.getPath('userData');
  const settings = createSettings(createElectronSettingsFile(dataFolder, now));
  const compactor = createWorkerCompactor(() =>
    utilityProcess.fork(join(outFolder, 'main', 'compact-worker.cjs')),
  );
  const fs = createNodeFileSystem();
  const store = openMarksStore({
    folder: dataFolder,
    fs,
    compactor,
    processes: readProcessTable(),
    now,
  });
  const log = createLog(join(dataFolder, 'logs', 'hashiya.log'), now);
  watchMain(app, log);
  const articles = readBundle(join(outFolder, 'library', 'articles.json'));
  const own = openOwnArticles({
    dataFolder,
    fs,
    now,
    // Whoever may not write marks may not write articles: the folder is another process's, or refuses.
    isWriter: !store.notices().some(({ code }) => code === 'store/read-only'),
  });
  const library = createLibrary(articles, own);
  const onChange = (articleId: ArticleId): void => {
    search.putAnnotations(searchableAnnotations(articleId, store));
    sendEvent(window, 'marks/changed', { articleId });
  };
  const marks = createMarks({ library, store, now, newId: randomUUID, onChange });
  const drafts = createDrafts({
    find: (articleId, id) => store.findAnnotation(articleId, id),
    save: (note) => marks.apply(note),
    now,
  });
  watchWindow(window, { log, saveDrafts: () => drafts.saveAll() });
  const dialogs = createFileDialogs(window);
  const printer = (title: string) => savePdf({ contents: window.webContents, dialogs, fs }, title);
  const exchange = createExchange({ library, store, fs, dialogs, now, onChange });
  const backup = createBackup({
    store,
    own,
    settings,
    fs,
    dataFolder,
    dialogs,
    now,
    appVersion: app.getVersion(),
    onChange,
    onArticle: (article) => intake.onArticle(article),
    onOpened: () => sendEvent(window, 'backup/opened', {}),
  });
  const search = createSearchClient({
    fork: () => utilityProcess.fork(join(outFolder, 'main', 'search-worker.cjs')),
    annotations: () => library.list().map(({ id }) => searchableAnnotations(id, store)),
    onState: (state) => sendEvent(window, 'search/state', { state }),
  });

  const importWorker = createImportWorkerClient({
    fork: () => utilityProcess.fork(join(outFolder, 'main', 'import-worker.cjs')),
    memoryOf: (pid) => residentBytes(app, pid),
  });
  const intake = createOwnLibrary({
    own,
    fs,
    dataFolder,
    converter: importWorker,
    search,
    bundled: articles.map(summarize),
    now,
    onChanged: (articleIds) =>
      sendEvent(window, 'library/changed', { articleIds: [...articleIds] }),
    onProgress: (state) => sendEvent(window, 'import/progress', state),
  });

  applyTheme(window, settings.get().theme);
  speak(settings.get());
  bindContract(
    ipcMain,
    {
      ...createHandlers({
        app,
        backup,
        drafts,
        exchange,
        library,
        marks,
        own,
        printer,
        search,
        settings,
        store,
        window,
      }),
      ...createLibraryHandlers({ own, dialogs: createImportDialogs(window), ...intake }),
    },
    (bug) => log.write({ code: 'crash/handler', detail: bug }),
  );
  return {
    startSearch: async () => {
      const shipped = await readFile(join(outFolder, 'library', 'index.json'), 'utf8').catch(
        () => null, // Missing: the worker builds it.
      );
      search.start({ articles, prebuiltIndex: shipped });
      await intake.feedSearch();
      intake.imports.resume();
    },
    importPaths: (paths) => intake.imports.start(paths),
    offerMenus: () => {
      const run: RunCommand = (id) => sendEvent(window, 'command/run', { id });
      followApplicationMenu(window.webContents, run);
      openContextMenus(window.webContents, run);
    },
    tidyStore: async () => {
      intake.tidy();
      await store.compact();
    },
    openBackupFile: (path) => backup.open(path),
    close: () => {
      importWorker.stop();
      own.close();
      return closeStore(store, compactor, TIDY_LIMIT_MS);
    },
  };
}

interface Parts {
  readonly app: App;
  readonly backup: Backup;
  readonly drafts: Drafts;
  readonly exchange: Exchange;
  readonly printer: (title: string) => ReturnType<typeof savePdf>;
  readonly library: Library;
  readonly marks: Marks;
  readonly own: OwnArticles;
  readonly search: SearchClient;
  readonly settings: SettingsService;
  readonly store: MarksStore & MarksPast;
  readonly window: BrowserWindow;
}

function createHandlers({
  app,
  backup,
  drafts,
  exchange,
  printer,
  library,
  marks,
  own,
  search,
  settings,
  store,
  window,
}: Parts): Omit<Handlers, keyof ReturnType<typeof createLibraryHandlers>> {
  return {
    'app/info': () =>
      succeed({
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        chromium: process.versions['chrome'] ?? '',
        node: process.versions.node,
        fallbackRuntime:
          Number.parseInt(process.versions.electron ?? '', 10) < OLDEST_SHIPPED_ELECTRON,
        notices: [
          ...store.notices().map(({ code, params }) => ({ code, params: { ...params } })),
          ...(own.damaged() > 0
            ? [{ code: 'library/quarantined', params: { count: own.damaged() } }]
            : []),
        ],
      }),
    'library/list': () => succeed([...library.list()]),
    'library/get': ({ articleId }) => library.get(articleId),
    'marks/summaries': () => succeed([...marks.summaries()]),
    'marks/get': async ({ articleId }) => succeed(await marks.get(articleId)),
    'marks/apply': (change) => marks.apply(change),
    'annotations/save': (draft) => marks.saveAnnotation(draft),
    'annotations/remove': ({ articleId, id }) => marks.removeAnnotation(articleId, id),
    'annotations/pin': (chosen) => marks.pinAnnotation(chosen),
    'drafts/keep': ({ text, ...which }) => {
      drafts.keep(which, text);
      return succeed(null);
    },
    'drafts/list': () => succeed([...drafts.list()]),
    'annotations/list': async () => succeed([...(await marks.list())]),
    'annotations/history': ({ articleId, id }) => succeed([...store.history(articleId, id)]),
    'annotations/removed': () => succeed(store.removed().slice(0, MAX_REMOVED)),
    'bookmarks/set': ({ articleId, blockId, present }) =>
      marks.setBookmark(articleId, blockId, present),
    'reading/save': ({ articleId, ...place }) => marks.saveReading(articleId, place),
    'shelf/put': ({ articleId, shelf }) => marks.putShelf(articleId, shelf),
    'search/query': (query) => search.query(query),
    'search/locate': ({ articleId, text, dial }) => search.locate(articleId, text, dial),
    'search/annotations': (query) => search.queryAnnotations(query),
    'exchange/export': (request) => exchange.exportMarks(request),
    'exchange/read-import': () => exchange.readImport(),
    'exchange/apply-import': ({ token }) => exchange.applyImport(token),
    'backup/write': async () => {
      const written = await backup.write();
      return written.ok ? succeed({ path: written.value }) : written;
    },
    'backup/choose': () => backup.choose(),
    'backup/opened': () => backup.opened(),
    'backup/dated': () => succeed([...backup.dated()]),
    'backup/inspect': ({ name }) => backup.inspect(name),
    'backup/restore': async ({ token, withSettings }) => {
      const restored = await backup.restore(token, { withSettings });
      if (restored.ok) applyTheme(window, settings.get().theme);
      return restored;
    },
    'print/save-pdf': async ({ articleId }) => {
      const article = library.get(articleId);
      return article.ok ? printer(article.value.title) : article;
    },
    'settings/get': () => succeed(settings.get()),
    'settings/set': async (patch) => {
      const changed = await settings.change(patch);
      if (changed.ok) {
        applyTheme(window, changed.value.theme);
        speak(changed.value);
      }
      return changed;
    },
  };
}

function searchableAnnotations(articleId: ArticleId, store: MarksStore): ArticleAnnotations {
  const { annotations } = store.read(articleId);
  return {
    articleId,
    annotations: annotations.map(({ id, note, quote, updatedAt }) => ({
      id,
      note,
      quote: quote.exact,
      updatedAt,
    })),
  };
}

/** Resident memory of one of the app's processes, bytes. */
function residentBytes(app: App, pid: number): number | null {
  const process = app.getAppMetrics().find((metric) => metric.pid === pid);
  return process ? process.memory.workingSetSize * 1024 : null;
}
