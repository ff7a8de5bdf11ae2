import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { Failure } from './Failure.tsx';
import styles from './Exchange.module.css';

interface RefusedDialogProps {
  readonly title: string;
  /** The sentence that says why the file was refused. */
  readonly text: string;
  readonly onClose: () => void;
}

/** Says why a file cannot be read, and that nothing has changed. */
export function RefusedDialog({ title, text, onClose }: RefusedDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.stack}>
        <Failure text={text} />
        <p className={styles.hint}>{translate('exchange.nothingChanged')}</p>
        <DialogActions>
          <Button kind="primary" onClick={onClose}>
            {translate('common.done')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
