import { type ReactNode, Suspense, lazy, useMemo, useState } from 'react';
import {
  useChangeSettings,
  useLibrary,
  useMarksSummaries,
  useSettings,
} from '#renderer/bridge/queries.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import type { OpenDialog } from './ItemDialogs.tsx';
import type { SelectionActions } from './SelectionBar.tsx';
import { removeMany, shelveMany } from './change-many.ts';
import { NO_FILTERS, chosenFacets, filterItems } from './filters.ts';
import { partNew } from './new-items.ts';
import { type LibraryItem, addedAt, joinMarks, sortItems } from './reading-state.ts';
import { useArrangement, useFilters } from './use-arrangement.ts';
import { useListActions } from './use-list-actions.ts';
import { useListCommands } from './use-list-commands.ts';
import { useSelectCommands } from './use-select-commands.ts';
import { useSelection } from './use-selection.ts';
import { useWantedInList } from './use-wanted.ts';

const ItemDialogs = lazy(async () => ({
  default: (await import('./ItemDialogs.tsx')).ItemDialogs,
}));

export type LibraryPageState = ReturnType<typeof useLibraryPage>;

/** All that the library page shows, and its actions. */
export function useLibraryPage() {
  const { data: articles, isError, refetch } = useLibrary();
  const { data: summaries } = useMarksSummaries();
  const items = useMemo(() => joinMarks(articles ?? [], summaries ?? []), [articles, summaries]);
  const list = useArrangedList(items);
  const { shown } = list;
  const selection = useSelection(useMemo(() => shown.map(({ article }) => article.id), [shown]));
  const { ids, select } = selection;
  const chosen = ids && shown.filter(({ article }) => ids.has(article.id));
  const { open, dialogs } = useDialogs(items);
  const actions = useListActions({
    onDetails: (article) => {
      if (article.own) open({ kind: 'details', article: { ...article, own: article.own } });
    },
    onSelect: select,
    isSelecting: () => ids !== null,
  });
  useListCommands(items, actions);
  const selectionActions = actionsOn(chosen ?? [], open, selection.end);
  useSelectCommands(selection, {
    isBusy: dialogs !== null,
    onRemove: canRemove(chosen) && !actions.readOnly ? selectionActions.onRemove : null,
  });
  return {
    ...list,
    isError,
    retry: () => void refetch(),
    listed: articles !== undefined,
    /** True when the marks of the articles are read, too. */
    marked: summaries !== undefined,
    items,
    selection,
    chosen,
    selectionActions,
    actions,
    open,
    dialogs,
  };
}

/** The articles in the chosen order and look, those that the filters show, and the new ones among them. */
function useArrangedList(items: readonly LibraryItem[]) {
  const { order, view, setOrder, setView, nextView } = useArrangement();
  const [filters, setFilters] = useFilters();
  const [filtersOpen, setFiltersOpen] = useState(chosenFacets(filters).length > 0);
  const { fresh, rest, dismissNew } = useNew(
    useMemo(() => sortItems(filterItems(items, filters), order), [items, filters, order]),
  );
  const shown = useMemo(() => [...fresh, ...rest], [fresh, rest]);
  useWantedInList(
    (id) => shown.some(({ article }) => article.id === id),
    () => setFilters(NO_FILTERS),
  );
  useCommands({ 'view.next': nextView });
  return {
    shown,
    fresh,
    rest,
    dismissNew,
    filters,
    setFilters,
    filtersOpen,
    setFiltersOpen,
    order,
    setOrder,
    view,
    setView,
  };
}

/** Bundled articles are part of the app and cannot be removed. */
const canRemove = (chosen: readonly LibraryItem[] | null): boolean =>
  chosen?.some(({ article }) => article.own) ?? false;

/** What can be done with the selected articles. @param open opens a dialog @param end ends the selection */
const actionsOn = (
  items: readonly LibraryItem[],
  open: (dialog: OpenDialog) => void,
  end: () => void,
): SelectionActions => ({
  onTag: () => open({ kind: 'labels', labels: 'tags', items }),
  onCollect: () => open({ kind: 'labels', labels: 'collections', items }),
  onRead: (read) => void shelveMany(items, read ? 'read' : 'unread'),
  onSave: (saved) => void shelveMany(items, saved ? 'saved' : 'unsaved'),
  onExport: () => open({ kind: 'export', items }),
  onRemove: () => void removeMany(items, end),
});

/** Splits the list into newly added articles and the others. Until the settings are read, nothing counts as new. */
function useNew(sorted: ReturnType<typeof sortItems>) {
  const { data: settings } = useSettings();
  const { mutate: change } = useChangeSettings();
  const [now] = useState(() => new Date());
  const parts = useMemo(
    () => (settings ? partNew(sorted, settings.newSeenUntil, now) : { fresh: [], rest: sorted }),
    [sorted, settings, now],
  );
  const [latest] = parts.fresh;
  return {
    ...parts,
    dismissNew: () => {
      if (latest) change({ newSeenUntil: addedAt(latest) });
    },
  };
}

/** The open dialog of the list, and the functions that open the dialogs. */
function useDialogs(items: ReturnType<typeof joinMarks>) {
  const [opened, open] = useState<OpenDialog | null>(null);
  const dialogs: ReactNode = opened && (
    <Suspense fallback={null}>
      <ItemDialogs open={opened} all={items} onClose={() => open(null)} />
    </Suspense>
  );
  return { open, dialogs };
}
