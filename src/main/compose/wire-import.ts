import type { BrowserWindow } from 'electron';
import { summarize } from '#shared/domain/article.ts';
import { createImportWorkerClient } from '../convert/process/client.ts';
import { createConverters } from '../electron/converter-window.ts';
import { sendEvent } from '../electron/window.ts';
import { type OwnLibrary, createOwnLibrary } from '../import/own-library.ts';
import { type Labeller, createLabeller } from '../library/label-many.ts';
import type { SearchClient } from '../search/client.ts';
import type { Announcements } from './announce.ts';
import { type OpenedData, residentBytes } from './open-data.ts';

/** The services that change the reader's own articles. */
export interface ImportServices {
  readonly ownLibrary: OwnLibrary;
  readonly labeller: Labeller;
  /** Stops the running import and the converter's process. The import continues at the next start. */
  stop(): void;
}

/** @param outFolder absolute path of the built app */
export function wireImport(
  data: OpenedData,
  announce: Announcements,
  search: SearchClient,
  { outFolder, window }: { readonly outFolder: string; readonly window: BrowserWindow },
): ImportServices {
  const { app, bundled, dataFolder, fs, log, now, own } = data;
  const converters = createConverters(app, outFolder, log);
  const converter = createImportWorkerClient({
    fork: () => converters.fork(),
    memoryOf: (pid) => residentBytes(app, pid),
  });
  const ownLibrary = createOwnLibrary({
    own,
    fs,
    dataFolder,
    converter,
    search,
    bundled: bundled.map(summarize),
    now,
    onChanged: (articleIds) =>
      sendEvent(window, 'library/changed', { articleIds: [...articleIds] }),
    onProgress: (state) => sendEvent(window, 'import/progress', state),
    onRemade: announce.marksChanged,
    onBug: (bug) => log.write({ code: 'crash/import', detail: bug }),
  });
  const labeller = createLabeller({
    own,
    fs,
    dataFolder,
    onLabelled: (id) => ownLibrary.onLabelled(id),
  });
  const stop = (): void => {
    ownLibrary.imports.close();
    ownLibrary.reconverter.stop();
    converter.stop();
  };
  // The hidden window of the converter must not keep the app alive.
  window.once('closed', stop);
  return { ownLibrary, labeller, stop };
}
