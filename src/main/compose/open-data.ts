import { join } from 'node:path';
import type { App } from 'electron';
import type { Article } from '#shared/domain/article.ts';
import { finishRestore } from '../backup/bring-back.ts';
import { type Log, createLog } from '../crash/log.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { createNodeFileSystem } from '../disk/node-file-system.ts';
import { watchMain } from '../electron/crash.ts';
import { type WorkerName, type Workers, createWorkers } from '../electron/workers.ts';
import { readBundle } from '../library/bundled.ts';
import { type Library, createLibrary } from '../library/library.ts';
import type { OwnArticlesOptions } from '../library/own-articles-types.ts';
import { type OwnArticles, openOwnArticles } from '../library/own-articles.ts';
import { createElectronSettingsFile } from '../settings/electron-settings-file.ts';
import { type SettingsService, createSettings } from '../settings/settings.ts';
import { type Compactor, createWorkerCompactor } from '../store/compactor.ts';
import type { JournaledStore } from '../store/journaled-store.ts';
import { openMarksStore } from '../store/open-store.ts';
import { readProcessTable } from '../store/process-table.ts';

/** What the data folder holds, opened, and the parts that need nothing else. */
export interface OpenedData {
  readonly app: App;
  /** An absolute path. */
  readonly dataFolder: string;
  readonly fs: FileSystem;
  readonly now: () => Date;
  readonly log: Log;
  readonly workers: Workers;
  readonly compactor: Compactor;
  readonly settings: SettingsService;
  readonly store: JournaledStore;
  /** The articles that come with the app. */
  readonly bundled: readonly Article[];
  readonly own: OwnArticles;
  readonly library: Library;
}

/**
 * Opens settings, marks and articles, and finishes a restore that was cut off.
 *
 * @param outFolder  absolute path of the built app
 * @param listeners  told of what turns out about the files of the own articles, see `OwnArticlesOptions`
 */
export function openData(
  app: App,
  outFolder: string,
  listeners: Pick<OwnArticlesOptions, 'onDamaged' | 'onCorrected'>,
): OpenedData {
  const now = (): Date => new Date();
  const dataFolder = app.getPath('userData');
  const settings = createSettings(createElectronSettingsFile(dataFolder, now));
  const workers = createWorkers(join(outFolder, 'main'));
  const compactor = createWorkerCompactor(() => workers.fork('compact-worker'));
  const fs = createNodeFileSystem();
  const processes = readProcessTable();
  const store = openMarksStore({ folder: dataFolder, fs, compactor, processes, now });
  const log = createLog(join(dataFolder, 'logs', 'hashiya.log'), now);
  watchMain(app, log, workers);
  const bundled = readBundle(join(outFolder, 'library', 'articles.json'));
  // A process that cannot write marks must not write articles either: the folder is another's, or refuses writing.
  const { readOnly } = store;
  if (!readOnly) finishRestore({ fs, dataFolder, store });
  const own = openOwnArticles({ dataFolder, fs, now, readOnly, ...listeners });
  const library = createLibrary(bundled, own);
  return {
    app,
    dataFolder,
    fs,
    now,
    log,
    workers,
    compactor,
    settings,
    store,
    bundled,
    own,
    library,
  };
}

/** How a worker with limits is started, and how its resident memory is measured, in bytes. */
export function limitedWorker(
  { app, workers }: Pick<OpenedData, 'app' | 'workers'>,
  name: WorkerName,
) {
  return { fork: () => workers.fork(name), memoryOf: (pid: number) => residentBytes(app, pid) };
}

/** Resident memory of one of the app's processes, bytes; `null` when the process is gone. */
export function residentBytes(app: App, pid: number): number | null {
  const process = app.getAppMetrics().find((metric) => metric.pid === pid);
  return process ? process.memory.workingSetSize * 1024 : null;
}
