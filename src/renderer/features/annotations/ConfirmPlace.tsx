import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { announce } from '#renderer/ui/live.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import { pinHighlight } from '#renderer/undo/mark-changes.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './AnnotationCard.module.css';

/** Asks whether an approximate anchor is right. Until the reader confirms it, the stored place is kept. */
export function ConfirmPlace({ annotation }: { readonly annotation: PlacedAnnotation }) {
  const { span, record } = annotation;
  const confirm = (): void =>
    void attempt(async () => {
      await pinHighlight(record, span, { label: 'undo.confirm' });
      announce(translate('anchor.confirmed'));
    });
  return (
    <div className={styles.confirm}>
      <p>{translate('anchor.ask')}</p>
      <Button small kind="outline" icon="check" onClick={confirm}>
        {translate('anchor.confirm')}
      </Button>
    </div>
  );
}
