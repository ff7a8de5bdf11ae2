import { describeFailure } from '#renderer/bridge/save-failure.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { translate } from '#shared/i18n/translate.ts';
import { undoWaitsFor } from './undo.ts';

/**
 * Makes a change. When it was not saved, a message says why and offers to try again, so that nothing on the screen
 * looks saved that is not.
 */
export async function attempt(change: () => Promise<unknown>): Promise<void> {
  const saving = change();
  undoWaitsFor(saving);
  try {
    await saving;
  } catch (error) {
    const action = { label: translate('common.retry'), run: () => void attempt(change) };
    showToast({ text: describeFailure(error), action });
  }
}
