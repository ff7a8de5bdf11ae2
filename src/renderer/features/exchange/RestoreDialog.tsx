import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { BackupOffer } from '#shared/domain/backup.ts';
import { translate } from '#shared/i18n/translate.ts';
import { call } from '#renderer/bridge/bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { forgetChanges } from '#renderer/undo/undo.ts';
import { isolateFileName } from '#shared/i18n/file-names.ts';
import { Failure } from './Failure.tsx';
import { formatDay } from './format-day.ts';
import { useTask } from './use-task.ts';
import styles from './Exchange.module.css';

const ROWS = ['annotations', 'notes', 'bookmarks', 'articles'] as const;

interface RestoreDialogProps {
  readonly offer: BackupOffer;
  readonly onRestored: () => void;
  readonly onClose: () => void;
}

/** Asks before a copy takes the place of the library: what is in it, and what is there now. */
export function RestoreDialog({ offer, onRestored, onClose }: RestoreDialogProps) {
  const client = useQueryClient();
  const [withSettings, setWithSettings] = useState(offer.hasSettings);
  const task = useTask();
  const { inside, present, ownArticles } = offer;

  const restore = () =>
    task.run(async () => {
      await call('backup/restore', { token: offer.token, withSettings });
      // Everything may be another now: nothing done before can be taken back, and what is on the screen is read again.
      forgetChanges();
      await client.invalidateQueries();
      onRestored();
    });

  return (
    <Dialog title={translate('backup.restoreTitle')} onClose={onClose}>
      <div className={styles.stack}>
        <p>
          {translate('backup.restoreFrom', {
            name: isolateFileName(offer.name),
            date: formatDay(offer.createdAt),
          })}
        </p>
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
        {ownArticles > 0 && (
          <p className={styles.hint}>{translate('backup.ownArticles', { n: ownArticles })}</p>
        )}
        <p className={styles.warning}>{translate('backup.restoreWarning')}</p>
        {offer.hasSettings && (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={withSettings}
              onChange={({ target }) => setWithSettings(target.checked)}
            />
            {translate('backup.withSettings')}
          </label>
        )}
        <Failure text={task.failure} />
        <DialogActions>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button kind="primary" disabled={task.busy} onClick={() => void restore()}>
            {translate('backup.restore')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
