import { isDeepStrictEqual } from 'node:util';
import type { ElectronApplication, Page } from '@playwright/test';
import { ask, listArticles } from '../../scripts/dev/drive-app.ts';
import type { ArticleId } from '../../src/shared/domain/article.ts';
import { bookmarkKey } from '../../src/shared/domain/bookmark-key.ts';
import type { Settings } from '../../src/shared/domain/settings.ts';
import { resizeWindow } from './resize-window.ts';

/** A running app that tests use one after the other. */
interface SharedApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
}

/** What a test could leave behind in a running app. */
export interface AppState {
  readonly settings: Settings;
  readonly articles: readonly ArticleId[];
  readonly removed: readonly unknown[];
  readonly imports: unknown;
  readonly drafts: readonly unknown[];
  /** Articles with highlights, bookmarks or a shelf. */
  readonly marked: readonly ArticleId[];
  /** The size of the page, CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
}

/** Returns the state of the app, and keeps the parts of Electron that tests replace. */
export async function rememberFirst({ electron, page }: SharedApp): Promise<AppState> {
  await electron.evaluate(({ dialog, shell }) => {
    Object.assign(globalThis, { originals: { dialog: { ...dialog }, shell: { ...shell } } });
  });
  return readState(page);
}

async function readState(page: Page): Promise<AppState> {
  const summaries = await ask(page, 'marks/summaries', {});
  const marked = summaries.filter(
    ({ highlights, bookmarks, shelf }) =>
      highlights + bookmarks > 0 || (shelf?.savedAt ?? shelf?.finished ?? null) !== null,
  );
  return {
    settings: await ask(page, 'settings/get', {}),
    articles: (await listArticles(page)).map(({ id }) => id).toSorted(),
    removed: await ask(page, 'bin/list', {}),
    imports: await ask(page, 'import/state', {}),
    drafts: await ask(page, 'drafts/list', {}),
    marked: marked.map(({ articleId }) => articleId),
    size: await page.evaluate(() => ({ width: innerWidth, height: innerHeight })),
  };
}

/**
 * Puts an app back to how it was: its first screen and size, settings, articles and marks. What an app never forgets
 * remains: which articles were opened, from now on at their beginning, and which highlights were removed.
 *
 * @returns what is not as it was, so that another app must be started
 */
export async function putBack(
  { electron, page }: SharedApp,
  first: AppState,
): Promise<readonly string[]> {
  await page.mouse.move(-1, -1);
  await page.emulateMedia({ media: null, forcedColors: null });
  await electron.evaluate(({ dialog, shell }) => {
    const { originals } = globalThis as unknown as {
      originals: { dialog: typeof dialog; shell: typeof shell };
    };
    Object.assign(dialog, originals.dialog);
    Object.assign(shell, originals.shell);
  });
  await resizeWindow(electron, page, first.size);
  // An article saves its reading position when it is left.
  await page.evaluate(() => void (location.hash = '#/'));
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await removeMarks(page);
  await removeArticles(page, first.articles);
  await ask(page, 'settings/set', first.settings);
  await page.reload();
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  const now = new Map(Object.entries(await readState(page)));
  return Object.entries(first)
    .filter(([name, value]) => !isDeepStrictEqual(now.get(name), value))
    .map(([name]) => name);
}

async function removeMarks(page: Page): Promise<void> {
  for (const { articleId, reading, shelf } of await ask(page, 'marks/summaries', {})) {
    const { annotations, bookmarks } = await ask(page, 'marks/get', { articleId });
    if (annotations.length + bookmarks.length > 0)
      await ask(page, 'marks/apply', {
        articleId,
        annotations: [],
        removedAnnotations: annotations.map(({ id }) => id),
        bookmarks: [],
        removedBookmarks: bookmarks.map(bookmarkKey),
      });
    if (shelf)
      await ask(page, 'shelf/put', { articleId, change: { savedAt: null, finished: null } });
    if (reading) await ask(page, 'reading/save', { articleId, offset: 0, progress: 0 });
  }
}

/** Removes imported articles for good, and the list of what was imported. */
async function removeArticles(page: Page, kept: readonly ArticleId[]): Promise<void> {
  await ask(page, 'import/dismiss', {});
  const articleIds = (await listArticles(page))
    .map(({ id }) => id)
    .filter((id) => !kept.includes(id));
  if (articleIds.length > 0) await ask(page, 'library/remove-many', { articleIds });
  const removed = await ask(page, 'bin/list', {});
  if (removed.length > 0)
    await ask(page, 'bin/erase', { articleIds: removed.map(({ articleId }) => articleId) });
}
