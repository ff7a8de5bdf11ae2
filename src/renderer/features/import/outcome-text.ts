import { IMPORT_REMARKS } from '#shared/domain/import-codes.ts';
import type { ImportItem } from '#shared/domain/import.ts';
import type { ImportJobState } from '#shared/domain/import-progress.ts';
import type { Coded } from '#shared/domain/result.ts';
import { describeImport } from '#shared/i18n/describe-import.ts';
import { translate } from '#shared/i18n/translate.ts';

const REMARKS: ReadonlySet<string> = new Set(IMPORT_REMARKS);

/** The sentence that says what the reader should know about an imported article. */
export function remarkText(remark: Coded): string | null {
  return REMARKS.has(remark.code) ? describeImport(remark) : null;
}

/** The result of the whole import in one line. */
export function summaryText({
  state,
  added,
  duplicates,
  updates,
  failed,
  locks,
}: ImportJobState): string {
  const parts = [
    translate('import.count.added', { n: added }),
    ...(duplicates > 0 ? [translate('import.count.duplicates', { n: duplicates })] : []),
    ...(updates > 0 ? [translate('import.count.updates', { n: updates })] : []),
    ...(failed > 0 ? [translate('import.count.failed', { n: failed })] : []),
    ...(locks > 0 ? [translate('import.count.locks', { n: locks })] : []),
    ...(state === 'cancelled' ? [translate('import.cancelled')] : []),
  ];
  return parts.join(' · ');
}

const RANK: Readonly<Record<ImportItem['outcome']['kind'], number>> = {
  failed: 0,
  update: 1,
  updated: 2,
  added: 3,
  duplicate: 4,
};

/** The items with those first that need something to be done. Otherwise they keep the order of the import. */
export function byUrgency(items: readonly ImportItem[]): readonly ImportItem[] {
  return items.toSorted((a, b) => RANK[a.outcome.kind] - RANK[b.outcome.kind] || a.index - b.index);
}
