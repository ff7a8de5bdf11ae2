import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import { formatMoment } from '#renderer/ui/format-moment.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { Shape } from '#renderer/ui/Shape.tsx';
import { attempt } from '#renderer/undo/attempt.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import { AnchorBadge } from './AnchorBadge.tsx';
import { highlightItems } from './highlight-menu.ts';
import { goToTags } from './tags/tag-field-requests.ts';
import type { SaveChange } from './use-annotation-draft.ts';
import styles from './AnnotationCard.module.css';

interface CardHeadProps {
  readonly annotation: PlacedAnnotation;
  /** The content hash of the present text. */
  readonly contentHash: string;
  readonly editing: boolean;
  readonly onEdit: (id: AnnotationId | null) => void;
  readonly onRemove: (annotation: PlacedAnnotation) => void;
  readonly save: SaveChange;
  readonly onHistory: () => void;
}

/** The meaning and the time of the highlight, and the buttons that open its note and its menu. */
export function CardHead(props: CardHeadProps) {
  const { annotation, contentHash, editing, save, onEdit, onHistory, onRemove } = props;
  const readOnly = useIsReadOnly();
  return (
    <header className={styles.head}>
      <Shape meaning={annotation.meaning} />
      <b className={styles.meaning}>{meaningName(annotation.meaning)}</b>
      <AnchorBadge annotation={annotation} contentHash={contentHash} />
      <span className={styles.end}>
        <time className={styles.time} dateTime={annotation.createdAt}>
          {formatMoment(annotation.createdAt)}
        </time>
        <IconButton
          small
          icon="note"
          label={translate(annotation.note === '' ? 'ann.addNote' : 'ann.editNote')}
          expanded={editing}
          disabled={readOnly}
          onClick={() => onEdit(editing ? null : annotation.id)}
        />
        <MenuButton
          small
          icon="more"
          label={translate('ann.more')}
          items={highlightItems({
            annotation,
            readOnly,
            onNote: () => onEdit(annotation.id),
            onTags: () => {
              goToTags(annotation.id);
              onEdit(annotation.id);
            },
            onMeaning: (meaning) =>
              void attempt(() => save({ meaning }, { label: 'undo.recolour' })),
            onHistory,
            onRemove: () => onRemove(annotation),
          })}
        />
      </span>
    </header>
  );
}
