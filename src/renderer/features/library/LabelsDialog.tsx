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
  /** The number of selected articles. */
  readonly count: number;
  /** The labels that all of the articles have. */
  readonly common: readonly string[];
  readonly known: readonly KnownLabel[];
  /**
   * @param labels  the labels that all articles shall have: missing ones are added, and common ones that are not listed
   *   here are removed
   */
  readonly onSave: (labels: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Asks for the tags or collections of several articles, which are changed in one step. */
export function LabelsDialog({ kind, count, common, known, onSave, onClose }: LabelsDialogProps) {
  const [labels, setLabels] = useState(common);
  const field = useRef<HTMLInputElement>(null);
  // The effect runs after the dialog has focused its first button.
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
