import type { BrowserWindow } from 'electron';
import type { Backup } from '../backup/backup.ts';
import type { savePdf } from '../electron/save-pdf.ts';
import type { AskedPicture, savePicture } from '../electron/save-picture.ts';
import { sendEvent } from '../electron/window.ts';
import type { RemovedItems } from '../library/removed-items.ts';
import type { Exchange } from '../marks-exchange/exchange.ts';
import type { FileDialogs } from '../marks-exchange/files.ts';
import type { AnchorFinder } from '../anchoring/finder.ts';
import type { SearchClient } from '../search/client.ts';
import { onDemand } from '../start/on-demand.ts';
import type { Announcements } from './announce.ts';
import { type OpenedData, limitedWorker } from './open-data.ts';

/** Parts that the start does not need: each is loaded and created when it is first used. */
export interface PartsOnDemand {
  readonly exchange: () => Promise<Exchange>;
  readonly backup: () => Promise<Backup>;
  readonly removed: () => Promise<RemovedItems>;
  /** Saves as PDF what the window would print. @param title title of the article */
  readonly print: (title: string) => ReturnType<typeof savePdf>;
  /** Saves a picture of an article in a file that the reader chooses. @param title title of the article */
  readonly savePicture: (asked: AskedPicture, title: string) => ReturnType<typeof savePicture>;
}

interface Needed {
  readonly data: OpenedData;
  readonly announce: Announcements;
  readonly search: SearchClient;
  readonly finder: AnchorFinder;
  readonly dialogs: FileDialogs;
  readonly window: BrowserWindow;
}

export function createPartsOnDemand(needed: Needed): PartsOnDemand {
  const { data, dialogs, window } = needed;
  const { dataFolder, fs, now, own, store } = data;
  return {
    exchange: onDemand(() => loadExchange(needed)),
    backup: onDemand(() => loadBackup(needed)),
    removed: onDemand(async () => {
      const { createRemovedItems } = await import('../library/removed-items.ts');
      return createRemovedItems({ own, fs, dataFolder, now, isOwner: () => store.isOwner() });
    }),
    async print(title) {
      const { savePdf } = await import('../electron/save-pdf.ts');
      return savePdf({ contents: window.webContents, dialogs, fs }, title);
    },
    async savePicture(asked, title) {
      const { savePicture } = await import('../electron/save-picture.ts');
      return savePicture({ dataFolder, dialogs, fs }, asked, title);
    },
  };
}

async function loadExchange({
  data,
  announce,
  finder,
  dialogs,
  window,
}: Needed): Promise<Exchange> {
  const { library, store, fs, now } = data;
  const { createExchange } = await import('../marks-exchange/exchange.ts');
  return createExchange({
    library,
    store,
    finder,
    fs,
    dialogs,
    now,
    onReading: (isReading) => sendEvent(window, 'exchange/reading', { isReading }),
    onChange: announce.marksChanged,
  });
}

async function loadBackup({ data, announce, search, dialogs, window }: Needed): Promise<Backup> {
  const { app, store, own, settings, fs, dataFolder, now } = data;
  const { createBackup } = await import('../backup/backup.ts');
  const { createCopyReader } = await import('../backup/process/client.ts');
  return createBackup({
    reader: createCopyReader(limitedWorker(data, 'backup-worker')),
    store,
    own,
    settings,
    fs,
    dataFolder,
    dialogs,
    now,
    appVersion: app.getVersion(),
    onMarks: announce.searchMarks,
    onArticle: (articleId) => search.reread(articleId),
    onRestored: ({ marks, articles }) => announce.manyChanged(marks.size > 0, articles),
    onOpened: () => sendEvent(window, 'backup/opened', {}),
    onReading: (isReading) => sendEvent(window, 'backup/reading', { isReading }),
  });
}
