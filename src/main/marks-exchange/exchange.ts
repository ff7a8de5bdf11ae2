import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { ExportRequest } from '#shared/domain/exchange.ts';
import type { ImportReport, Written } from '#shared/domain/import-report.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { ExchangeParts } from './exchange-parts.ts';
import { exportMarks } from './export-marks.ts';
import type { NotRead, NotWritten } from './files.ts';
import { type Imported, applyPlan, planFile } from './import-marks.ts';
import type { ImportPlan } from './plan-import.ts';
import type { ImportFileError } from './read-import.ts';

/** The plan no longer exists, because another file was chosen since. */
export interface PlanGone extends Coded {
  readonly code: 'exchange/plan-gone';
}

/** Exports marks to files and imports them. */
export interface Exchange {
  /** Asks for a path and writes the marks there; the path is `null` when the reader cancels. */
  exportMarks(request: ExportRequest): Promise<Result<Written, NotWritten>>;
  /** Asks for a file and returns what importing it would do; `null` when the reader cancels at any time. */
  readImport(): Promise<Result<ImportReport | null, ImportFileError | NotRead>>;
  /** Stops reading a file: `readImport` answers `null`, and there is nothing to apply. */
  cancelImport(): void;
  /** Applies what `readImport` has shown, article by article. Returns what it changed, and why it stopped, if it did. */
  applyImport(token: string): Result<Imported, PlanGone>;
}

export function createExchange(parts: ExchangeParts): Exchange {
  let planned: { readonly token: string; readonly plan: ImportPlan } | null = null;
  let reading: { isCancelled: boolean } | null = null;

  /** Only one file is read at a time, so choosing another one stops the earlier reading. */
  async function planOf(path: string): ReturnType<typeof planFile> {
    if (reading) reading.isCancelled = true;
    const own = { isCancelled: false };
    reading = own;
    parts.onReading(true);
    try {
      return await planFile(parts, path, () => own.isCancelled);
    } finally {
      if (reading === own) {
        reading = null;
        parts.onReading(false);
      }
    }
  }

  return {
    exportMarks: (request) => exportMarks(parts, request),
    async readImport() {
      planned = null;
      const path = await parts.dialogs.chooseSource({
        title: translate('exchange.importDialog'),
        kind: { name: translate('export.format.json-ld'), extensions: ['jsonld', 'json'] },
      });
      if (path === null) return succeed(null);
      const made = await planOf(path);
      if (!made.ok || made.value === null) return made.ok ? succeed(null) : made;
      planned = { token: randomUUID(), plan: made.value };
      return succeed({ ...made.value.report, token: planned.token, fileName: basename(path) });
    },
    cancelImport() {
      if (reading) reading.isCancelled = true;
    },
    applyImport(token) {
      if (planned?.token !== token) return fail({ code: 'exchange/plan-gone' });
      const imported = applyPlan(parts, planned.plan);
      if (imported.failure === null) planned = null;
      return succeed(imported);
    },
  };
}
