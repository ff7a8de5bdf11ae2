import { useChangeSettings, useSettings } from '#renderer/bridge/queries.ts';
import { useViewState, viewState } from '#renderer/view-state/view-state.ts';
import { LIBRARY_VIEWS } from '#shared/domain/choices.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import { type LibraryFilters, NO_FILTERS } from './filters.ts';
import type { LibraryOrder } from './reading-state.ts';

export type LibraryView = (typeof LIBRARY_VIEWS)[number];

/** Which articles are listed. The window remembers it, so that coming back finds the same list. */
export function useFilters() {
  return [useViewState('libraryFilters') ?? NO_FILTERS, setFilters] as const;
}

const setFilters = (filters: LibraryFilters): void => viewState.set('libraryFilters', filters);

/** The view and the order of the list. They are settings, so that they outlive the window. */
export function useArrangement() {
  const { data: settings = DEFAULT_SETTINGS } = useSettings();
  const { mutate: change } = useChangeSettings();
  return {
    order: settings.libraryOrder,
    view: settings.libraryView,
    setOrder: (libraryOrder: LibraryOrder) => change({ libraryOrder }),
    setView: (libraryView: LibraryView) => change({ libraryView }),
    nextView: () => change((now) => ({ libraryView: viewAfter(now.libraryView) })),
  };
}

const viewAfter = (view: LibraryView): LibraryView =>
  LIBRARY_VIEWS[(LIBRARY_VIEWS.indexOf(view) + 1) % LIBRARY_VIEWS.length] ?? view;
