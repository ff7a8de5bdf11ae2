import { call } from '#renderer/bridge/bridge.ts';
import { shownKeys } from '#renderer/ui/shortcuts.ts';
import { currentToast, dismissToast, showToast } from '#renderer/ui/toasts.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { MAX_CHANGED_ARTICLES } from '#shared/domain/limits.ts';
import { createUndo } from './create-undo.ts';
import { currentPage, goTo, isInSight, settle } from './screen.ts';
import { type UndoStep, createUndoStack } from './undo-stack.ts';

const undo = createUndo(createUndoStack(), {
  page: currentPage,
  isInSight,
  goTo,
  settle,
  titlesOf,
  showToast,
  currentToast,
  dismissToast,
  keysOf: (direction) => shownKeys(direction === 'undo' ? 'change.undo' : 'change.redo'),
});

/**
 * Notes a change that is on the disk, so that it can be taken back: with Ctrl+Z on any page and, when
 * `toast` says what happened, with a button for some seconds.
 */
export function recordUndo(step: UndoStep, options: { readonly toast?: string } = {}): void {
  undo.record(step, options);
}

/** Takes the last change back; names it first and goes there when it is not on the screen. Never rejects. */
export const undoLast = (): Promise<void> => undo.request('undo');

/** Does the change again that was taken back last, by the same rule; never rejects. */
export const redoLast = (): Promise<void> => undo.request('redo');

/** Forgets all changes, because another library has taken the place of this one. */
export const forgetChanges = (): void => undo.clear();

/** Forgets the changes of articles that are gone for good. */
export const forgetChangesOf = (articleIds: readonly ArticleId[]): void => undo.forget(articleIds);

async function titlesOf(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, string>> {
  const articleIds = ids.slice(0, MAX_CHANGED_ARTICLES);
  const summaries = await call('library/summaries', { articleIds });
  return new Map(summaries.map(({ id, title }) => [id, title]));
}
