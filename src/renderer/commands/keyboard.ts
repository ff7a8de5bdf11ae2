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

/** Where a key was pressed. */
export interface KeyPlace {
  readonly mac: boolean;
  readonly direction: 'rtl' | 'ltr';
  /** The focus is in something that takes text. */
  readonly typing: boolean;
  /** Something lies over the text, such as its appearance: only the app's own keys and the text's work. */
  readonly overlaid: boolean;
  readonly singleKeys: boolean;
}

/** The commands that keys stand for, the narrowest place first; most keys stand for none. */
export function commandsFor(stroke: KeyStroke, place: KeyPlace): readonly CommandId[] {
  const fits = (row: Command, shortcut: Shortcut): boolean =>
    matchesShortcut(shortcut, stroke, place) &&
    (!place.typing || (worksWhileTyping(shortcut) && !row.notInFields)) &&
    (place.singleKeys || !isSingleKey(shortcut)) &&
    (!place.overlaid || row.group === 'app' || row.group === 'text');
  return COMMANDS.filter((row: Command) => row.keys.some((shortcut) => fits(row, shortcut))).map(
    ({ id }) => id,
  );
}

/** Carries out the commands of the keys; returns what stops it. */
export function listenToKeys(): () => void {
  function handleKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.getModifierState('AltGraph')) return;
    if (isModalOpen()) return;
    const place = {
      mac: isMac,
      direction: document.dir === 'ltr' ? 'ltr' : 'rtl',
      typing: isEditable(event.target),
      overlaid: document.querySelector('main [role=dialog]') !== null,
      singleKeys: areSingleKeysOn(),
    } as const;
    for (const id of commandsFor(event, place)) {
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

/** A modal dialog has the keys to itself. */
export const isModalOpen = (): boolean => document.querySelector('dialog:modal') !== null;
