import { isEditable } from '#renderer/ui/keys.ts';
import { isMac } from '#renderer/ui/platform.ts';
import { areSingleKeysOn } from '#renderer/ui/shortcuts.ts';
import {
  type KeyStroke,
  type Shortcut,
  isSingleKey,
  matchesShortcut,
  worksWhileTyping,
} from '#shared/commands/shortcut.ts';
import { COMMANDS, type Command, type CommandId } from '#shared/commands/table.ts';
import { handlerOf } from './registry.ts';

/** The id of the element that covers the page without being modal, if there is one. */
export const OVERLAY_ID = 'overlay';

/** The state of the window when a key was pressed. */
export interface KeyContext {
  readonly mac: boolean;
  readonly direction: 'rtl' | 'ltr';
  /** True when the focus is in an element that takes text. */
  readonly typing: boolean;
  /**
   * True when something covers the page, such as the panel of the appearance. Then only commands of the groups `app` and
   * `text` run.
   */
  readonly overlaid: boolean;
  readonly singleKeys: boolean;
}

/** The commands of a pressed key, those of the innermost part of the page first. Most keys have none. */
export function commandsFor(stroke: KeyStroke, context: KeyContext): readonly CommandId[] {
  const fits = (row: Command, shortcut: Shortcut): boolean =>
    matchesShortcut(shortcut, stroke, context) &&
    (!context.typing || (worksWhileTyping(shortcut) && !row.notInFields)) &&
    (context.singleKeys || !isSingleKey(shortcut)) &&
    (!context.overlaid || row.group === 'app' || row.group === 'text');
  return COMMANDS.filter((row: Command) => row.keys.some((shortcut) => fits(row, shortcut))).map(
    ({ id }) => id,
  );
}

/** Runs the commands of pressed keys. @returns the function that stops this */
export function listenToKeys(): () => void {
  function handleKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.getModifierState('AltGraph')) return;
    if (isModalOpen()) return;
    // A key that is held down closes one thing, and not what is below it as well.
    if (event.repeat && event.code === 'Escape') return;
    const context = {
      mac: isMac,
      direction: document.dir === 'ltr' ? 'ltr' : 'rtl',
      typing: isEditable(event.target),
      overlaid: document.getElementById(OVERLAY_ID) !== null,
      singleKeys: areSingleKeysOn(),
    } as const;
    for (const id of commandsFor(event, context)) {
      const run = handlerOf(id);
      if (!run) continue;
      event.preventDefault();
      run();
      return;
    }
  }
  window.addEventListener('keydown', handleKeyDown);
  return () => window.removeEventListener('keydown', handleKeyDown);
}

/**
 * True while a modal dialog is open. It receives all keys itself. A search by tag name is many times quicker than a
 * selector, which counts in a list of 10,000 rows.
 */
export const isModalOpen = (): boolean =>
  [...document.getElementsByTagName('dialog')].some((dialog) => dialog.matches(':modal'));
