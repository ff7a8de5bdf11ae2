import { call } from '#renderer/bridge/bridge.ts';
import { presenceOfMany } from '#renderer/undo/article-changes.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import { articlesTarget } from '#renderer/undo/undo-target.ts';
import { recordUndo } from '#renderer/undo/undo.ts';
import type { Input, Output } from '#shared/contract/contract.ts';
import type { ShelfChange } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { LabelGroup } from '#shared/domain/labels.ts';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';
import { type LabelKind, labelGroups } from './label-changes.ts';
import type { LibraryItem } from './reading-state.ts';

/** The name of a change of many articles for undo, and for the message that is shown after it. */
interface Name {
  readonly label: MessageKey;
  readonly toast: MessageKey;
}

interface Step {
  readonly articleIds: readonly ArticleId[];
  readonly undo: () => Promise<unknown>;
  readonly redo: () => Promise<unknown>;
}

/** Changes the labels of many articles in one call, as one step of undo. */
export function labelMany(
  items: readonly LibraryItem[],
  kind: LabelKind,
  wanted: readonly string[],
): Promise<void> {
  const groups = labelGroups(items, kind, wanted);
  if (groups.length === 0) return Promise.resolve();
  return attempt(async () => {
    const before = await call('library/label', { groups });
    const put = (side: LabelGroup[]) => call('library/label', { groups: side });
    recordStep(items, NAMES[kind], {
      articleIds: before.groups.flatMap(({ articleIds }) => articleIds),
      undo: () => put(before.groups),
      redo: () => put(groups),
    });
  });
}

/** Marks many articles as read or unread, or adds them to the reading list or removes them, as one step of undo. */
export const shelveMany = (
  items: readonly LibraryItem[],
  name: 'read' | 'unread' | 'saved' | 'unsaved',
): Promise<void> =>
  attempt(async () => {
    const at = new Date().toISOString();
    const change: ShelfChange =
      name === 'saved' || name === 'unsaved'
        ? { savedAt: name === 'saved' ? at : null }
        : { finished: { is: name === 'read', at } };
    const groups = [{ articleIds: items.map(({ article }) => article.id), change }];
    const before = await call('shelf/put-many', { groups });
    const back = shelvesBefore(before, change);
    recordStep(items, NAMES[name], {
      articleIds: before.map(({ articleId }) => articleId),
      undo: () => call('shelf/put-many', { groups: back }),
      redo: () => call('shelf/put-many', { groups }),
    });
  });

/**
 * Moves many own articles to the bin, as one step of undo. @param onRemoved called when they are removed, but not when
 * they come back and go again by undo
 */
export const removeMany = (items: readonly LibraryItem[], onRemoved: () => void): Promise<void> =>
  attempt(async () => {
    const own = items.filter(({ article }) => article.own);
    const removed = await call('library/remove-many', {
      articleIds: own.map(({ article }) => article.id),
    });
    onRemoved();
    recordStep(items, NAMES.removed, { ...removed, ...presenceOfMany(removed.articleIds) });
  });

const NAMES = {
  tags: { label: 'library.undo.tags', toast: 'library.done.tags' },
  collections: { label: 'library.undo.collections', toast: 'library.done.collections' },
  read: { label: 'undo.read', toast: 'library.item.markedRead' },
  unread: { label: 'undo.unread', toast: 'library.item.markedUnread' },
  saved: { label: 'undo.save', toast: 'library.item.saved' },
  unsaved: { label: 'undo.unsave', toast: 'library.item.unsaved' },
  removed: { label: 'undo.removeArticle', toast: 'library.removed' },
} as const satisfies Readonly<Record<string, Name>>;

function recordStep(
  items: readonly LibraryItem[],
  name: Name,
  { articleIds, undo, redo }: Step,
): void {
  const first = items.find(({ article }) => article.id === articleIds[0]);
  if (!first) return;
  const params = { n: articleIds.length, title: first.article.title };
  recordUndo(
    { label: translate(name.label, params), target: articlesTarget(articleIds), undo, redo },
    { toast: translate(name.toast, params) },
  );
}

type ShelfGroup = Input<'shelf/put-many'>['groups'][number];

/** Only the changed fields are put back, because another field may have been changed meanwhile. */
function shelvesBefore(before: Output<'shelf/put-many'>, change: ShelfChange): ShelfGroup[] {
  const groups = new Map<string, ShelfGroup>();
  for (const { articleId, shelf } of before) {
    const back = 'savedAt' in change ? { savedAt: shelf.savedAt } : { finished: shelf.finished };
    const key = JSON.stringify(back);
    const group = groups.get(key);
    if (group) group.articleIds.push(articleId);
    else groups.set(key, { articleIds: [articleId], change: back });
  }
  return [...groups.values()];
}
