import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type App, type BrowserWindow, shell } from 'electron';
import type { ArticleId } from '#shared/domain/article.ts';
import { type ArticleSummary, summarize } from '#shared/domain/article.ts';
import { MAX_CHANGED_ARTICLES } from '#shared/domain/limits.ts';
import { createDrafts } from './annotations/drafts.ts';
import { createMarks } from './annotations/marks.ts';
import { createRevisions } from './annotations/revisions.ts';
import { finishRestore } from './backup/bring-back.ts';
import { createLog } from './crash/log.ts';
import { createAsk } from './electron/ask.ts';
import { createDropJudge } from './electron/dropped-paths.ts';
import { createLinkOpener } from './electron/open-link.ts';
import { createAbout } from './electron/about.ts';
import { createConverters } from './electron/converter-window.ts';
import { openDialogFolders } from './electron/dialog-folders.ts';
import { createFileDialogs } from './electron/file-dialogs.ts';
import { watchMain, watchWindow } from './electron/crash.ts';
import { bindContract } from './electron/ipc-binding.ts';
import type { AnswerCall } from './start/ipc-channels.ts';
import { createImportDialogs } from './electron/import-dialogs.ts';
import { createLibraryHandlers } from './electron/library-handlers.ts';
import { applySettings } from './electron/apply-settings.ts';
import { createHandlers } from './electron/handlers.ts';
import type { RunCommand } from './electron/menu.ts';
import { sendEvent } from './electron/window.ts';
import { createWorkers } from './electron/workers.ts';
import { createImportWorkerClient } from './convert/process/client.ts';
import { createOwnLibrary } from './import/own-library.ts';
import { readBundle } from './library/bundled.ts';
import { createLabeller } from './library/label-many.ts';
import { createLibrary } from './library/library.ts';
import type { ArticleAnnotations } from './search/annotation-index.ts';
import { createSearchClient } from './search/client.ts';
import { searchedOf } from './search/searched-own.ts';
import { createElectronSettingsFile } from './settings/electron-settings-file.ts';
import { createPlacingClient } from './placing/client.ts';
import { createSettings } from './settings/settings.ts';
import { openOwnArticles } from './library/own-articles.ts';
import { onDemand } from './start/on-demand.ts';
import { closeStore } from './store/close-store.ts';
import { createWorkerCompactor } from './store/compactor.ts';
import type { MarksStore } from './store/marks-store.ts';
import { createNodeFileSystem } from './disk/node-file-system.ts';
import { openMarksStore } from './store/open-store.ts';
import { readProcessTable } from './store/process-table.ts';
import { createPendingChange } from './tags/pending-change.ts';
import { createTags } from './tags/tags.ts';

/** Longest that quitting waits for the store's files, ms. The journal is safe without. */
const TIDY_LIMIT_MS = 3000;

const now = (): Date => new Date();

/** The parts of the app, wired. */
export interface Composition {
  /** Answers what the window asks. */
  readonly answer: AnswerCall;
  /** Goes on with what the last end of the app has cut off: imports, articles to make again, labels. */
  resumeWork(): void;
  /** Brings files and folders into the library. @param paths absolute */
  importPaths(paths: readonly string[]): void;
  /** Makes the menus of the application and of the second mouse button. */
  offerMenus(): Promise<void>;
  /** Moves the journal into the articles' files, in a process of its own. */
  tidyStore(): Promise<void>;
  /** Offers a backup file to the reader, as when it was opened from the system. Changes nothing. */
  openBackupFile(path: string): Promise<void>;
  /** Tidies and gives the data folder back; the last thing before the end. */
  close(): Promise<void>;
  /** Saves notes that are being written. */
  readonly saveDrafts: () => void;
  /** Saves what is being written and gives the data folder back at once: the system ends the app in a moment. */
  readonly endNow: () => void;
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
  const workers = createWorkers(join(outFolder, 'main'));
  const compactor = createWorkerCompactor(() => workers.fork('compact-worker'));
  const fs = createNodeFileSystem();
  const store = openMarksStore({
    folder: dataFolder,
    fs,
    compactor,
    processes: readProcessTable(),
    now,
  });
  const log = createLog(join(dataFolder, 'logs', 'hashiya.log'), now);
  watchMain(app, log, workers);
  const articles = readBundle(join(outFolder, 'library', 'articles.json'));
  // Whoever may not write marks may not write articles: the folder is another process's, or refuses.
  const isWriter = !store.notices().some(({ code }) => code === 'store/read-only');
  if (isWriter) finishRestore({ fs, dataFolder, store });
  const own = openOwnArticles({
    dataFolder,
    fs,
    now,
    isWriter,
    onDamaged: (id) => void ownLibrary.remaker.remake(id),
  });
  const library = createLibrary(articles, own);
  const revisions = createRevisions();
  const onChange = (articleId: ArticleId): void => {
    search.putAnnotations(searchableAnnotations(articleId, store));
    sendEvent(window, 'marks/changed', { articleId, revision: revisions.next(articleId) });
  };
  const tellOfMany = (isMarked: boolean, changed: readonly ArticleId[]): void => {
    if (isMarked) sendEvent(window, 'tags/changed', {});
    const articleIds = changed.length > MAX_CHANGED_ARTICLES ? [] : [...changed];
    if (changed.length > 0) sendEvent(window, 'library/changed', { articleIds });
  };
  const onReading = (articleId: ArticleId): void =>
    sendEvent(window, 'reading/changed', { articleId });
  const finder = createPlacingClient({
    fork: () => workers.fork('place-worker'),
    memoryOf: (pid) => residentBytes(app, pid),
  });
  const marks = createMarks({
    library,
    store,
    finder,
    now,
    newId: randomUUID,
    onChange,
    revisionOf: (articleId) => revisions.of(articleId),
    onReading,
  });
  const drafts = createDrafts({
    find: (articleId, id) => store.findAnnotation(articleId, id),
    save: (note) => marks.apply(note),
    now,
  });
  watchWindow(window, { log, saveDrafts: () => drafts.saveAll() });
  const dialogFolders = openDialogFolders(dataFolder);
  const dialogs = createFileDialogs(window, dialogFolders);
  const print = async (title: string) => {
    const { savePdf } = await import('./electron/save-pdf.ts');
    return savePdf({ contents: window.webContents, dialogs, fs }, title);
  };
  const tags = createTags({
    library,
    store,
    own,
    pending: createPendingChange(fs, dataFolder, now),
    now,
    newId: randomUUID,
    onChange: (marked, changed) => {
      for (const id of marked) search.putAnnotations(searchableAnnotations(id, store));
      tellOfMany(marked.length > 0, changed);
    },
  });
  const exchange = onDemand(async () => {
    const { createExchange } = await import('./marks-exchange/exchange.ts');
    const onReading = (isReading: boolean) => sendEvent(window, 'exchange/reading', { isReading });
    return createExchange({ library, store, finder, fs, dialogs, now, onReading, onChange });
  });
  const backup = onDemand(async () => {
    const { createBackup } = await import('./backup/backup.ts');
    const { createCopyReader } = await import('./backup/process/client.ts');
    return createBackup({
      reader: createCopyReader({
        fork: () => workers.fork('backup-worker'),
        memoryOf: (pid) => residentBytes(app, pid),
      }),
      store,
      own,
      settings,
      fs,
      dataFolder,
      dialogs,
      now,
      appVersion: app.getVersion(),
      onMarks: (id) => search.putAnnotations(searchableAnnotations(id, store)),
      onArticle: (articleId) => search.reread(articleId),
      onRestored: ({ marks: marked, articles: came }) => tellOfMany(marked.size > 0, came),
      onOpened: () => sendEvent(window, 'backup/opened', {}),
      onReading: (isReading) => sendEvent(window, 'backup/reading', { isReading }),
    });
  });
  const removed = onDemand(async () => {
    const { createRemovedItems } = await import('./library/removed-items.ts');
    return createRemovedItems({ own, fs, dataFolder, now, isOwner: () => store.isOwner() });
  });
  const allAnnotations = (): ArticleAnnotations[] =>
    library
      .list()
      .map(({ id }) => searchableAnnotations(id, store))
      .filter(({ annotations }) => annotations.length > 0);
  const search = createSearchClient({
    fork: () => workers.fork('search-worker'),
    annotations: allAnnotations,
    own: () => ({ dataFolder, mayWrite: own.isWriter, ...searchedOf(own.list()) }),
    onUnreadable: (articleId) => {
      log.write({ code: 'search/unreadable', detail: { articleId } });
      ownLibrary.onUnreadable(articleId);
    },
    onStatus: (status) => sendEvent(window, 'search/state', status),
  });

  /** Starts the search, whose process comes up while the window draws; reading never waits for it. */
  const startSearch = async (): Promise<void> => {
    const shippedIndex = await readFile(join(outFolder, 'library', 'index.bin')).catch(
      () => null, // Missing: the worker builds it.
    );
    search.start({ articles, shippedIndex });
  };

  const converters = createConverters(app, outFolder, log);
  const importWorker = createImportWorkerClient({
    fork: () => converters.fork(),
    memoryOf: (pid) => residentBytes(app, pid),
  });
  const ownLibrary = createOwnLibrary({
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
    onRemade: onChange,
    onBug: (bug) => log.write({ code: 'crash/import', detail: bug }),
  });

  // The hidden window of the converter must not keep the app alive.
  window.once('closed', () => {
    ownLibrary.imports.close();
    importWorker.stop();
  });

  // Before the window asks for the first marks.
  void tags.resume();

  const labeller = createLabeller({
    own,
    fs,
    dataFolder,
    onLabelled: (id) => ownLibrary.onLabelled(id),
  });

  applySettings(window, settings.get());
  const about = createAbout(outFolder);
  const ask = createAsk(window);
  const answer = bindContract(
    {
      ...createHandlers({
        about,
        app,
        dataFolder,
        backup,
        drafts,
        exchange,
        library,
        marks,
        openLink: createLinkOpener({
          shell,
          ownAddresses: async () => {
            const { address } = await about.release();
            return address === null ? [] : [address];
          },
          ask: ask.openLink,
        }),
        own,
        print,
        remaker: ownLibrary.remaker,
        search,
        settings,
        store,
        tags,
        window,
      }),
      ...createLibraryHandlers({
        own,
        labeller,
        removed,
        dialogs: createImportDialogs(window, dialogFolders),
        mayRead: createDropJudge({
          knownFolders: () => foldersOf(own.list()),
          ask: ask.importDropped,
        }),
        ...ownLibrary,
      }),
    },
    (bug) => log.write({ code: 'crash/handler', detail: bug }),
    window.webContents,
  );
  void startSearch();
  return {
    answer,
    resumeWork: () => {
      ownLibrary.imports.resume();
      ownLibrary.remaker.remakeAll();
      void labeller.resume();
    },
    importPaths: (paths) => ownLibrary.imports.start(paths),
    offerMenus: async () => {
      const { followApplicationMenu } = await import('./electron/menu.ts');
      const { openContextMenus } = await import('./electron/context-menu.ts');
      // Closed again at once.
      if (window.isDestroyed()) return;
      const run: RunCommand = (id) => sendEvent(window, 'command/run', { id });
      followApplicationMenu(window.webContents, run);
      openContextMenus(window.webContents, run);
    },
    tidyStore: async () => {
      own.tidy();
      await store.compact();
    },
    openBackupFile: async (path) => (await backup()).open(path),
    saveDrafts: () => drafts.saveAll(),
    endNow: () => {
      drafts.saveAll();
      own.close();
      store.closeNow();
    },
    close: () => {
      search.stop();
      ownLibrary.imports.close();
      importWorker.stop();
      finder.stop();
      own.close();
      return closeStore(store, compactor, TIDY_LIMIT_MS);
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

/** Where the reader has imported from. */
const foldersOf = (articles: readonly ArticleSummary[]): readonly string[] =>
  articles.flatMap(({ own }) => (own?.original.path ? [dirname(own.original.path)] : []));

/** Resident memory of one of the app's processes, bytes. */
function residentBytes(app: App, pid: number): number | null {
  const process = app.getAppMetrics().find((metric) => metric.pid === pid);
  return process ? process.memory.workingSetSize * 1024 : null;
}
