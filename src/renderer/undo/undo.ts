import { describeFailure } from '#renderer/bridge/save-failure.ts';
import { announce } from '#renderer/ui/live.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { translate } from '#shared/i18n/translate.ts';
import { type UndoStep, createUndoStack } from './undo-stack.ts';

const stack = createUndoStack();

/**
 * Notes a change that is on the disk, so that it can be taken back: with Ctrl+Z on any page and, when
 * `toast` says what happened, with a button for some seconds.
 */
export function recordUndo(step: UndoStep, { toast }: { toast?: string } = {}): void {
  stack.record(step);
  if (toast === undefined) return;
  const run = (): void => {
    if (stack.isLast(step)) void undoLast();
  };
  showToast({ text: toast, action: { label: translate('toast.undo'), run } });
}

/** Takes the last change back and says which; never rejects. */
export async function undoLast(): Promise<void> {
  try {
    const step = await stack.undo();
    if (!step) return announce(translate('undo.nothing'));
    const action = { label: translate('undo.redo'), run: () => void redoLast() };
    showToast({ text: translate('undo.undone', { label: step.label }), action });
  } catch (error) {
    showToast({ text: describeFailure(error) });
  }
}

/** Does the change again that was taken back last; never rejects. */
export async function redoLast(): Promise<void> {
  try {
    const step = await stack.redo();
    if (!step) return announce(translate('undo.nothingToRedo'));
    const action = { label: translate('toast.undo'), run: () => void undoLast() };
    showToast({ text: translate('undo.redone', { label: step.label }), action });
  } catch (error) {
    showToast({ text: describeFailure(error) });
  }
}
