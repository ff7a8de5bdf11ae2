import { useEffect } from 'react';
import { useChangeSettings, useSettings } from '#renderer/bridge/queries.ts';
import type { Route } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { acceptsSingleKey, hasCommandKey } from '#renderer/ui/keys.ts';
import { type ShellCommand, commandFor, nextTheme } from './commands.ts';

/** The regions that F6 goes through, in the order of reading. */
const REGIONS = 'nav a[href], main [data-skip-target], aside';

/** Carries out the shell's keys. */
export function useCommands(route: Route): void {
  const { data: settings } = useSettings();
  const { mutate: changeSettings } = useChangeSettings();
  const theme = settings?.theme ?? 'system';
  const page = route.page;

  useEffect(() => {
    function run(command: ShellCommand): void {
      switch (command.kind) {
        case 'go':
          return navigate(command.to);
        case 'focus-search':
          return focusSearch();
        case 'next-theme':
          return changeSettings({ theme: nextTheme(theme) });
        case 'move':
          return moveInList(command.by);
        case 'next-region':
          return focusNextRegion(command.by);
        case 'back':
          return window.history.back();
      }
    }
    function handleKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented) return;
      const stroke = {
        code: event.code,
        shiftKey: event.shiftKey,
        command: hasCommandKey(event),
        altKey: event.altKey,
        single: acceptsSingleKey(event),
      };
      const command = commandFor(stroke, page, document.dir === 'rtl');
      if (!command) return;
      event.preventDefault();
      run(command);
    }
    window.addEventListener('keydown', handleKeyDown);
    return () => window.removeEventListener('keydown', handleKeyDown);
  }, [page, theme, changeSettings]);
}

/** The field of the page when it has one, else the search page. */
function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>(
    'main input[type=search][data-page-search]',
  );
  if (field) {
    field.focus();
    field.select();
  } else navigate({ page: 'search', text: '', dial: 'close' });
}

/** Moves the focus through the links of the page's list. */
function moveInList(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('main [data-list-item]')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at === -1 && by === -1 ? links.length - 1 : at + by;
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
}

function focusNextRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter(
    (element, index, all) =>
      all.findIndex((other) => regionOf(other) === regionOf(element)) === index,
  );
  const at = regions.findIndex((element) => regionOf(element)?.contains(document.activeElement));
  regions[(at + by + regions.length) % regions.length]?.focus();
}

const regionOf = (element: HTMLElement): Element | null => element.closest('nav, aside, main');
