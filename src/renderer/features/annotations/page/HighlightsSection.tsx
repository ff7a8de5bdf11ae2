import { type Dispatch, type SetStateAction, useDeferredValue, useMemo, useState } from 'react';
import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import { useSearchAnnotations } from '#renderer/bridge/search-queries.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { LIBRARY } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { AnnotationGroups } from './AnnotationGroups.tsx';
import { AnnotationsTools } from './AnnotationsTools.tsx';
import { BulkBar } from './BulkBar.tsx';
import { RemovedList } from './RemovedList.tsx';
import { goToTags } from '../tags/tag-field-requests.ts';
import { countTags } from '../count-tags.ts';
import { type ListedAnnotation, filterList, groupList } from './arrange-annotations.ts';
import { NO_VIEW, type View, isNarrowed, keptView } from './view.ts';
import styles from './AnnotationsPage.module.css';

interface HighlightsSectionProps {
  readonly items: readonly ListedAnnotation[];
}

/** The list of all highlights and notes, where the reader searches, filters, groups and changes several at once. */
export function HighlightsSection({ items }: HighlightsSectionProps) {
  const [selected, setSelected] = useState<Selected>(new Set());
  useTagsCommand();
  return (
    <>
      {items.length === 0 ? (
        <NoHighlights />
      ) : (
        <ArrangedHighlights items={items} selected={selected} onSelect={setSelected} />
      )}
      <RemovedList />
    </>
  );
}

function NoHighlights() {
  return (
    <EmptyState
      drawing="pen"
      title={translate('ann.emptyAll')}
      hint={translate('ann.emptyHint', { key: 'H' })}
    >
      <Button kind="outline" onClick={() => navigate(LIBRARY)}>
        {translate('nav.library')}
      </Button>
    </EmptyState>
  );
}

type Selected = ReadonlySet<AnnotationId>;

interface ArrangedHighlightsProps extends HighlightsSectionProps {
  readonly selected: Selected;
  readonly onSelect: Dispatch<SetStateAction<Selected>>;
}

function ArrangedHighlights({ items, selected, onSelect }: ArrangedHighlightsProps) {
  const [view, setView] = useState<View>(keptView.get);
  const found = useFound(view.text);
  const shownView = useDeferredValue(view);
  const shown = useMemo(
    () => filterList(items, { ...shownView, found }),
    [items, shownView, found],
  );
  const groups = useMemo(() => groupList(shown, shownView.grouping), [shown, shownView.grouping]);
  const records = useMemo(() => items.map(({ record }) => record), [items]);
  const tags = useMemo(() => countTags(records), [records]);
  const change = (next: View): void => {
    keptView.set(next);
    setView(next);
  };
  const chosen = shown.filter(({ record }) => selected.has(record.id));
  return (
    <>
      <p className={styles.summary}>{summarize(items)}</p>
      <AnnotationsTools
        view={view}
        tags={tags}
        records={records}
        shown={shown.length}
        onChange={change}
      />
      <BulkBar shown={shown} chosen={chosen} onSelect={onSelect} />
      {shown.length === 0 && <NoMatch view={view} onChange={change} />}
      <AnnotationGroups
        groups={groups}
        grouping={shownView.grouping}
        selected={selected}
        onSelect={onSelect}
      />
    </>
  );
}

interface NoMatchProps {
  readonly view: View;
  readonly onChange: (view: View) => void;
}

/** Says that no highlight fits the query and the filters, and offers to clear them. */
function NoMatch({ view, onChange }: NoMatchProps) {
  return (
    <EmptyState drawing="search" title={translate('ann.noneMatch')}>
      {isNarrowed(view) && (
        <Button kind="outline" onClick={() => onChange({ ...NO_VIEW, grouping: view.grouping })}>
          {translate('ann.clearFilters')}
        </Button>
      )}
    </EmptyState>
  );
}

/** Registers the shortcut that opens the tags of the focused row. */
function useTagsCommand(): void {
  const isReadOnly = useIsReadOnly();
  const focused = (): AnnotationId | null => {
    const row = document.activeElement?.closest<HTMLElement>('[data-annotation]');
    const id = row?.dataset['annotation'];
    // The cast is safe, because this attribute always holds the id of an annotation.
    return id === undefined ? null : (id as AnnotationId);
  };
  useCommands({
    'tags.edit': {
      isEnabled: () => focused() !== null && !isReadOnly,
      run: () => {
        const id = focused();
        if (id) goToTags(id);
      },
    },
  });
}

/** The highlights that the search finds by note, passage or tag; `null` without a query. */
function useFound(text: string): ReadonlySet<AnnotationId> | null {
  const asked = text.trim() !== '';
  const { data } = useSearchAnnotations({ text, matching: 'close', typing: true, articleId: null });
  return useMemo(
    // All highlights stay on the screen until the first answer arrives.
    () => (asked && data ? new Set(data.hits.map(({ annotationId }) => annotationId)) : null),
    [asked, data],
  );
}

function summarize(items: readonly ListedAnnotation[]): string {
  const notes = items.filter(({ record }) => record.note.trim() !== '').length;
  return translate('ann.summary', {
    highlights: translate('common.highlights', { n: items.length }),
    notes: translate('common.notes', { n: notes }),
  });
}
