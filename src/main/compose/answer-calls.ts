import { dirname } from 'node:path';
import { type BrowserWindow, shell } from 'electron';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { createAbout } from '../electron/about.ts';
import { createAsk } from '../electron/ask.ts';
import type { DialogFolders } from '../electron/dialog-folders.ts';
import { createDropJudge } from '../electron/dropped-paths.ts';
import { createHandlers } from '../electron/handlers.ts';
import { createImportDialogs } from '../electron/import-dialogs.ts';
import { bindContract } from '../electron/ipc-binding.ts';
import { createLibraryHandlers } from '../electron/library-handlers.ts';
import { createLinkOpener } from '../electron/open-link.ts';
import type { SearchClient } from '../search/client.ts';
import type { AnswerCall } from '../start/ipc-channels.ts';
import type { OpenedData } from './open-data.ts';
import type { PartsOnDemand } from './parts-on-demand.ts';
import type { ImportServices } from './wire-import.ts';
import type { MarkServices } from './wire-marks.ts';

interface Parts {
  readonly data: OpenedData;
  readonly markServices: MarkServices;
  readonly importServices: ImportServices;
  readonly onDemand: PartsOnDemand;
  readonly search: SearchClient;
  readonly dialogFolders: DialogFolders;
  /** An absolute path. */
  readonly outFolder: string;
  readonly window: BrowserWindow;
}

/** Creates what answers the calls of the window: each call is checked and handed to its service. */
export function answerCalls(parts: Parts): AnswerCall {
  const { data, outFolder, window } = parts;
  const { log } = data;
  const about = createAbout(outFolder);
  const ask = createAsk(window);
  const openLink = createLinkOpener({
    shell,
    ownAddresses: async () => {
      const { address } = await about.release();
      return address === null ? [] : [address];
    },
    ask: ask.openLink,
  });
  return bindContract(
    {
      ...createHandlers({
        ...data,
        ...parts.markServices,
        ...parts.onDemand,
        about,
        openLink,
        remaker: parts.importServices.ownLibrary.remaker,
        search: parts.search,
        window,
      }),
      ...libraryHandlers(parts, ask.importDropped),
    },
    (bug) => log.write({ code: 'crash/handler', detail: bug }),
    window.webContents,
  );
}

function libraryHandlers(
  { data, importServices, onDemand, dialogFolders, window }: Parts,
  importDropped: ReturnType<typeof createAsk>['importDropped'],
) {
  const { own } = data;
  const { ownLibrary, labeller } = importServices;
  return createLibraryHandlers({
    own,
    labeller,
    removed: onDemand.removed,
    dialogs: createImportDialogs(window, dialogFolders),
    mayRead: createDropJudge({
      knownFolders: () => foldersOf(own.list()),
      ask: importDropped,
    }),
    ...ownLibrary,
  });
}

/** Returns the folders that the reader has imported from. */
const foldersOf = (articles: readonly ArticleSummary[]): readonly string[] =>
  articles.flatMap(({ own }) => (own?.original.path ? [dirname(own.original.path)] : []));
