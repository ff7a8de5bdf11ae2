import { type MessageKey, translate } from '#shared/i18n/translate.ts';
import { BridgeError } from './bridge.ts';

/** The message for each reason that the store gives. */
const REASONS: Readonly<Record<string, MessageKey>> = {
  'disk-full': 'save.diskFull',
  'read-only': 'save.readOnly',
  'newer-version': 'save.newerVersion',
  locked: 'save.locked',
  'unread-journal': 'save.unreadJournal',
  'too-long': 'save.tooLong',
};

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
  const key = REASONS[String(reason)] ?? CODES[code];
  return key ? translate(key) : translate('save.failed', { code });
}
