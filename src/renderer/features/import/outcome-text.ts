import { IMPORT_FAILURES, IMPORT_REMARKS, INTAKE_FAILURES } from '#shared/domain/import-codes.ts';
import type { ImportItem } from '#shared/domain/import.ts';
import type { ImportState } from '#shared/domain/import-progress.ts';
import type { Coded } from '#shared/domain/result.ts';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';

const FAILURES: ReadonlySet<string> = new Set([...IMPORT_FAILURES, ...INTAKE_FAILURES]);
const REMARKS: ReadonlySet<string> = new Set(IMPORT_REMARKS);

/** Why a file was not imported, and what can be done. */
export function failureText({ code, params }: Coded): string {
  if (!FAILURES.has(code)) return translate('err.generic');
  // Each code of the lists has its message; a test compares them.
  return translate(`import.failure.${code.replace('import/', '')}` as MessageKey, params);
}

/** What the reader should know of an imported article. */
export function remarkText({ code, params }: Coded): string | null {
  if (!REMARKS.has(code)) return null;
  return translate(`import.remark.${code.replace('import/', '')}` as MessageKey, params);
}

/** What became of the whole import, in one line. */
export function summaryText({ state, added, duplicates, updates, failed }: ImportState): string {
  const parts = [
    translate('import.count.added', { n: added }),
    ...(duplicates > 0 ? [translate('import.count.duplicates', { n: duplicates })] : []),
    ...(updates > 0 ? [translate('import.count.updates', { n: updates })] : []),
    ...(failed > 0 ? [translate('import.count.failed', { n: failed })] : []),
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

/** What asks for something to be done comes first; otherwise the order of the import. */
export function byUrgency(items: readonly ImportItem[]): readonly ImportItem[] {
  return items.toSorted((a, b) => RANK[a.outcome.kind] - RANK[b.outcome.kind] || a.index - b.index);
}
