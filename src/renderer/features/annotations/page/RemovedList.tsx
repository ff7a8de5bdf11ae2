import { useState } from 'react';
import { useLibrary, useRemovedAnnotations } from '#renderer/bridge/queries.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { attempt } from '#renderer/undo/attempt.ts';
import { replaceHighlights } from '#renderer/undo/mark-changes.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { formatMoment } from '#renderer/ui/format-moment.ts';
import { openingWords } from '../opening-words.ts';
import styles from './RemovedList.module.css';

/** Lists removed highlights on demand, because they stay in the history. A button restores each of them. */
export function RemovedList() {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.removed} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{translate('ann.removed')}</summary>
      {open && <Removed />}
    </details>
  );
}

function Removed() {
  const { data: removed } = useRemovedAnnotations();
  const { data: articles } = useLibrary();
  const titles = new Map(articles?.map(({ id, title }) => [id, title]));
  const restore = (annotation: Annotation): void =>
    void attempt(() => replaceHighlights([], [annotation], { label: 'undo.restore' }));
  if (!removed) return null;
  if (removed.length === 0) return <p>{translate('ann.removedNone')}</p>;
  return (
    <ul className={styles.list}>
      {removed.map(({ removedAt, annotation }) => (
        <li key={annotation.id} className={styles.item}>
          <div>
            <p dir="auto" className={styles.quote}>
              <Bidi text={openingWords(annotation.quote.exact)} />
            </p>
            {annotation.note !== '' && <p dir="auto">{openingWords(annotation.note)}</p>}
            <p className={styles.meta}>
              <time dateTime={removedAt}>{formatMoment(removedAt)}</time> ·{' '}
              <bdi>
                <Bidi text={titles.get(annotation.articleId) ?? annotation.articleId} />
              </bdi>
            </p>
          </div>
          <Button small kind="outline" onClick={() => restore(annotation)}>
            {translate('history.restoreIt')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
