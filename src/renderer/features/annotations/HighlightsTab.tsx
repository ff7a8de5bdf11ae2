import { type ReactNode, useMemo, useState } from 'react';
import type { OrphanAnnotation, PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import { chapterLabel } from '#shared/citation/place-label.ts';
import { placeOf } from '#shared/document/places.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { AnnotationCard } from './AnnotationCard.tsx';
import { OrphanList } from './OrphanList.tsx';
import { PanelFilters } from './PanelFilters.tsx';
import { NO_FILTER, type PanelFilter, filterAnnotations, fits } from './filter-annotations.ts';
import { removeWithUndo } from './remove-annotation.ts';
import { usePortion } from './use-portion.ts';
import styles from './AnnotationPanel.module.css';

interface HighlightsTabProps {
  readonly annotations: readonly PlacedAnnotation[];
  readonly orphans: readonly OrphanAnnotation[];
  /** True when the marks are read. */
  readonly loaded: boolean;
  /** The content hash of the present text. */
  readonly contentHash: string;
  /** The contents and printed pages of the document, which name the place of a card. */
  readonly structure: Article['structure'];
  readonly pinningId: AnnotationId | null;
  readonly onPin: (id: AnnotationId | null) => void;
  readonly chosenId: AnnotationId | null;
  readonly currentId: AnnotationId | null;
  readonly editingId: AnnotationId | null;
  readonly onEdit: (id: AnnotationId | null) => void;
  readonly onJump: (annotation: PlacedAnnotation) => void;
}

const removeShown = ({ record }: PlacedAnnotation): void => removeWithUndo(record);

/** The highlights of the article as cards, with their filters and their order. */
export function HighlightsTab(props: HighlightsTabProps) {
  const [filter, setFilter] = useState(NO_FILTER);
  const { all, shown, shownOrphans } = useFiltered(props, filter);
  if (!props.loaded) return null;
  if (all.length === 0) {
    return (
      <EmptyState title={translate('ann.empty')} hint={translate('ann.emptyHint', { key: 'H' })} />
    );
  }
  return (
    <>
      <PanelFilters annotations={all} filter={filter} onChange={setFilter} />
      {shown.length === 0 && shownOrphans.length === 0 && (
        <EmptyState title={translate('ann.noneMatch')}>
          <Button kind="outline" onClick={() => setFilter({ ...NO_FILTER, order: filter.order })}>
            {translate('ann.clearFilters')}
          </Button>
        </EmptyState>
      )}
      <Cards {...props} shown={shown}>
        <OrphanList
          orphans={shownOrphans}
          pinningId={props.pinningId}
          onPin={props.onPin}
          onRemove={removeWithUndo}
        />
      </Cards>
    </>
  );
}

/** All records of the article, and the highlights and orphans that the filter shows. */
function useFiltered(
  { annotations, orphans, pinningId, editingId }: HighlightsTabProps,
  filter: PanelFilter,
) {
  const shown = useMemo(
    () => filterAnnotations(annotations, filter, editingId),
    [annotations, filter, editingId],
  );
  const shownOrphans = useMemo(
    () => orphans.filter(({ record }) => record.id === pinningId || fits(record, filter)),
    [orphans, filter, pinningId],
  );
  const all = useMemo(
    () => [...annotations, ...orphans.map(({ record }) => record)],
    [annotations, orphans],
  );
  return { all, shown, shownOrphans };
}

interface CardsProps extends HighlightsTabProps {
  readonly shown: readonly PlacedAnnotation[];
  /** What follows the cards in the same scrolling list. */
  readonly children: ReactNode;
}

/** The list of the cards, of which only a portion is drawn. */
function Cards({ shown, children, ...props }: CardsProps) {
  const { chosenId, currentId, editingId } = props;
  const rows = useMemo(() => new Map(shown.map(({ id }, row) => [id, row])), [shown]);
  const rowOf = (id: AnnotationId | null): number => (id === null ? -1 : (rows.get(id) ?? -1));
  const { portion, scroller, start, end } = usePortion(
    shown.length,
    rowOf(currentId),
    rowOf(editingId),
  );
  return (
    <div ref={scroller} className={`${styles.list} scroll`}>
      <div ref={start} aria-hidden="true" />
      <ul aria-label={translate('ann.list')}>
        {shown.slice(portion.from, portion.to).map((annotation, index) => (
          <li
            key={annotation.id}
            className={styles.item}
            aria-setsize={shown.length}
            aria-posinset={portion.from + index + 1}
          >
            <AnnotationCard
              annotation={annotation}
              contentHash={props.contentHash}
              place={
                props.structure ? chapterLabel(placeOf(props.structure, annotation.span)) : null
              }
              chosen={annotation.id === chosenId}
              current={annotation.id === currentId}
              editing={annotation.id === editingId}
              onEdit={props.onEdit}
              onJump={props.onJump}
              onRemove={removeShown}
            />
          </li>
        ))}
      </ul>
      <div ref={end} aria-hidden="true" />
      {children}
    </div>
  );
}
