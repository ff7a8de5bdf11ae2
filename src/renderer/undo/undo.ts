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
 * Records a saved change, so that Ctrl+Z undoes it on any page. With `toast` a message says what happened, and its
 * button undoes the change, too.
 */
export function recordUndo(step: UndoStep, options: { readonly toast?: string } = {}): void {
  undo.record(step, options);
}

/** Makes undo and redo wait for a change that is being saved, so that Ctrl+Z right after it undoes this change. */
export const undoWaitsFor = (saving: Promise<unknown>): void => undo.waitFor(saving);

/** Undoes the last change. A change that is not on the screen is named and shown first. Never rejects. */
export const undoLast = (): Promise<void> => undo.request('undo');

/** Redoes the change that was undone last, by the same rule. Never rejects. */
export const redoLast = (): Promise<void> => undo.request('redo');

/** Forgets all changes, because another library has replaced this one. */
export const forgetChanges = (): void => undo.clear();

/** Forgets the changes of erased articles. */
export const forgetChangesOf = (articleIds: readonly ArticleId[]): void => undo.forget(articleIds);

async function titlesOf(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, string>> {
  const articleIds = ids.slice(0, MAX_CHANGED_ARTICLES);
  const summaries = await call('library/summaries', { articleIds });
  return new Map(summaries.map(({ id, title }) => [id, title]));
}
