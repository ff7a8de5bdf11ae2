import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { LabelField } from '#renderer/ui/LabelField.tsx';
import type { KnownLabel } from '#renderer/ui/labels.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { LabelKind } from './label-changes.ts';
import styles from './LabelsDialog.module.css';

interface LabelsDialogProps {
  readonly kind: LabelKind;
  /** How many articles it is about. */
  readonly count: number;
  /** What all of them have. */
  readonly common: readonly string[];
  readonly known: readonly KnownLabel[];
  /** @param labels  what all of them shall have: what is missing is added, what was common and is gone is taken away */
  readonly onSave: (labels: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Tags or collections of many articles at once: one dialog, one change. */
export function LabelsDialog({ kind, count, common, known, onSave, onClose }: LabelsDialogProps) {
  const [labels, setLabels] = useState(common);
  const field = useRef<HTMLInputElement>(null);
  // After the dialog has given the focus to its first button.
  useEffect(() => field.current?.focus(), []);

  function save(event: FormEvent): void {
    event.preventDefault();
    onSave(labels);
    onClose();
  }

  return (
    <Dialog title={translate(`library.labels.${kind}`, { n: count })} keeps onClose={onClose}>
      <form onSubmit={save}>
        <div className={styles.labels}>
          <LabelField
            eager
            inputRef={field}
            label={translate(`details.field.${kind}`)}
            values={labels}
            known={known}
            icon={kind === 'tags' ? 'tag' : 'folder'}
            describeNew={(label) =>
              translate(kind === 'tags' ? 'tags.new' : 'collections.new', { label })
            }
            onChange={setLabels}
          />
        </div>
        <DialogActions>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button kind="primary" type="submit">
            {translate('details.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
