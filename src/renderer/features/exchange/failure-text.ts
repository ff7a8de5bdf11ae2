import { BridgeError } from '#renderer/bridge/bridge.ts';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';

const MESSAGES: Readonly<Record<string, MessageKey>> = {
  'exchange/not-read': 'exchange.error.notRead',
  'exchange/too-large': 'exchange.error.tooLarge',
  'exchange/not-text': 'exchange.error.otherFormat',
  'exchange/not-whole': 'exchange.error.notWhole',
  'exchange/other-format': 'exchange.error.otherFormat',
  'exchange/newer-version': 'exchange.error.newerVersion',
  'exchange/empty': 'exchange.error.empty',
  'exchange/plan-gone': 'exchange.error.gone',
  'backup/other-format': 'backup.error.otherFormat',
  'backup/newer-version': 'exchange.error.newerVersion',
  'backup/damaged': 'backup.error.damaged',
  'backup/unexpected-entry': 'backup.error.unexpectedEntry',
  'backup/too-large': 'backup.error.tooLarge',
  'library/in-doubt': 'bin.error.inDoubt',
  'backup/offer-gone': 'exchange.error.gone',
};

/** Why a file could not be written, or a change not saved. */
const REFUSALS: Readonly<Record<string, MessageKey>> = {
  'disk-full': 'exchange.error.diskFull',
  'read-only': 'exchange.error.readOnly',
  locked: 'save.locked',
};

/** What the reader is told of a failure: what happened, and what can be done. */
export function failureText(error: unknown): string {
  if (!(error instanceof BridgeError)) return translate('err.generic');
  const { code, params } = error.failure;
  const known = MESSAGES[code] ?? REFUSALS[String(params?.['reason'])];
  return known ? translate(known, params) : translate('exchange.error.other', { code });
}
