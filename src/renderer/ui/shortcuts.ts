import { ariaShortcut, isSingleKey, keyCaps } from '#shared/commands/shortcut.ts';
import { type CommandId, shownShortcuts } from '#shared/commands/table.ts';
import { viewState } from '#renderer/view-state/view-state.ts';
import { isMac } from './platform.ts';

/** Turns shortcuts of one letter, digit or sign on or off. */
export const setSingleKeys = (isOn: boolean): void => viewState.set('singleKeys', isOn);

export const areSingleKeysOn = (): boolean => viewState.get('singleKeys');

/** The shortcuts of a command that work with the present settings. */
export function workingShortcuts(id: CommandId) {
  const direction = document.dir === 'ltr' ? 'ltr' : 'rtl';
  const isOn = areSingleKeysOn();
  return shownShortcuts(id, direction).filter((shortcut) => isOn || !isSingleKey(shortcut));
}

/** The first shortcut of a command that works now, as a sentence shows it: «Ctrl+Z». Empty when there is none. */
export function shownKeys(id: CommandId): string {
  const [first] = workingShortcuts(id);
  return first ? keyCaps(first, isMac).join('+') : '';
}

/** The attributes that tell the shortcut of a command in a tooltip and to assistive technology. */
export function shortcutHints(label: string, id: CommandId | undefined) {
  const shortcuts = id ? workingShortcuts(id) : [];
  const [first] = shortcuts;
  return {
    // The keys are isolated as one left-to-right run, because the tooltip may run from right to left.
    title: first ? `${label} (\u2066${keyCaps(first, isMac).join('+')}\u2069)` : label,
    'aria-keyshortcuts': first
      ? shortcuts.map((shortcut) => ariaShortcut(shortcut, isMac)).join(' ')
      : undefined,
  };
}
