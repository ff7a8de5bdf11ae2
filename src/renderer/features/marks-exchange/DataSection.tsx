import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { BackupOffer } from '#shared/domain/backup.ts';
import { translate } from '#shared/i18n/translate.ts';
import { call } from '#renderer/bridge/bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isolateFileName } from '#shared/i18n/file-names.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { Failure } from './Failure.tsx';
import { failureText } from './failure-text.ts';
import { RemovedItemsDialog } from './RemovedItemsDialog.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { fileNameOf } from './file-name-of.ts';
import { formatDay } from './format-day.ts';
import { useImport } from './use-import.tsx';
import { type Task, useTask } from './use-task.ts';
import styles from './Exchange.module.css';

/** The section «البيانات والنسخ الاحتياطي» of the settings: export, import, backup, automatic copies and the bin. */
export function DataSection() {
  const [isExporting, setExporting] = useState(false);
  const [offer, setOffer] = useState<BackupOffer | null>(null);
  /** The result of the last action. It is shown in the section, because a toast would lie behind the dialog. */
  const [done, setDone] = useState<string | null>(null);
  const importing = useImport();
  const task = useTask();
  const { isWriting, write } = useWriting(task, setDone);
  const choose = () => task.run(async () => setOffer(await call('backup/choose', {})));
  const inspect = (name: string) =>
    task.run(async () => setOffer(await call('backup/inspect', { name })));

  return (
    <div className={styles.stack}>
      <MarksBlock onExport={() => setExporting(true)} onImport={importing.start} />
      <BackupBlock
        task={task}
        isWriting={isWriting}
        done={done}
        onWrite={write}
        onChoose={choose}
      />
      <DatedBlock isBusy={task.busy} onInspect={inspect} />
      <BinBlock />
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

/** Writes a backup. @param onDone told in a sentence what was written, or `null` when the reader chose no file */
function useWriting(task: Task, onDone: (text: string | null) => void) {
  const [isWriting, setWriting] = useState(false);
  const write = () =>
    task.run(async () => {
      setWriting(true);
      const written = await call('backup/write', {}).finally(() => setWriting(false));
      if (!written) return onDone(null);
      const file = isolateFileName(fileNameOf(written.path));
      const text = translate('backup.written', { file });
      const leftOut = translate('backup.leftOut', { n: written.leftOut });
      onDone(written.leftOut > 0 ? `${text} ${leftOut}` : text);
    });
  return { isWriting, write };
}

interface MarksBlockProps {
  readonly onExport: () => void;
  readonly onImport: () => void;
}

function MarksBlock({ onExport, onImport }: MarksBlockProps) {
  return (
    <section className={styles.block}>
      <h3>{translate('exchange.marks')}</h3>
      <p className={styles.hint}>{translate('exchange.marksHint')}</p>
      <div className={styles.actions}>
        <Button kind="outline" onClick={onExport}>
          {translate('exchange.export')}
        </Button>
        <Button kind="outline" onClick={onImport}>
          {translate('exchange.import')}
        </Button>
      </div>
    </section>
  );
}

interface BackupBlockProps {
  readonly task: Task;
  readonly isWriting: boolean;
  /** The result of the last action; `null` when there is none. */
  readonly done: string | null;
  readonly onWrite: () => unknown;
  readonly onChoose: () => unknown;
}

function BackupBlock({ task, isWriting, done, onWrite, onChoose }: BackupBlockProps) {
  return (
    <section className={styles.block}>
      <h3>{translate('backup.title')}</h3>
      <p className={styles.hint}>{translate('backup.hint')}</p>
      <div className={styles.actions}>
        <Button kind="outline" disabled={task.busy} onClick={() => void onWrite()}>
          {translate(isWriting ? 'backup.writing' : 'backup.writeOpen')}
        </Button>
        <Button kind="outline" disabled={task.busy} onClick={() => void onChoose()}>
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
  );
}

interface DatedBlockProps {
  readonly isBusy: boolean;
  readonly onInspect: (name: string) => unknown;
}

/** The copies that the app made by itself. */
function DatedBlock({ isBusy, onInspect }: DatedBlockProps) {
  const dated = useQuery({ queryKey: ['backup/dated'], queryFn: () => call('backup/dated', {}) });
  return (
    <section className={styles.block}>
      <h3>{translate('backup.dated')}</h3>
      <p className={styles.hint}>{translate('backup.datedHint')}</p>
      <Failure text={dated.isError ? failureText(dated.error) : null} />
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
              disabled={isBusy}
              aria-label={translate('backup.restoreOf', { date: formatDay(createdAt) })}
              onClick={() => void onInspect(name)}
            >
              {translate('backup.restoreOpen')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function BinBlock() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <section className={styles.block}>
        <h3>{translate('bin.title')}</h3>
        <p className={styles.hint}>{translate('bin.hint')}</p>
        <div className={styles.actions}>
          <Button kind="outline" onClick={() => setOpen(true)}>
            {translate('bin.open')}
          </Button>
        </div>
      </section>
      {isOpen && <RemovedItemsDialog onClose={() => setOpen(false)} />}
    </>
  );
}
