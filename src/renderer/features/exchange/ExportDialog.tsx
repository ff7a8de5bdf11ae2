import { useState } from 'react';
import type { ArticleId } from '#shared/domain/article.ts';
import { EXPORT_FORMATS } from '#shared/domain/choices.ts';
import type { ExportFormat } from '#shared/domain/exchange.ts';
import { translate } from '#shared/i18n/translate.ts';
import { call } from '#renderer/bridge/bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { showToast } from '#renderer/ui/toasts.ts';
import { Failure } from './Failure.tsx';
import { fileNameOf } from './file-name-of.ts';
import { useTask } from './use-task.ts';
import styles from './Exchange.module.css';

interface ExportDialogProps {
  /** The article that is open, if any: it can be exported alone. */
  readonly articleId: ArticleId | null;
  readonly onClose: () => void;
}

/** Chooses what is exported and how; the path comes from the system's own dialog. */
export function ExportDialog({ articleId, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormat>('markdown');
  const [isWhole, setWhole] = useState(articleId === null);
  const [onlyNotes, setOnlyNotes] = useState(false);
  const [citations, setCitations] = useState(true);
  const task = useTask();
  const holdsEverything = format === 'json-ld';

  const start = () =>
    task.run(async () => {
      const scope =
        isWhole || articleId === null
          ? ({ kind: 'all' } as const)
          : ({ kind: 'article', articleId } as const);
      const { path } = await call('exchange/export', { format, scope, onlyNotes, citations });
      if (path === null) return;
      showToast({ text: translate('exchange.exported', { file: fileNameOf(path) }) });
      onClose();
    });

  return (
    <Dialog title={translate('export.dialog')} onClose={onClose}>
      <div className={styles.stack}>
        {articleId !== null && (
          <fieldset className={styles.row}>
            <legend>{translate('export.scope')}</legend>
            {([false, true] as const).map((value) => (
              <label key={String(value)}>
                <input
                  type="radio"
                  name="export-scope"
                  checked={isWhole === value}
                  onChange={() => setWhole(value)}
                />
                {translate(value ? 'export.scope.all' : 'export.scope.article')}
              </label>
            ))}
          </fieldset>
        )}
        <fieldset className={styles.cards}>
          <legend>{translate('export.formatLabel')}</legend>
          {EXPORT_FORMATS.map((value) => (
            <label key={value}>
              <input
                type="radio"
                name="export-format"
                checked={format === value}
                onChange={() => setFormat(value)}
              />
              <b>{translate(`export.format.${value}`)}</b>
              <span>{translate(`export.hint.${value}`)}</span>
            </label>
          ))}
        </fieldset>
        <fieldset className={styles.row} disabled={holdsEverything}>
          <legend>{translate('export.include')}</legend>
          <label>
            <input
              type="checkbox"
              checked={onlyNotes && !holdsEverything}
              onChange={({ target }) => setOnlyNotes(target.checked)}
            />
            {translate('export.onlyNotes')}
          </label>
          <label>
            <input
              type="checkbox"
              checked={citations && !holdsEverything}
              onChange={({ target }) => setCitations(target.checked)}
            />
            {translate('export.citations')}
          </label>
        </fieldset>
        <Failure text={task.failure} />
        <DialogActions>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button kind="primary" disabled={task.busy} onClick={() => void start()}>
            {translate('export.start')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
