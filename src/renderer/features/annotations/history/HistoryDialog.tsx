import { useHistory, useIsReadOnly } from '#renderer/bridge/queries.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import { replaceHighlights } from '#renderer/undo/mark-changes.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Shape } from '#renderer/ui/Shape.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { Annotation } from '#shared/domain/annotation.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import { formatMoment } from '#renderer/ui/format-moment.ts';
import { collapseVersions } from './collapse-versions.ts';
import styles from './HistoryDialog.module.css';

interface HistoryDialogProps {
  /** The present record of the highlight. */
  readonly record: Annotation;
  readonly onClose: () => void;
}

/** Lists every known version of one highlight, each with a button that restores it. */
export function HistoryDialog({ record, onClose }: HistoryDialogProps) {
  const { data } = useHistory(record.articleId, record.id);
  const readOnly = useIsReadOnly();
  const versions = collapseVersions(data ?? []);
  const restore = (annotation: Annotation): void => {
    const name = { label: 'undo.restore', toast: translate('history.restored') } as const;
    void attempt(() => replaceHighlights([record], [annotation], name));
    onClose();
  };
  return (
    <Dialog title={translate('history.title')} onClose={onClose}>
      <p dir="auto" className={styles.quote}>
        <Bidi text={record.quote.exact.replaceAll('\n', ' ¶ ')} />
      </p>
      {data && versions.length === 0 && <p>{translate('history.none')}</p>}
      <ol className={styles.list}>
        {versions.map(({ at, annotation }, index) => (
          <li key={`${at} ${index}`} className={styles.version} data-meaning={annotation?.meaning}>
            <div className={styles.head}>
              <time dateTime={at}>{formatMoment(at)}</time>
              {index === 0 && <Tag tone="accent">{translate('history.current')}</Tag>}
              {annotation && index > 0 && !readOnly && (
                <Button small kind="outline" onClick={() => restore(annotation)}>
                  {translate('history.restore')}
                </Button>
              )}
            </div>
            {annotation ? <Version annotation={annotation} /> : <p>{translate('ann.deleted')}</p>}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function Version({ annotation }: { readonly annotation: Annotation }) {
  return (
    <>
      <p className={styles.meaning}>
        <Shape meaning={annotation.meaning} />
        {meaningName(annotation.meaning)}
        {annotation.tags.map((tag) => (
          <Tag key={tag}>
            <bdi>{tag}</bdi>
          </Tag>
        ))}
      </p>
      <p dir="auto" className={annotation.note === '' ? styles.empty : styles.note}>
        {annotation.note === '' ? translate('history.noNote') : annotation.note}
      </p>
    </>
  );
}
