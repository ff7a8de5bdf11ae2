import type { RemovedItem } from '#shared/domain/removed-item.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import styles from './RemovedItems.module.css';

/** The most titles that the question names; the others are counted. */
const MAX_NAMED = 8;

interface EraseQuestionProps {
  readonly items: readonly RemovedItem[];
  readonly onErase: () => void;
  readonly onClose: () => void;
}

/** Asks before items are erased, and says which ones and what of them is kept. */
export function EraseQuestion({ items, onErase, onClose }: EraseQuestionProps) {
  const n = items.length;
  return (
    <Dialog title={translate('bin.question', { n })} onClose={onClose}>
      <div className={styles.stack}>
        <ul className={styles.named}>
          {items.slice(0, MAX_NAMED).map(({ articleId, title }) => (
            <li key={articleId} dir="auto">
              <Bidi text={title} />
            </li>
          ))}
          {n > MAX_NAMED && <li>{translate('bin.more', { n: n - MAX_NAMED })}</li>}
        </ul>
        <p className={styles.warning}>{translate('bin.warning', { n })}</p>
        <p className={styles.hint}>{translate('bin.stays')}</p>
      </div>
      <DialogActions>
        <Button kind="outline" onClick={onClose}>
          {translate('common.cancel')}
        </Button>
        <Button kind="danger" icon="trash" onClick={onErase}>
          {translate('bin.eraseNow')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
