import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { currentToast } from '#renderer/ui/toasts.ts';
import { recordAdded } from '#renderer/undo/article-changes.ts';
import { addSight } from '#renderer/undo/screen.ts';
import { forgetChanges, redoLast, undoLast } from '#renderer/undo/undo.ts';
import type { Channel } from '#shared/contract/channels.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { fail, succeed } from '#shared/domain/result.ts';
import { setLocale } from '#shared/i18n/locale.ts';
import { type LibraryInMemory, openLibraryInMemory } from './library-in-memory.ts';

let library: LibraryInMemory;
let stop: () => void;
/** The channels that were called, and the article that the disk refuses to change. */
let calls: string[] = [];
let refused: ArticleId | null = null;

const NOT_SAVED = fail({ code: 'library/not-saved', params: { reason: 'disk-full' } });

/** Answers like the main process: when the disk refuses one article, the call about many ends. */
async function invoke(channel: string, input: unknown) {
  calls.push(channel);
  const { articleId, articleIds } = input as { articleId?: ArticleId; articleIds?: ArticleId[] };
  if (channel === 'library/remove' && articleId === refused) return NOT_SAVED;
  if (channel !== 'library/remove-many' || refused === null || !articleIds)
    return library.invoke(channel as Channel, input);
  const before = articleIds.slice(0, articleIds.indexOf(refused));
  await library.invoke(channel, { articleIds: before });
  return before.length > 0 ? succeed({ articleIds: before }) : NOT_SAVED;
}

beforeEach(async () => {
  library = await openLibraryInMemory();
  [calls, refused] = [[], null];
  vi.stubGlobal('window', { bridge: { invoke }, location: { hash: '#/' } });
  vi.stubGlobal('document', { querySelector: () => null, querySelectorAll: () => [], dir: 'rtl' });
  vi.stubGlobal('requestAnimationFrame', () => 0);
  setLocale({ language: 'en', digits: 'latn', months: 'levantine' });
  stop = addSight({ shows: () => true, show: () => false });
});
afterEach(() => {
  stop();
  forgetChanges();
  vi.unstubAllGlobals();
});

const recordAll = (): void =>
  recordAdded(
    library.ids.map((articleId) => ({ articleId, title: library.title(articleId) ?? '' })),
  );
const left = () => library.ids.filter((id) => library.title(id) !== null);

it('many added articles are undone, and redone, in one call each', async () => {
  recordAll();

  await undoLast();
  expect(left()).toEqual([]);
  await redoLast();

  expect(left()).toEqual(library.ids);
  const changes = calls.filter((channel) => channel !== 'library/summaries');
  expect(changes).toEqual(['library/remove-many', 'library/restore-many']);
});

it('an article that the disk refuses is reported, and the step stays', async () => {
  recordAll();
  refused = library.ids[2] ?? null;

  await undoLast();

  expect(left()).toEqual(library.ids.slice(2));
  expect(currentToast()?.text).toContain('disk is full');
  refused = null;
  await undoLast();
  expect(left()).toEqual([]);
});

it('a deleted article does not prevent the others from being restored', async () => {
  recordAll();
  await undoLast();
  const [gone, ...others] = library.ids;
  // The article's folder in the bin was deleted.
  const restore = library.invoke;
  library.invoke = (channel, input) => {
    const { articleId, articleIds } = input as { articleId?: string; articleIds?: ArticleId[] };
    if (articleId === gone) return Promise.resolve(fail({ code: 'library/not-found' }));
    return restore(
      channel,
      articleIds ? { articleIds: articleIds.filter((id) => id !== gone) } : input,
    );
  };

  await redoLast();

  expect(left()).toEqual(others);
  expect(currentToast()?.text).not.toContain('no longer');
});
