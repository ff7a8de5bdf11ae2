import { usePinAnnotation } from '#renderer/bridge/queries.ts';
import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { announce } from '#renderer/ui/live.ts';
import { translate } from '#shared/i18n/translate.ts';
import { reportFailure } from './failure-code.ts';
import styles from './AnnotationCard.module.css';

/** Asks whether an uncertain place is right; until then what was remembered first is kept. */
export function ConfirmPlace({ annotation }: { readonly annotation: PlacedAnnotation }) {
  const { mutateAsync: pin } = usePinAnnotation();
  const { id, articleId, span, record } = annotation;
  const confirm = (): void =>
    reportFailure(pin({ articleId, id, span }).then(() => announce(translate('anchor.confirmed'))));
  return (
    <div className={styles.confirm}>
      <p>{translate('anchor.was', { text: record.quote.exact.replaceAll('\n', ' ¶ ') })}</p>
      <Button small kind="outline" icon="check" onClick={confirm}>
        {translate('anchor.confirm')}
      </Button>
    </div>
  );
}
