import { type ReactNode, useState } from 'react';
import type { ImportReport } from '#shared/domain/import-report.ts';
import { translate } from '#shared/i18n/translate.ts';
import { BridgeError, call } from '#renderer/bridge/bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { recordImported } from '#renderer/undo/mark-changes.ts';
import { Failure } from './Failure.tsx';
import { ImportReportView } from './ImportReportView.tsx';
import { ReadingFile } from './ReadingFile.tsx';
import { RefusedDialog } from './RefusedDialog.tsx';
import { failureText } from './failure-text.ts';
import { useTask } from './use-task.ts';
import styles from './Exchange.module.css';

/** Imports marks in steps: the reader chooses a file, sees what it would change, and confirms. */
export function useImport(): { readonly start: () => void; readonly dialog: ReactNode } {
  const [shown, setShown] = useState<ImportReport | string | null>(null);
  /** True from the dialog that asks for a file until its report is shown. */
  const [isAsking, setAsking] = useState(false);
  const close = () => setShown(null);

  async function choose(): Promise<void> {
    setAsking(true);
    try {
      setShown(await call('exchange/read-import', {}));
    } catch (error) {
      setShown(failureText(error));
    } finally {
      setAsking(false);
    }
  }

  return {
    start: () => void choose(),
    dialog:
      shown === null ? (
        isAsking && (
          <ReadingFile
            event="exchange/reading"
            cancelWith="exchange/cancel-import"
            title={translate('exchange.importDialog')}
            hint={translate('exchange.readingHint')}
          />
        )
      ) : typeof shown === 'string' ? (
        <RefusedDialog title={translate('exchange.importDialog')} text={shown} onClose={close} />
      ) : (
        <ImportDialog report={shown} onClose={close} />
      ),
  };
}

function ImportDialog({ report, onClose }: { report: ImportReport; onClose: () => void }) {
  const task = useTask();
  const { exact, repaired, approximate, orphaned, unanchored } = report.counts;
  const taken = exact + repaired + approximate + orphaned + unanchored;

  const apply = () =>
    task.run(async () => {
      const { changed, failure } = await call('exchange/apply-import', { token: report.token });
      recordImported(changed);
      if (failure) throw new BridgeError(failure);
      onClose();
    });

  return (
    <Dialog title={translate('exchange.importDialog')} onClose={onClose}>
      <div className={styles.stack}>
        <ImportReportView report={report} />
        <Failure text={task.failure} />
        <DialogActions>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button kind="primary" disabled={task.busy || taken === 0} onClick={() => void apply()}>
            {translate('exchange.importNow', { n: taken })}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
