import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { BackupOffer } from '#shared/domain/backup.ts';
import { translate } from '#shared/i18n/translate.ts';
import { call } from '#renderer/bridge/bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isolateFileName } from '#shared/i18n/file-names.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { Failure } from './Failure.tsx';
import { RemovedItemsDialog } from './RemovedItemsDialog.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { fileNameOf } from './file-name-of.ts';
import { formatDay } from './format-day.ts';
import { useImport } from './use-import.tsx';
import { useTask } from './use-task.ts';
import styles from './Exchange.module.css';

/** The section «البيانات والنسخ الاحتياطي» of the settings: export, import, backup, automatic copies and the bin. */
export function DataSection() {
  const [isExporting, setExporting] = useState(false);
  const [isBinOpen, setBinOpen] = useState(false);
  const [offer, setOffer] = useState<BackupOffer | null>(null);
  /** The result of the last action. It is shown in the section, because a toast would lie behind the dialog. */
  const [done, setDone] = useState<string | null>(null);
  const importing = useImport();
  const task = useTask();
  const dated = useQuery({ queryKey: ['backup/dated'], queryFn: () => call('backup/dated', {}) });

  const write = () =>
    task.run(async () => {
      const { path } = await call('backup/write', {});
      setDone(path && translate('backup.written', { file: isolateFileName(fileNameOf(path)) }));
    });
  const choose = () => task.run(async () => setOffer(await call('backup/choose', {})));
  const inspect = (name: string) =>
    task.run(async () => setOffer(await call('backup/inspect', { name })));

  return (
    <div className={styles.stack}>
      <section className={styles.block}>
        <h3>{translate('exchange.marks')}</h3>
        <p className={styles.hint}>{translate('exchange.marksHint')}</p>
        <div className={styles.actions}>
          <Button kind="outline" onClick={() => setExporting(true)}>
            {translate('exchange.export')}
          </Button>
          <Button kind="outline" onClick={importing.start}>
            {translate('exchange.import')}
          </Button>
        </div>
      </section>
      <section className={styles.block}>
        <h3>{translate('backup.title')}</h3>
        <p className={styles.hint}>{translate('backup.hint')}</p>
        <div className={styles.actions}>
          <Button kind="outline" disabled={task.busy} onClick={() => void write()}>
            {translate('backup.writeOpen')}
          </Button>
          <Button kind="outline" disabled={task.busy} onClick={() => void choose()}>
            {translate('backup.chooseOpen')}
          </Button>
        </div>
        {done !== null && (
          <p className={styles.done} role="status">
            {done}
          </p>
        )}
        <Failure text={task.failure} />
      </section>
      <section className={styles.block}>
        <h3>{translate('backup.dated')}</h3>
        <p className={styles.hint}>{translate('backup.datedHint')}</p>
        {dated.data?.length === 0 && <p>{translate('backup.noneDated')}</p>}
        <ul className={styles.copies} aria-label={translate('backup.dated')}>
          {dated.data?.map(({ name, createdAt, kind }) => (
            <li key={name}>
              <span>
                {formatDay(createdAt)}
                <small>{translate(`backup.kindOf.${kind}`)}</small>
              </span>
              <Button
                small
                kind="outline"
                disabled={task.busy}
                aria-label={translate('backup.restoreOf', { date: formatDay(createdAt) })}
                onClick={() => void inspect(name)}
              >
                {translate('backup.restoreOpen')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.block}>
        <h3>{translate('bin.title')}</h3>
        <p className={styles.hint}>{translate('bin.hint')}</p>
        <div className={styles.actions}>
          <Button kind="outline" onClick={() => setBinOpen(true)}>
            {translate('bin.open')}
          </Button>
        </div>
      </section>
      {isBinOpen && <RemovedItemsDialog onClose={() => setBinOpen(false)} />}
      {isExporting && (
        <ExportDialog scopes={[{ kind: 'all' }]} onClose={() => setExporting(false)} />
      )}
      {offer && (
        <RestoreDialog
          key={offer.token}
          offer={offer}
          onOffer={setOffer}
          onRestored={() => {
            setDone(translate('backup.restored'));
            setOffer(null);
          }}
          onClose={() => setOffer(null)}
        />
      )}
      {importing.dialog}
    </div>
  );
}
