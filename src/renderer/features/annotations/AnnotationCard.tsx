import { memo, useEffect, useRef } from 'react';
import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Shape } from '#renderer/ui/Shape.tsx';
import { AnchorBadge } from './AnchorBadge.tsx';
import { ConfirmPlace } from './ConfirmPlace.tsx';
import { MeaningButton } from './MeaningButton.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { reportFailure } from './failure-code.ts';
import { formatMoment } from './format-moment.ts';
import { type SaveChange, useAnnotationDraft } from './use-annotation-draft.ts';
import styles from './AnnotationCard.module.css';

interface AnnotationCardProps {
  readonly annotation: PlacedAnnotation;
  /** Of the text as it is now. */
  readonly contentHash: string;
  /** Its meaning can be changed here. */
  readonly chosen: boolean;
  readonly current: boolean;
  readonly editing: boolean;
  readonly onEdit: (id: AnnotationId | null) => void;
  readonly onJump: (annotation: PlacedAnnotation) => void;
  readonly onRemove: (annotation: PlacedAnnotation) => void;
}

/** One highlight in the panel: its meaning, its words and its note. Drawn again only when it changes. */
export const AnnotationCard = memo(function AnnotationCard(props: AnnotationCardProps) {
  const { annotation, chosen, current, editing, onEdit, onJump, onRemove } = props;
  const save = useAnnotationDraft(annotation);
  const card = useScrolledIntoView(current || editing);

  return (
    <article
      ref={card}
      className={styles.card}
      data-meaning={annotation.meaning}
      aria-current={current ? 'true' : undefined}
    >
      <header className={styles.head}>
        <Shape meaning={annotation.meaning} />
        <b className={styles.meaning}>{translate(`hl.role.${annotation.meaning}`)}</b>
        <AnchorBadge annotation={annotation} contentHash={props.contentHash} />
        <time className={styles.time} dateTime={annotation.createdAt}>
          {formatMoment(annotation.createdAt)}
        </time>
        <IconButton
          small
          icon="note"
          label={translate(annotation.note === '' ? 'ann.addNote' : 'ann.editNote')}
          expanded={editing}
          onClick={() => onEdit(editing ? null : annotation.id)}
        />
        <IconButton
          small
          icon="trash"
          label={translate('sel.remove')}
          onClick={() => onRemove(annotation)}
        />
      </header>
      <blockquote className={styles.quote}>
        <button type="button" title={translate('ann.jump')} onClick={() => onJump(annotation)}>
          <span className={styles.clamp}>
            <Bidi text={annotation.quote.exact.replaceAll('\n', ' ¶ ')} />
          </span>
        </button>
      </blockquote>
      {annotation.confidence === 'approximate' && <ConfirmPlace annotation={annotation} />}
      {(chosen || editing) && <MeaningChoice annotation={annotation} save={save} />}
      {editing ? (
        <NoteEditor
          annotation={annotation}
          save={(note) => save({ note })}
          onClose={() => onEdit(null)}
        />
      ) : (
        annotation.note !== '' && <Note text={annotation.note} />
      )}
    </article>
  );
});

function Note({ text }: { readonly text: string }) {
  return (
    <div className={styles.note}>
      <Icon name="note" small />
      <p dir="auto" className={styles.noteText}>
        {text}
      </p>
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
          onClick={() => reportFailure(save({ meaning }))}
        />
      ))}
    </div>
  );
}

function useScrolledIntoView(wanted: boolean) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wanted) element.current?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);
  return element;
}
