import { useState } from 'react';
import { EXPORT_FORMATS } from '#shared/domain/choices.ts';
import type { ExportFormat, ExportScope } from '#shared/domain/exchange.ts';
import { translate } from '#shared/i18n/translate.ts';
import { call } from '#renderer/bridge/bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { showToast } from '#renderer/ui/toasts.ts';
import { isolateFileName } from '#shared/i18n/file-names.ts';
import { Failure } from './Failure.tsx';
import { fileNameOf } from './file-name-of.ts';
import { useTask } from './use-task.ts';
import styles from './Exchange.module.css';

interface ExportDialogProps {
  /** What can be exported. The first one is chosen when the dialog opens. */
  readonly scopes: readonly [ExportScope, ...ExportScope[]];
  readonly onClose: () => void;
}

/** Asks what to export and in which format. The path is asked for in the dialog of the system. */
export function ExportDialog({ scopes, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormat>('markdown');
  const [scope, setScope] = useState(scopes[0]);
  const [onlyNotes, setOnlyNotes] = useState(false);
  const [citations, setCitations] = useState(true);
  const [text, setText] = useState(false);
  const task = useTask();
  const holdsEverything = format === 'json-ld';

  const start = () =>
    task.run(async () => {
      const { path } = await call('exchange/export', {
        format,
        scope,
        onlyNotes,
        citations,
        text,
      });
      if (path === null) return;
      showToast({
        text: translate('exchange.exported', { file: isolateFileName(fileNameOf(path)) }),
      });
      onClose();
    });

  return (
    <Dialog title={translate('export.dialog')} onClose={onClose}>
      <div className={styles.stack}>
        {scopes.length > 1 && <ScopeField scopes={scopes} value={scope} onChange={setScope} />}
        <FormatField value={format} onChange={setFormat} />
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
          <label>
            <input
              type="checkbox"
              disabled={format !== 'markdown'}
              checked={format === 'html' || (text && format === 'markdown')}
              onChange={({ target }) => setText(target.checked)}
            />
            {translate('export.text')}
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

interface ScopeFieldProps extends Pick<ExportDialogProps, 'scopes'> {
  readonly value: ExportScope;
  readonly onChange: (scope: ExportScope) => void;
}

function ScopeField({ scopes, value, onChange }: ScopeFieldProps) {
  return (
    <fieldset className={styles.row}>
      <legend>{translate('export.scope')}</legend>
      {scopes.map((scope) => (
        <label key={scope.kind}>
          <input
            type="radio"
            name="export-scope"
            checked={scope.kind === value.kind}
            onChange={() => onChange(scope)}
          />
          {scopeName(scope)}
        </label>
      ))}
    </fieldset>
  );
}

interface FormatFieldProps {
  readonly value: ExportFormat;
  readonly onChange: (format: ExportFormat) => void;
}

function FormatField({ value, onChange }: FormatFieldProps) {
  return (
    <fieldset className={styles.cards}>
      <legend>{translate('export.formatLabel')}</legend>
      {EXPORT_FORMATS.map((format) => (
        <label key={format}>
          <input
            type="radio"
            name="export-format"
            checked={format === value}
            onChange={() => onChange(format)}
          />
          <b>{translate(`export.format.${format}`)}</b>
          <span>{translate(`export.hint.${format}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

const scopeName = (scope: ExportScope): string =>
  scope.kind === 'selection'
    ? translate('ann.selected', { n: scope.ids.length })
    : translate(`export.scope.${scope.kind}`);
