import { useDeferredValue, useMemo, useState } from 'react';
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

/** The list of all highlights and notes, where the reader searches, filters, groups and changes several at once. */
export function HighlightsSection({ items }: { readonly items: readonly ListedAnnotation[] }) {
  const [view, setView] = useState<View>(keptView.get);
  const [selected, setSelected] = useState<ReadonlySet<AnnotationId>>(new Set());
  const found = useFound(view.text);
  const shownView = useDeferredValue(view);
  const shown = useMemo(
    () => filterList(items, { ...shownView, found }),
    [items, shownView, found],
  );
  const groups = useMemo(() => groupList(shown, shownView.grouping), [shown, shownView.grouping]);
  const records = useMemo(() => items.map(({ record }) => record), [items]);
  const tags = useMemo(() => countTags(records), [records]);
  useTagsCommand();

  const change = (next: View): void => {
    keptView.set(next);
    setView(next);
  };
  const chosen = shown.filter(({ record }) => selected.has(record.id));
  return (
    <>
      {items.length > 0 && <p className={styles.summary}>{summarize(items)}</p>}
      {items.length === 0 ? (
        <EmptyState
          drawing="pen"
          title={translate('ann.emptyAll')}
          hint={translate('ann.emptyHint', { key: 'H' })}
        >
          <Button kind="outline" onClick={() => navigate(LIBRARY)}>
            {translate('nav.library')}
          </Button>
        </EmptyState>
      ) : (
        <>
          <AnnotationsTools
            view={view}
            tags={tags}
            records={records}
            shown={shown.length}
            onChange={change}
          />
          <BulkBar shown={shown} chosen={chosen} onSelect={setSelected} />
          {shown.length === 0 && (
            <EmptyState drawing="search" title={translate('ann.noneMatch')}>
              {isNarrowed(view) && (
                <Button
                  kind="outline"
                  onClick={() => change({ ...NO_VIEW, grouping: view.grouping })}
                >
                  {translate('ann.clearFilters')}
                </Button>
              )}
            </EmptyState>
          )}
          <AnnotationGroups
            groups={groups}
            grouping={shownView.grouping}
            selected={selected}
            onSelect={setSelected}
          />
        </>
      )}
      <RemovedList />
    </>
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
