import { useCallback, useSyncExternalStore } from 'react';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { View } from '#renderer/features/annotations/page/view.ts';
import type { OpenImport } from '#renderer/features/import/open-import.ts';
import type { LibraryFilters } from '#renderer/features/library/filters.ts';
import type { FacetChoice } from '#renderer/features/search/facets.ts';
import type { ListRoute } from '#renderer/routes/last-list.ts';
import type { Toast } from '#renderer/ui/toasts.ts';
import type { ListPosition } from '#renderer/ui/use-list-position.ts';
import type { UndoTarget } from '#renderer/undo/undo-target.ts';

/**
 * Everything that the window remembers besides the address and the data of the main process. It lasts until the window
 * closes. Each field says which file contains the functions that write and read it.
 */
export interface ViewState {
  /** True while only the text is shown. The reader writes it, and the shell and the reader read it (`ui/focus-mode.ts`). */
  focusMode: boolean;
  /** False when the settings turn off shortcuts of one key. The shell writes it, and tooltips, help and keys read it (`ui/shortcuts.ts`). */
  singleKeys: boolean;
  /** The message at the foot of the window. Any part of the window writes it, and `ToastRegion` and undo read it (`ui/toasts.ts`). */
  toast: Toast | null;
  /** How many messages were shown. `ui/toasts.ts` writes and reads it to give each message an id of its own. */
  toastCount: number;
  /** How each list was scrolled when it was left, by the name of the list. `ui/use-list-position.ts` changes and reads this map. */
  listPositions: Map<string, ListPosition>;
  /** The list that was on the screen last. The shell writes it, and the way back from an article reads it (`routes/last-list.ts`). */
  lastList: ListRoute;
  /** What undo wants to show on a page that may not have drawn it yet. Undo writes it, and the list of the library reads it (`undo/wanted.ts`). */
  undoTarget: UndoTarget | null;
  /** How often undo has tried to show something. `undo/screen.ts` writes and reads it, so that a new try ends the one before. */
  undoShows: number;
  /** The import dialog; `null` while it is closed. Whatever imports writes it, and `ImportLayer` reads it (`features/import/open-import.ts`). */
  openImport: OpenImport | null;
  /** The filters of the library; `null` before the first choice. `features/library/use-arrangement.ts` writes and reads them. */
  libraryFilters: LibraryFilters | null;
  /** How many rows of the library were drawn; `null` before the list was open. `LibraryList` writes and reads it to come back to the same place. */
  libraryRows: number | null;
  /** True once the list of the library was on the screen. `features/library/report-listed.ts` writes and reads it to report that once. */
  libraryListed: boolean;
  /** The text of the last search with its filters; `null` before the first. `SearchPage` writes and reads it for the way back to the results. */
  searchFilters: { readonly text: string; readonly choice: FacetChoice } | null;
  /** How the list of all highlights is shown; `null` before it was changed. The marks page writes it, from two of its tabs, and reads it. */
  highlightsView: View | null;
  /** The highlight whose tags get the focus when its editor opens. `features/annotations/tags/tag-field-requests.ts` writes and reads it. */
  tagsToFocus: AnnotationId | null;
  /** The section at which the settings open; `null` for where they were left. The palette writes it, and `features/settings/Section.tsx` reads it. */
  settingsSection: 'data' | null;
}

type Key = keyof ViewState;

const state: ViewState = {
  focusMode: false,
  singleKeys: true,
  toast: null,
  toastCount: 0,
  listPositions: new Map(),
  lastList: { page: 'library' },
  undoTarget: null,
  undoShows: 0,
  openImport: null,
  libraryFilters: null,
  libraryRows: null,
  libraryListed: false,
  searchFilters: null,
  highlightsView: null,
  tagsToFocus: null,
  settingsSection: null,
};

const listeners = new Map<Key, Set<() => void>>();

export const viewState = {
  /** The value of a field now, for code outside of components. */
  get: <K extends Key>(key: K): ViewState[K] => state[key],

  /** Changes a field and tells its listeners, unless the value is the same as before. */
  set<K extends Key>(key: K, value: ViewState[K]): void {
    if (Object.is(state[key], value)) return;
    state[key] = value;
    for (const listener of listeners.get(key) ?? []) listener();
  },

  /** Calls a function after each change of a field. @returns the function that stops this */
  listen(key: Key, listener: () => void): () => void {
    const ofKey = listeners.get(key) ?? new Set();
    listeners.set(key, ofKey.add(listener));
    return () => ofKey.delete(listener);
  },
};

/** The value of a field in a component, which is drawn again when the field changes. */
export function useViewState<K extends Key>(key: K): ViewState[K] {
  const subscribe = useCallback((listener: () => void) => viewState.listen(key, listener), [key]);
  return useSyncExternalStore(subscribe, () => state[key]);
}
