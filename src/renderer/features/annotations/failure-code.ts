import { translate } from '#shared/i18n/translate.ts';
import { BridgeError } from '#renderer/bridge/bridge.ts';
import { showToast } from '#renderer/ui/toasts.ts';

/** The code of a failure, to be shown with its message. */
export const failureCode = (error: unknown): string =>
  error instanceof BridgeError ? error.failure.code : 'app/unexpected';

/** Tells in a toast that a change could not be made. */
export function reportFailure(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    showToast({ text: translate('ann.failed', { code: failureCode(error) }) });
  });
}
