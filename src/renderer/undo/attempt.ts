import { describeFailure } from '#renderer/bridge/save-failure.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { translate } from '#shared/i18n/translate.ts';

/**
 * Carries out a change; when it is not saved, says why and offers to try again. Nothing on the screen
 * pretends that it was.
 */
export async function attempt(change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (error) {
    const action = { label: translate('common.retry'), run: () => void attempt(change) };
    showToast({ text: describeFailure(error), action });
  }
}
