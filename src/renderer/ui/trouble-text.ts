import type { Trouble } from '#shared/domain/article.ts';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';

const REASONS: Readonly<Record<string, MessageKey>> = {
  'library/original-missing': 'trouble.reason.originalMissing',
  'library/original-damaged': 'trouble.reason.originalDamaged',
  'library/original-unreadable': 'trouble.reason.originalUnreadable',
  'library/not-put-aside': 'trouble.reason.notPutAside',
  'library/read-only': 'trouble.reason.readOnly',
  'library/newer-version': 'trouble.reason.newerVersion',
  'library/not-saved': 'trouble.reason.notSaved',
};

/** Says why a damaged article could not be made again, as a part of a sentence. @param code the code of the reason */
export function troubleReason(code: string): string {
  const key = REASONS[code];
  return key ? translate(key) : translate('trouble.reason.notConverted', { code });
}

/** Says in a few words what is wrong with the file of an article. */
export function troubleText({ kind, reason }: Trouble): string {
  if (kind !== 'damaged') return translate('trouble.newer');
  if (reason === null) return translate('trouble.working');
  return translate('trouble.damagedWhy', { reason: troubleReason(reason) });
}
