import { type MessageKey, translate } from '#shared/i18n/translate.ts';
import { BridgeError } from './bridge.ts';

/** By the reason that the store gives. */
const REASONS: Readonly<Record<string, MessageKey>> = {
  'disk-full': 'save.diskFull',
  'read-only': 'save.readOnly',
  'newer-version': 'save.newerVersion',
  locked: 'save.locked',
  'too-long': 'save.tooLong',
};

/** By the code of the failure, where that says more than the reason. */
const CODES: Readonly<Record<string, MessageKey>> = {
  'tags/unfinished': 'save.tagsUnfinished',
};

/** The code of a failure; a bug has one, too. */
export const failureCode = (error: unknown): string =>
  error instanceof BridgeError ? error.failure.code : 'app/unexpected';

/** Says that something was not saved, and why: «لم يُحفظ: القرص ممتلئ». */
export function describeFailure(error: unknown): string {
  const reason = error instanceof BridgeError ? error.failure.params?.['reason'] : undefined;
  const code = failureCode(error);
  const key = REASONS[String(reason)] ?? CODES[code];
  return key ? translate(key) : translate('save.failed', { code });
}
