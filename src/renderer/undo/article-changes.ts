import { BridgeError, call } from '#renderer/bridge/bridge.ts';
import type { ShelfChange } from '#shared/domain/annotation.ts';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { detailsOf, isOwn } from '#shared/domain/details-of.ts';
import type { Details } from '#shared/domain/import.ts';
import { cutAtWord } from '#shared/domain/text.ts';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';
import { MAX_NAMED_UTF16, articlesTarget } from './undo-target.ts';
import { recordUndo } from './undo.ts';

/**
 * The name of a change of articles for undo and for the message on the screen. Each message receives the number of
 * articles as `n` and the `title` of the first, which is the only one when `n` is one.
 */
export interface ArticleChangeName {
  /** The name of the step in the messages of undo. */
  readonly label: MessageKey;
  /** The message that is shown after the change, with a button that undoes it. Without it nothing is shown. */
  readonly toast?: MessageKey;
}

/** The part of a saved change that concerns one article. */
export interface ArticlePart {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly undo: () => Promise<unknown>;
  readonly redo: () => Promise<unknown>;
}

/** Adds articles to the reading list or removes them, as one step of undo. @throws BridgeError when it was not saved */
export function setSaved(articleIds: readonly ArticleId[], saved: boolean): Promise<void> {
  const change = { savedAt: saved ? new Date().toISOString() : null };
  const name: ArticleChangeName = saved
    ? { label: 'undo.save', toast: 'library.item.saved' }
    : { label: 'undo.unsave', toast: 'library.item.unsaved' };
  return changeEach(articleIds, (article) => putShelf(article, change), name);
}

/** Marks articles as read or unread, as one step of undo. @throws BridgeError when it was not saved */
export function setFinished(articleIds: readonly ArticleId[], finished: boolean): Promise<void> {
  const change = { finished: { is: finished, at: new Date().toISOString() } };
  const name: ArticleChangeName = finished
    ? { label: 'undo.read', toast: 'library.item.markedRead' }
    : { label: 'undo.unread', toast: 'library.item.markedUnread' };
  return changeEach(articleIds, (article) => putShelf(article, change), name);
}

/**
 * Moves own articles to the bin, as one step of undo. Undo restores them with their marks.
 * @throws BridgeError when it was not saved
 */
export function removeArticles(articleIds: readonly ArticleId[]): Promise<void> {
  const remove = async ({ id, title }: ArticleSummary): Promise<ArticlePart> => {
    const part = presence(id, title);
    await part.redo();
    return part;
  };
  return changeEach(articleIds, remove, { label: 'undo.removeArticle', toast: 'library.removed' });
}

/**
 * Records that articles were added to the library, as one step of undo, which moves them to the bin. It moves all
 * articles of an import in one call, because hundreds of calls would be slow.
 */
export function recordAdded(articles: readonly Pick<ArticlePart, 'articleId' | 'title'>[]): void {
  const [first] = articles;
  if (!first) return;
  const articleIds = articles.map(({ articleId }) => articleId);
  const label = nameFor({ label: 'undo.addArticle' }, articles).label;
  const { undo, redo } = presenceOfMany(articleIds);
  recordUndo({ label, target: articlesTarget(articleIds), undo: redo, redo: undo });
}

/**
 * The two directions of a step that removed many articles, each with one call. An article that was erased does not
 * keep the others from being restored.
 *
 * Both throw a BridgeError when the disk refuses an article; the articles before it are done.
 */
export function presenceOfMany(
  articleIds: readonly ArticleId[],
): Pick<ArticlePart, 'undo' | 'redo'> {
  const put = async (direction: 'undo' | 'redo'): Promise<void> => {
    const channel = direction === 'undo' ? 'library/restore-many' : 'library/remove-many';
    const done = new Set((await call(channel, { articleIds: [...articleIds] })).articleIds);
    // Articles that the call left out are asked for one by one, because such a call says why it fails.
    const left = articleIds.filter((id) => !done.has(id)).map((id) => presence(id, ''));
    await inTurn(left, direction, { isSomeDone: done.size > 0 });
  };
  return { undo: () => put('undo'), redo: () => put('redo') };
}

/**
 * Changes the details of own articles, including collections and tags, as one step of undo, which also restores where
 * each detail came from. Bundled articles and articles that would not change are left out.
 *
 * @param change  makes the new details of an article from the present ones
 * @throws BridgeError when it was not saved
 */
export function editDetails(
  articleIds: readonly ArticleId[],
  change: (now: Details) => Details,
  name: ArticleChangeName = { label: 'undo.details' },
): Promise<void> {
  const edit = async (article: ArticleSummary): Promise<ArticlePart | null> => {
    if (!isOwn(article)) return null;
    const { id: articleId, title } = article;
    const [before, { from }] = [detailsOf(article), article.own];
    const details = change(before);
    if (JSON.stringify(details) === JSON.stringify(before)) return null;
    const redo = () => call('library/edit', { articleId, details });
    await redo();
    const undo = () => call('library/edit', { articleId, details: before, from });
    return { articleId, title, undo, redo };
  };
  return changeEach(articleIds, edit, name);
}

/** Records a saved change of articles as one step of undo. */
export function recordArticles(parts: readonly ArticlePart[], name: ArticleChangeName): void {
  const { label, toast } = nameFor(name, parts);
  const step = {
    label,
    target: articlesTarget(parts.map(({ articleId }) => articleId)),
    undo: () => inTurn(parts.toReversed(), 'undo'),
    redo: () => inTurn(parts, 'redo'),
  };
  recordUndo(step, toast === undefined ? {} : { toast });
}

/** Fills a message with the number of articles and the title of the first one. */
function nameFor(
  { label, toast }: ArticleChangeName,
  articles: readonly Pick<ArticlePart, 'title'>[],
): { readonly label: string; readonly toast?: string } {
  const title = cutAtWord(articles[0]?.title ?? '', MAX_NAMED_UTF16);
  const params = { n: articles.length, title };
  const names = { label: translate(label, params) };
  return toast === undefined ? names : { ...names, toast: translate(toast, params) };
}

/** The part of a removed article, which undo restores. Both directions can be repeated without harm. */
function presence(articleId: ArticleId, title: string): ArticlePart {
  const put = async (channel: 'library/remove' | 'library/restore'): Promise<void> => {
    try {
      await call(channel, { articleId });
    } catch (error) {
      const isThere = (await call('library/summaries', { articleIds: [articleId] })).length > 0;
      if (isThere !== (channel === 'library/restore')) throw error;
    }
  };
  return {
    articleId,
    title,
    undo: () => put('library/restore'),
    redo: () => put('library/remove'),
  };
}

async function putShelf({ id, title }: ArticleSummary, change: ShelfChange): Promise<ArticlePart> {
  const redo = () => call('shelf/put', { articleId: id, change });
  const before = await redo();
  // Only the changed fields are put back, because another change may have come between.
  const back: ShelfChange =
    'savedAt' in change ? { savedAt: before.savedAt } : { finished: before.finished };
  const undo = () => call('shelf/put', { articleId: id, change: back });
  return { articleId: id, title, undo, redo };
}

/** Changes one article after the other. The saved ones become a step of undo even when a later one fails. */
async function changeEach(
  articleIds: readonly ArticleId[],
  change: (article: ArticleSummary) => Promise<ArticlePart | null>,
  name: ArticleChangeName,
): Promise<void> {
  const parts: ArticlePart[] = [];
  try {
    for (const id of articleIds) {
      const [article] = await call('library/summaries', { articleIds: [id] });
      const part = article && (await change(article));
      if (part) parts.push(part);
    }
  } finally {
    if (parts.length > 0) recordArticles(parts, name);
  }
}

/** Calls a function for each article. An article that was erased does not keep the others from being changed. */
async function inTurn(
  parts: readonly ArticlePart[],
  direction: 'undo' | 'redo',
  { isSomeDone = false } = {},
): Promise<void> {
  const gone: unknown[] = [];
  for (const part of parts) {
    try {
      await part[direction]();
    } catch (error) {
      if (!isGone(error)) throw error;
      gone.push(error);
    }
  }
  if (gone.length > 0 && gone.length === parts.length && !isSomeDone) throw gone[0];
}

const isGone = (error: unknown): boolean =>
  error instanceof BridgeError && error.failure.code === 'library/not-found';
