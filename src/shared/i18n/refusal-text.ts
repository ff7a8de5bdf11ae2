import { type MessageKey, translate } from './translate.ts';

const REASONS: Readonly<Record<string, MessageKey>> = {
  'disk-full': 'save.diskFull',
  'read-only': 'save.readOnly',
  'newer-version': 'save.newerVersion',
  locked: 'save.locked',
  'unread-journal': 'save.unreadJournal',
  'too-long': 'save.tooLong',
};

/**
 * Says that a change of the library was not saved, why, and what the reader can do. Returns `null` for a reason about
 * which the reader can do nothing. @param reason the `reason` of the failure
 */
export function refusalText(reason: unknown): string | null {
  const key = REASONS[String(reason)];
  return key ? translate(key) : null;
}
