import { useEffect, useState } from 'react';
import type { BackupOffer } from '#shared/domain/backup.ts';
import { translate } from '#shared/i18n/translate.ts';
import { call, listen } from '#renderer/bridge/bridge.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { ReadingFile } from './ReadingFile.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { RefusedDialog } from './RefusedDialog.tsx';
import { failureText } from './failure-text.ts';

/** Asks whether to restore a backup that was opened from the system, at the start or later. */
export function OpenedBackup() {
  const [shown, setShown] = useState<BackupOffer | string | null>(null);
  const close = () => setShown(null);

  useEffect(() => {
    const ask = async (): Promise<void> => {
      try {
        const offer = await call('backup/opened', {});
        if (offer) setShown(offer);
      } catch (error) {
        setShown(failureText(error));
      }
    };
    void ask();
    return listen('backup/opened', () => void ask());
  }, []);

  return (
    <>
      <ReadingFile
        event="backup/reading"
        cancelWith="backup/cancel"
        title={translate('backup.reading')}
        hint={translate('backup.readingHint')}
      />
      {typeof shown === 'string' && (
        <RefusedDialog title={translate('backup.choose')} text={shown} onClose={close} />
      )}
      {shown !== null && typeof shown !== 'string' && (
        <RestoreDialog
          key={shown.token}
          offer={shown}
          onOffer={setShown}
          onRestored={() => {
            showToast({ text: translate('backup.restored') });
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
