import { memo, useEffect, useRef, useState } from 'react';
import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useLocale } from '#renderer/ui/use-locale.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import { Tag } from '#renderer/ui/Tag.tsx';
import { CardHead } from './CardHead.tsx';
import { ConfirmPlace } from './ConfirmPlace.tsx';
import { FoldedNote } from './FoldedNote.tsx';
import { MeaningButton } from './MeaningButton.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { HistoryDialog } from './history/HistoryDialog.tsx';
import { type SaveChange, useAnnotationDraft } from './use-annotation-draft.ts';
import styles from './AnnotationCard.module.css';

interface AnnotationCardProps {
  readonly annotation: PlacedAnnotation;
  /** The content hash of the present text. */
  readonly contentHash: string;
  /** Chapter and printed page, where the document knows them. */
  readonly place: string | null;
  /** True when the card shows the controls that change the highlight. */
  readonly chosen: boolean;
  readonly current: boolean;
  readonly editing: boolean;
  readonly onEdit: (id: AnnotationId | null) => void;
  readonly onJump: (annotation: PlacedAnnotation) => void;
  readonly onRemove: (annotation: PlacedAnnotation) => void;
}

/**
 * One highlight in the panel, with its meaning, its words and its note. It is memoised, so that it is drawn again
 * only when it changes.
 */
export const AnnotationCard = memo(function AnnotationCard(props: AnnotationCardProps) {
  const { annotation, chosen, current, editing, onEdit, onJump } = props;
  useLocale();
  const save = useAnnotationDraft(annotation);
  const readOnly = useIsReadOnly();
  const [historyOpen, setHistoryOpen] = useState(false);
  const card = useScrolledIntoView(current, editing);

  return (
    <article
      ref={card}
      className={styles.card}
      data-meaning={annotation.meaning}
      data-annotation={annotation.id}
      aria-current={current ? 'true' : undefined}
    >
      <CardHead {...props} save={save} onHistory={() => setHistoryOpen(true)} />
      <blockquote dir="auto" className={styles.quote}>
        <button type="button" title={translate('ann.jump')} onClick={() => onJump(annotation)}>
          <span className={styles.clamp}>
            <Bidi text={annotation.quote.exact.replaceAll('\n', ' ¶ ')} />
          </span>
        </button>
      </blockquote>
      {props.place !== null && (
        <p className={styles.place}>
          <Bidi text={props.place} />
        </p>
      )}
      {annotation.confidence === 'approximate' && !readOnly && (
        <ConfirmPlace annotation={annotation} />
      )}
      {(chosen || editing) && !readOnly && <MeaningChoice annotation={annotation} save={save} />}
      {editing ? (
        <NoteEditor annotation={annotation} save={save} onClose={() => onEdit(null)} />
      ) : (
        annotation.note !== '' && <Note text={annotation.note} />
      )}
      {annotation.tags.length > 0 && !editing && <Tags tags={annotation.tags} />}
      {historyOpen && (
        <HistoryDialog record={annotation.record} onClose={() => setHistoryOpen(false)} />
      )}
    </article>
  );
});

function Tags({ tags }: { readonly tags: readonly string[] }) {
  return (
    <p className={styles.tags} aria-label={translate('tags.label')}>
      {tags.map((tag) => (
        <Tag key={tag}>
          <bdi>{tag}</bdi>
        </Tag>
      ))}
    </p>
  );
}

function Note({ text }: { readonly text: string }) {
  return (
    <div className={styles.note}>
      <Icon name="note" small />
      <FoldedNote text={text} width="card" />
    </div>
  );
}

interface MeaningChoiceProps {
  readonly annotation: PlacedAnnotation;
  readonly save: SaveChange;
}

function MeaningChoice({ annotation, save }: MeaningChoiceProps) {
  return (
    <div className={styles.choice} role="group" aria-label={translate('ann.changeMeaning')}>
      {MEANINGS.map((meaning) => (
        <MeaningButton
          key={meaning}
          meaning={meaning}
          pressed={meaning === annotation.meaning}
          onClick={() => void attempt(() => save({ meaning }, { label: 'undo.recolour' }))}
        />
      ))}
    </div>
  );
}

/**
 * Scrolls the current card into sight. This happens again when its note is opened, because the card becomes higher
 * then.
 */
function useScrolledIntoView(current: boolean, editing: boolean) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current || editing) element.current?.scrollIntoView({ block: 'nearest' });
  }, [current, editing]);
  return element;
}
