import { useEffect } from 'react';
import { listen } from '#renderer/bridge/bridge.ts';
import { useChangeSettings, useSettings } from '#renderer/bridge/queries.ts';
import { isModalOpen, listenToKeys } from '#renderer/commands/keyboard.ts';
import { type CommandHandlers, runCommand, useCommands } from '#renderer/commands/registry.ts';
import { LINKED_PAGES, PAGES } from '#renderer/routes/pages.ts';
import { LIBRARY, type Route, SEARCH, TAGS, openingRoute } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { isEditable } from '#renderer/ui/keys.ts';
import { setSingleKeys } from '#renderer/ui/shortcuts.ts';
import { redoLast, undoLast } from '#renderer/undo/undo.ts';
import { moveInList, openListItem } from './list-focus.ts';
import { nextTheme } from './next-theme.ts';
import { focusNextRegion } from './regions.ts';
import { scrollByKeys } from './scroll-keys.ts';

/** Registers the commands of the shell, and listens to the keys and menus that run commands. */
export function useShellCommands(route: Route): void {
  const { data: settings } = useSettings();
  const { mutate: changeSettings } = useChangeSettings();
  const { page } = route;
  // This is set while rendering, because the tooltips of this same rendering show the shortcuts.
  setSingleKeys(settings?.singleKeys ?? true);

  useEffect(listenToKeys, []);
  useEffect(scrollByKeys, []);
  useEffect(followMenus, []);
  useCommands({
    'search.focus': focusSearch,
    'change.undo': () => void (isEditable(document.activeElement) ? undoTyping() : undoLast()),
    'change.redo': () => void (isEditable(document.activeElement) ? redoTyping() : redoLast()),
    'theme.next': () => changeSettings((now) => ({ theme: nextTheme(now.theme) })),
    'go.back': () => window.history.back(),
    ...OPEN_PAGES,
    'go.bookmarks': () => navigate({ page: 'annotations', tab: 'bookmarks' }),
    'go.tags': () => navigate(TAGS),
    'region.next': () => focusNextRegion(1),
    'region.previous': () => focusNextRegion(-1),
    'list.next': { run: () => moveInList(1), isEnabled: () => page !== 'article' },
    'list.previous': { run: () => moveInList(-1), isEnabled: () => page !== 'article' },
    'list.open': openListItem,
    escape: {
      run: leavePage,
      isEnabled: () => page === 'search' || page === 'settings',
    },
  });
}

/** The commands that open the pages of the navigation. */
const OPEN_PAGES: CommandHandlers = Object.fromEntries(
  LINKED_PAGES.map((page) => [PAGES[page].link.command, () => navigate(openingRoute(page))]),
);

/** Runs the commands that are chosen in the menus of the system, unless a modal dialog is open. */
function followMenus(): () => void {
  return listen('command/run', ({ id }) => {
    if (!isModalOpen()) runCommand(id);
  });
}

/** Undoes typing in the focused field, when undo comes from the menu. `execCommand` is the only way to do this. */
const undoTyping = (): boolean => document.execCommand('undo');
const redoTyping = (): boolean => document.execCommand('redo');

/** Leads to the library. While a check box or a choice has the focus, it only moves the focus out, as in a text field. */
function leavePage(): void {
  const field = document.activeElement?.closest<HTMLElement>('main input');
  if (field) field.blur();
  else navigate(LIBRARY);
}

/** Moves the focus to the search field of the page, or opens the search page when there is none. */
function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>(
    'main input[type=search][data-page-search]',
  );
  if (field) {
    field.focus();
    field.select();
  } else navigate(SEARCH);
}
