import { useId } from 'react';
import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import type { OrphanAnnotation } from '#renderer/bridge/reader-marks.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Shape } from '#renderer/ui/Shape.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import { cutAtWord } from '#shared/domain/text.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { formatNumber } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { FoldedNote } from './FoldedNote.tsx';
import styles from './OrphanList.module.css';
import card from './AnnotationCard.module.css';

/** The longest part of a passage that is shown, UTF-16 units, which is some screens of text. */
const MAX_SHOWN_UTF16 = 5_000;

interface OrphanListProps {
  readonly orphans: readonly OrphanAnnotation[];
  /** The highlight that the reader is about to pin to the next selection. */
  readonly pinningId: AnnotationId | null;
  readonly onPin: (id: AnnotationId | null) => void;
  readonly onRemove: (annotation: Annotation) => void;
}

/** The highlights whose passage is no longer in the text. Their quotes and notes are kept. */
export function OrphanList({ orphans, pinningId, onPin, onRemove }: OrphanListProps) {
  const readOnly = useIsReadOnly();
  const titleId = useId();
  if (orphans.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <h2 id={titleId} className={styles.title}>
        {translate('ann.orphans')}{' '}
        <span className={styles.count}>{formatNumber(orphans.length)}</span>
      </h2>
      <p className={styles.hint}>{translate('ann.orphanHint')}</p>
      <ul>
        {orphans.map(({ record, reason }) => (
          <li key={record.id}>
            <article className={card.card} data-meaning={record.meaning}>
              <header className={card.head}>
                <Shape meaning={record.meaning} />
                <b className={card.meaning}>{meaningName(record.meaning)}</b>
                <Tag tone="warn">
                  {translate(reason === 'not-searched' ? 'anchor.notSearched' : 'anchor.orphan')}
                </Tag>
                <span className={card.end}>
                  <IconButton
                    small
                    icon="trash"
                    disabled={readOnly}
                    label={translate('sel.remove')}
                    onClick={() => onRemove(record)}
                  />
                </span>
              </header>
              <blockquote dir="auto" className={`${card.quote} ${styles.quote}`}>
                <Bidi
                  text={cutAtWord(record.quote.exact, MAX_SHOWN_UTF16).replaceAll('\n', ' ¶ ')}
                />
              </blockquote>
              {record.note !== '' && (
                <div className={styles.note}>
                  <FoldedNote text={record.note} width="card" />
                </div>
              )}
              <Button
                small
                kind="outline"
                aria-pressed={record.id === pinningId}
                disabled={readOnly}
                onClick={() => onPin(record.id === pinningId ? null : record.id)}
              >
                {translate(record.id === pinningId ? 'ann.pinCancel' : 'ann.pin')}
              </Button>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}
