import { useState } from 'react';
import type { OrphanAnnotation, PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { AnnotationCard } from './AnnotationCard.tsx';
import { OrphanList } from './OrphanList.tsx';
import { PanelFilters } from './PanelFilters.tsx';
import { NO_FILTER, filterAnnotations } from './filter-annotations.ts';
import { removeWithUndo } from './remove-annotation.ts';
import styles from './AnnotationPanel.module.css';

interface HighlightsTabProps {
  readonly annotations: readonly PlacedAnnotation[];
  readonly orphans: readonly OrphanAnnotation[];
  /** Of the text as it is now. */
  readonly contentHash: string;
  readonly pinningId: AnnotationId | null;
  readonly onPin: (id: AnnotationId | null) => void;
  readonly chosenId: AnnotationId | null;
  readonly currentId: AnnotationId | null;
  readonly editingId: AnnotationId | null;
  readonly onEdit: (id: AnnotationId | null) => void;
  readonly onJump: (annotation: PlacedAnnotation) => void;
}

const removeShown = ({ record }: PlacedAnnotation): void => removeWithUndo(record);

/** The highlights of the article as cards, filtered and ordered. */
export function HighlightsTab(props: HighlightsTabProps) {
  const { annotations, chosenId, currentId, editingId, onEdit, onJump } = props;
  const [filter, setFilter] = useState(NO_FILTER);

  if (annotations.length === 0 && props.orphans.length === 0) {
    return (
      <EmptyState title={translate('ann.empty')} hint={translate('ann.emptyHint', { key: 'H' })} />
    );
  }
  const shown = filterAnnotations(annotations, filter, editingId);
  return (
    <>
      <PanelFilters filter={filter} onChange={setFilter} />
      {shown.length === 0 && annotations.length > 0 && (
        <EmptyState title={translate('ann.noneMatch')}>
          <Button kind="outline" onClick={() => setFilter({ ...NO_FILTER, order: filter.order })}>
            {translate('ann.clearFilters')}
          </Button>
        </EmptyState>
      )}
      <div className={`${styles.list} scroll`}>
        <ul aria-label={translate('ann.list')}>
          {shown.map((annotation) => (
            <li key={annotation.id} className={styles.item}>
              <AnnotationCard
                annotation={annotation}
                contentHash={props.contentHash}
                chosen={annotation.id === chosenId}
                current={annotation.id === currentId}
                editing={annotation.id === editingId}
                onEdit={onEdit}
                onJump={onJump}
                onRemove={removeShown}
              />
            </li>
          ))}
        </ul>
        <OrphanList
          orphans={props.orphans}
          pinningId={props.pinningId}
          onPin={props.onPin}
          onRemove={removeWithUndo}
        />
      </div>
    </>
  );
}
