import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { BackupOffer } from '#shared/domain/backup.ts';
import { isolateFileName } from '#shared/i18n/file-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import { BridgeError, call } from '#renderer/bridge/bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Check } from '#renderer/ui/Check.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { forgetChanges } from '#renderer/undo/undo.ts';
import { Failure } from './Failure.tsx';
import { RestoreChanges } from './RestoreChanges.tsx';
import { formatDay } from './format-day.ts';
import { useTask } from './use-task.ts';
import styles from './Exchange.module.css';

const ROWS = ['annotations', 'notes', 'bookmarks', 'articles'] as const;

interface RestoreDialogProps {
  readonly offer: BackupOffer;
  /** Called with another backup that is offered in place of this one. */
  readonly onOffer: (offer: BackupOffer) => void;
  readonly onRestored: () => void;
  readonly onClose: () => void;
}

/** Asks before a backup is restored. It shows the content of the backup, the present library, and what will change. */
export function RestoreDialog({ offer, onOffer, onRestored, onClose }: RestoreDialogProps) {
  const restoring = useRestore(offer, onRestored, onClose);
  const { task, withSettings, setWithSettings } = restoring;

  return (
    <Dialog title={translate('backup.restoreTitle')} onClose={restoring.leave} keeps={task.busy}>
      <div className={styles.stack}>
        <p>
          {translate('backup.restoreFrom', {
            name: isolateFileName(offer.name),
            date: formatDay(offer.createdAt),
          })}
        </p>
        <RestoreChanges offer={offer} />
        <Counts offer={offer} />
        <p className={styles.hint}>{translate('backup.restoreWarning')}</p>
        {offer.hasSettings && (
          <Check
            checked={withSettings}
            onChange={setWithSettings}
            hint={!offer.isOwnCopy && translate('backup.settingsHint')}
          >
            {translate('backup.withSettings')}
          </Check>
        )}
        <Failure text={task.failure} />
        <DialogActions>
          <Button onClick={restoring.leave}>{translate('common.cancel')}</Button>
          {restoring.isUnfinished && (
            <Button
              kind="outline"
              disabled={task.busy}
              onClick={() => void restoring.toBefore(onOffer)}
            >
              {translate('backup.toBefore')}
            </Button>
          )}
          <Button kind="primary" disabled={task.busy} onClick={() => void restoring.restore()}>
            {translate(task.busy ? 'backup.restoring' : 'backup.restore')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

function useRestore(offer: BackupOffer, onRestored: () => void, onClose: () => void) {
  const client = useQueryClient();
  // The settings of somebody else's backup are left out by default, because they may look strange and rename meanings.
  const [withSettings, setWithSettings] = useState(offer.hasSettings && offer.isOwnCopy);
  const [isUnfinished, setUnfinished] = useState(false);
  const task = useTask();

  const restore = () =>
    task.run(async () => {
      try {
        await call('backup/restore', { token: offer.token, withSettings });
      } catch (error) {
        const code = error instanceof BridgeError ? error.failure.code : '';
        if (code === 'backup/cancelled') return onClose();
        setUnfinished(code === 'backup/unfinished');
        throw error;
      }
      // Everything may have changed, so earlier changes cannot be undone any more and all data is read again.
      forgetChanges();
      await client.invalidateQueries();
      onRestored();
    });

  /** Offers the backup that was made before the attempt. */
  const toBefore = (onOffer: (offer: BackupOffer) => void) =>
    task.run(async () => {
      const dated = await call('backup/dated', {});
      const before = dated.find(({ kind }) => kind === 'before-restore');
      const offered = before && (await call('backup/inspect', { name: before.name }));
      if (offered) onOffer(offered);
    });

  /** Closes the dialog, and stops the preparation of the restore while nothing has changed yet. */
  const leave = () => {
    if (task.busy) void call('backup/cancel', {});
    else onClose();
  };

  return { task, withSettings, setWithSettings, isUnfinished, restore, toBefore, leave };
}

function Counts({ offer: { inside, present } }: { readonly offer: BackupOffer }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          <th scope="col">{translate('backup.inCopy')}</th>
          <th scope="col">{translate('backup.now')}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row">{translate(`backup.row.${row}`)}</th>
            <td>{inside[row]}</td>
            <td>{present[row]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
