import { refusalText } from '#shared/i18n/refusal-text.ts';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';
import { BridgeError } from './bridge.ts';

/** The message for codes that say more than the reason. */
const CODES: Readonly<Record<string, MessageKey>> = {
  'tags/unfinished': 'save.tagsUnfinished',
};

/** The code of a failure. A bug has the code `app/unexpected`. */
export const failureCode = (error: unknown): string =>
  error instanceof BridgeError ? error.failure.code : 'app/unexpected';

/** A sentence that something was not saved, and why: «لم يُحفظ: القرص ممتلئ». */
export function describeFailure(error: unknown): string {
  const reason = error instanceof BridgeError ? error.failure.params?.['reason'] : undefined;
  const code = failureCode(error);
  const key = CODES[code];
  return refusalText(reason) ?? (key ? translate(key) : translate('save.failed', { code }));
}
