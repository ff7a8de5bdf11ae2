import { useEffect, useState } from 'react';
import { translate } from '#shared/i18n/translate.ts';
import { call, listen } from '#renderer/bridge/bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { Spinner } from '#renderer/ui/Spinner.tsx';
import styles from './Exchange.module.css';

/** How long a file is read before the dialog appears, ms. Most files are read in less time. */
const SHOWN_AFTER_MS = 400;

interface ReadingFileProps {
  /** The event that reports when the reading begins and ends. */
  readonly event: 'backup/reading' | 'exchange/reading';
  readonly cancelWith: 'backup/cancel' | 'exchange/cancel-import';
  readonly title: string;
  readonly hint: string;
}

/** Says that a chosen file is being read, and offers to stop. */
export function ReadingFile({ event, cancelWith, title, hint }: ReadingFileProps) {
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    let timer: number | undefined;
    const stop = listen(event, ({ isReading }) => {
      window.clearTimeout(timer);
      if (isReading) timer = window.setTimeout(() => setShown(true), SHOWN_AFTER_MS);
      else setShown(false);
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [event]);

  const cancel = () => void call(cancelWith, {});
  if (!isShown) return null;
  return (
    <Dialog title={title} onClose={cancel} keeps>
      <div className={styles.stack}>
        <p className={styles.reading} role="status">
          <Spinner />
          {hint}
        </p>
        <DialogActions>
          <Button kind="outline" onClick={cancel}>
            {translate('common.cancel')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
