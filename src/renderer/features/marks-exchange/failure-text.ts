import { BridgeError } from '#renderer/bridge/bridge.ts';
import { isolatePath } from '#shared/i18n/file-names.ts';
import { refusalText } from '#shared/i18n/refusal-text.ts';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';

const MESSAGES: Readonly<Record<string, MessageKey>> = {
  'exchange/not-read': 'exchange.error.notRead',
  'exchange/not-a-file': 'exchange.error.notAFile',
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
  'backup/not-a-file': 'backup.error.notAFile',
  'backup/not-read': 'backup.error.notRead',
  'backup/not-listed': 'backup.error.notListed',
  'store/no-such-backup': 'backup.error.notRead',
  'backup/too-slow': 'backup.error.tooSlow',
  'backup/too-heavy': 'backup.error.tooHeavy',
  'backup/reader-ended': 'backup.error.readerEnded',
  'backup/no-room': 'backup.error.noRoom',
  'backup/library-changed': 'backup.error.libraryChanged',
  'backup/unfinished': 'backup.error.unfinished',
  'backup/settings-not-saved': 'backup.error.settingsNotSaved',
  'library/in-doubt': 'bin.error.inDoubt',
  'backup/offer-gone': 'exchange.error.gone',
};

/** The message for each reason why a file could not be written in a folder that the reader chose. */
const FILE_REFUSALS: Readonly<Record<string, MessageKey>> = {
  'disk-full': 'exchange.error.diskFull',
  'read-only': 'exchange.error.readOnly',
};

/** The failures of a change of the library; the others are those of files that the reader chose. */
const LIBRARY_REFUSALS: ReadonlySet<string> = new Set(['store/not-saved', 'library/not-saved']);
const RESTORE_REFUSALS: ReadonlySet<string> = new Set([
  'backup/not-restored',
  'backup/not-prepared',
]);

/** Says why the library was not changed. After a restore that failed, it says in what state the library is. */
function refusal(code: string, reason: string): string | null {
  if (LIBRARY_REFUSALS.has(code)) return refusalText(reason);
  if (!RESTORE_REFUSALS.has(code)) return null;
  if (reason === 'disk-full') return translate('backup.error.diskFull');
  return refusalText(reason) ?? translate('backup.error.notRestored');
}

/** The sentence that tells the reader what has failed and what can be done. */
export function failureText(error: unknown): string {
  if (!(error instanceof BridgeError)) return translate('err.generic');
  const { code, params } = error.failure;
  const reason = String(params?.['reason']);
  const refused = refusal(code, reason);
  if (refused !== null) return refused;
  const known = MESSAGES[code] ?? FILE_REFUSALS[reason];
  const folder = params?.['folder'];
  const words = folder === undefined ? params : { ...params, folder: isolatePath(String(folder)) };
  return known ? translate(known, words) : translate('exchange.error.other', { code });
}
