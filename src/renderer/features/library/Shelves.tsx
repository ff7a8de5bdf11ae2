import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { CompactHead } from './CompactHead.tsx';
import { FilterBar } from './FilterBar.tsx';
import { NewHead, RestHead } from './GroupHead.tsx';
import { type ItemGroup, LibraryList } from './LibraryList.tsx';
import { Arrangement, LibraryTools } from './LibraryTools.tsx';
import { SelectAll } from './SelectAll.tsx';
import { NO_FILTERS } from './filters.ts';
import { addedAt, countByState } from './reading-state.ts';
import type { LibraryPageState } from './use-library-page.tsx';
import tools from './LibraryTools.module.css';

/** The list of the library with its filters, its order and its selection. */
export function Shelves({ library }: { readonly library: LibraryPageState }) {
  const { items, shown, filters, setFilters, selection, view, order } = library;
  return (
    <>
      {selection.ids ? (
        <div className={tools.tools}>
          <SelectAll
            total={shown.length}
            chosen={selection.ids.size}
            onAll={selection.selectAll}
            onNone={selection.end}
          />
          <Arrangement
            order={order}
            onOrder={library.setOrder}
            view={view}
            onView={library.setView}
          />
        </div>
      ) : (
        <LibraryTools
          counts={countByState(items)}
          filters={filters}
          onFilters={setFilters}
          filtersOpen={library.filtersOpen}
          onOpenFilters={library.setFiltersOpen}
          order={order}
          onOrder={library.setOrder}
          view={view}
          onView={library.setView}
        />
      )}
      {library.filtersOpen && <FilterBar items={items} filters={filters} onFilters={setFilters} />}
      {shown.length === 0 ? (
        <EmptyState
          title={translate('library.empty.filter')}
          hint={translate('library.empty.filterHint')}
        >
          <Button kind="outline" onClick={() => setFilters(NO_FILTERS)}>
            {translate('library.filter.all')}
          </Button>
        </EmptyState>
      ) : (
        <>
          {view === 'compact' && <CompactHead order={order} onOrder={library.setOrder} />}
          <LibraryList
            groups={groupsOf(library)}
            view={view}
            actions={library.actions}
            selected={selection.ids}
          />
        </>
      )}
    </>
  );
}

/** The groups of the list. Newly added articles come first until the reader dismisses them. */
function groupsOf({ fresh, rest, actions, open, dismissNew }: LibraryPageState): ItemGroup[] {
  const [latest] = fresh;
  if (!latest) return [{ key: 'all', head: null, items: rest }];
  const head = (
    <NewHead
      count={fresh.length}
      latestAt={addedAt(latest)}
      readOnly={actions.readOnly}
      onTag={() => open({ kind: 'labels', labels: 'tags', items: fresh })}
      onCollect={() => open({ kind: 'labels', labels: 'collections', items: fresh })}
      onDone={dismissNew}
    />
  );
  return [
    { key: 'new', head, items: fresh },
    { key: 'rest', head: <RestHead />, items: rest },
  ];
}
