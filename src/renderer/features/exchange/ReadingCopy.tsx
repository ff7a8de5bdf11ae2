import { useEffect, useState } from 'react';
import { translate } from '#shared/i18n/translate.ts';
import { call, listen } from '#renderer/bridge/bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { Spinner } from '#renderer/ui/Spinner.tsx';
import styles from './Exchange.module.css';

/** Most copies are read before anybody could read this, ms. */
const SHOWN_AFTER_MS = 400;

/** Says that a copy of the library is being read, and offers to end it. */
export function ReadingCopy() {
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    let timer: number | undefined;
    const stop = listen('backup/reading', ({ isReading }) => {
      window.clearTimeout(timer);
      if (isReading) timer = window.setTimeout(() => setShown(true), SHOWN_AFTER_MS);
      else setShown(false);
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, []);

  const cancel = () => void call('backup/cancel', {});
  if (!isShown) return null;
  return (
    <Dialog title={translate('backup.reading')} onClose={cancel} keeps>
      <div className={styles.stack}>
        <p className={styles.reading} role="status">
          <Spinner />
          {translate('backup.readingHint')}
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
