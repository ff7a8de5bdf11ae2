import type { App, BrowserWindow } from 'electron';
import type { Handlers } from '#shared/contract/contract.ts';
import { fail, succeed } from '#shared/domain/result.ts';
import type { Drafts } from '../annotations/drafts.ts';
import type { MarksService } from '../annotations/marks-service.ts';
import { putShelves } from '../annotations/put-shelves.ts';
import type { Backup } from '../backup/backup.ts';
import type { Exchange } from '../marks-exchange/exchange.ts';
import type { Remaker } from '../import/remaker.ts';
import type { Library } from '../library/library.ts';
import { libraryNotices } from '../library/notices.ts';
import type { OwnArticles } from '../library/own-articles.ts';
import type { SearchClient } from '../search/client.ts';
import type { SettingsService } from '../settings/settings.ts';
import type { MarksPast, MarksStore } from '../store/marks-store.ts';
import { storePaths } from '../store/paths.ts';
import type { Tags } from '../tags/tags.ts';
import type { createAbout } from './about.ts';
import { applySettings } from './apply-settings.ts';
import type { createLibraryHandlers } from './library-handlers.ts';
import type { createLinkOpener } from './open-link.ts';
import type { savePdf } from './save-pdf.ts';
import type { AskedPicture, savePicture } from './save-picture.ts';

/** The major version of the official Electron builds. A lower one is the registry runtime for development. */
const OLDEST_SHIPPED_ELECTRON = 45;

/** How many summaries one answer contains: some milliseconds of work for the main process. */
const LISTED_AT_ONCE = 1000;

/** How many removed annotations are listed. */
const MAX_REMOVED = 200;

interface Parts {
  readonly about: ReturnType<typeof createAbout>;
  readonly app: App;
  /** An absolute path. */
  readonly dataFolder: string;
  readonly backup: () => Promise<Backup>;
  readonly drafts: Drafts;
  readonly exchange: () => Promise<Exchange>;
  /** Saves as PDF what the window would print. @param title title of the article */
  readonly print: (title: string) => ReturnType<typeof savePdf>;
  /** Saves a picture of an article in a file that the reader chooses. */
  readonly savePicture: (asked: AskedPicture, title: string) => ReturnType<typeof savePicture>;
  readonly library: Library;
  readonly marks: MarksService;
  readonly openLink: ReturnType<typeof createLinkOpener>;
  readonly own: OwnArticles;
  readonly remaker: Remaker;
  readonly search: SearchClient;
  readonly settings: SettingsService;
  readonly store: MarksStore & MarksPast;
  readonly tags: Tags;
  readonly window: BrowserWindow;
}

/** The handlers of the calls whose names begin with a word and a slash. */
type HandlersOf<Word extends string> = Pick<Handlers, Extract<keyof Handlers, `${Word}/${string}`>>;

/** Creates the handlers of every call except those about the reader's own articles. */
export function createHandlers(
  parts: Parts,
): Omit<Handlers, keyof ReturnType<typeof createLibraryHandlers>> {
  return {
    ...appHandlers(parts),
    ...articleHandlers(parts),
    ...marksHandlers(parts),
    ...readingHandlers(parts),
    ...searchHandlers(parts),
    ...exchangeHandlers(parts),
    ...backupHandlers(parts),
    ...settingsHandlers(parts),
  };
}

function appHandlers({
  about,
  app,
  dataFolder,
  openLink,
  own,
  remaker,
  store,
  tags,
}: Parts): HandlersOf<'app' | 'link'> {
  return {
    'app/info': () => {
      const fallbackRuntime =
        Number.parseInt(process.versions.electron ?? '', 10) < OLDEST_SHIPPED_ELECTRON;
      return succeed({
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        chromium: process.versions['chrome'] ?? '',
        node: process.versions.node,
        fallbackRuntime,
        isTestPackage: fallbackRuntime && app.isPackaged,
        notices: [
          ...store.notices(),
          ...libraryNotices(own, {
            remade: remaker.remade(),
            folder: storePaths(dataFolder).quarantine,
          }),
          ...tags.notices(),
        ].map(({ code, params }) => ({ code, params: { ...params } })),
      });
    },
    'app/release': async () => succeed(await about.release()),
    'app/parts': async () => succeed(await about.parts()),
    'link/open': ({ address }) => openLink(address),
  };
}

function articleHandlers({
  library,
  print,
  remaker,
  savePicture: save,
}: Parts): Pick<
  Handlers,
  'library/list' | 'library/summaries' | 'library/get' | 'print/save-pdf' | 'picture/save'
> {
  return {
    'library/list': ({ from }) => {
      const all = library.list();
      const end = from + LISTED_AT_ONCE;
      return succeed({ articles: all.slice(from, end), next: end < all.length ? end : null });
    },
    'library/summaries': ({ articleIds }) =>
      succeed(articleIds.flatMap((id) => library.summary(id) ?? [])),
    'library/get': async ({ articleId }) => {
      const found = library.get(articleId);
      if (found.ok || found.error.code !== 'library/damaged') return found;
      await remaker.remake(articleId);
      return library.get(articleId);
    },
    'print/save-pdf': async ({ articleId }) => {
      const article = library.get(articleId);
      return article.ok ? print(article.value.title) : article;
    },
    'picture/save': async (asked) => {
      const article = library.summary(asked.articleId);
      return article ? save(asked, article.title) : fail({ code: 'library/not-found' });
    },
  };
}

function marksHandlers({ marks, store }: Parts): HandlersOf<'marks' | 'annotations' | 'bookmarks'> {
  return {
    'marks/summaries': async () => succeed([...(await marks.summaries())]),
    'marks/get': async ({ articleId }) => succeed(await marks.get(articleId)),
    'marks/apply': (change) => marks.applyAndPlace(change),
    'annotations/save': async (draft) => {
      await marks.lookFor(draft.articleId);
      return marks.saveAnnotation(draft);
    },
    'annotations/remove': ({ articleId, id }) => marks.removeAnnotation(articleId, id),
    'annotations/pin': (chosen) => marks.pinAnnotation(chosen),
    'annotations/list': async () => succeed([...(await marks.list())]),
    'annotations/history': ({ articleId, id }) => succeed([...store.history(articleId, id)]),
    'annotations/removed': () => succeed(store.removed().slice(0, MAX_REMOVED)),
    'bookmarks/set': async ({ articleId, blockId, present }) => {
      await marks.lookFor(articleId);
      return marks.setBookmark(articleId, blockId, present);
    },
  };
}

function readingHandlers({ drafts, marks }: Parts): HandlersOf<'reading' | 'shelf' | 'drafts'> {
  return {
    'reading/get': async ({ articleId }) => {
      await marks.lookFor(articleId);
      return succeed(marks.reading(articleId));
    },
    'reading/save': ({ articleId, ...position }) => marks.saveReading(articleId, position),
    'shelf/put': ({ articleId, change }) => marks.putShelf(articleId, change),
    'shelf/put-many': ({ groups }) => putShelves(marks, groups),
    'drafts/keep': ({ text, ...which }) => {
      drafts.keep(which, text);
      return succeed(null);
    },
    'drafts/list': () => succeed([...drafts.list()]),
  };
}

function searchHandlers({ marks, search, tags }: Parts): HandlersOf<'search' | 'tags'> {
  return {
    'search/status': () => succeed(search.status()),
    'search/query': (query) => search.query(query),
    'search/locate': ({ articleId, text, matching }) => search.locate(articleId, text, matching),
    'search/annotations': async ({ withHighlights, ...query }) => {
      const found = await search.queryAnnotations(query);
      if (!found.ok) return found;
      const result = tags.addFound(found.value, query);
      const highlights = withHighlights ? await marks.anchorMatches(result.hits) : [];
      return succeed({ ...result, highlights });
    },
    'tags/list': () => succeed(tags.list()),
    'tags/change': (change) => tags.change(change),
    'tags/put': ({ step, side }) => tags.put(step, side),
  };
}

function exchangeHandlers({ exchange }: Parts): HandlersOf<'exchange'> {
  return {
    'exchange/export': async (request) => (await exchange()).exportMarks(request),
    'exchange/read-import': async () => (await exchange()).readImport(),
    'exchange/cancel-import': async () => {
      (await exchange()).cancelImport();
      return succeed(null);
    },
    'exchange/apply-import': async ({ token }) => (await exchange()).applyImport(token),
  };
}

function backupHandlers({ backup, settings, window }: Parts): HandlersOf<'backup'> {
  return {
    'backup/write': async () => (await backup()).write(),
    'backup/choose': async () => (await backup()).choose(),
    'backup/opened': async () => (await backup()).opened(),
    'backup/dated': async () => (await backup()).dated(),
    'backup/cancel': async () => {
      (await backup()).cancel();
      return succeed(null);
    },
    'backup/inspect': async ({ name }) => (await backup()).inspect(name),
    'backup/restore': async ({ token, withSettings }) => {
      const restored = await (await backup()).restore(token, { withSettings });
      if (restored.ok) applySettings(window, settings.get());
      return restored;
    },
  };
}

function settingsHandlers({ settings, window }: Parts): HandlersOf<'settings'> {
  return {
    'settings/get': () => succeed(settings.get()),
    'settings/set': async (patch) => {
      const changed = await settings.change(patch);
      if (changed.ok) applySettings(window, changed.value);
      return changed;
    },
  };
}
