import { APP_ROWS } from './app-rows.ts';
import { LIST_ROWS } from './list-rows.ts';
import { MARK_ROWS } from './mark-rows.ts';
import { READING_ROWS } from './reading-rows.ts';
import type { CommandRow } from './row.ts';
import type { Shortcut } from './shortcut.ts';
import { TEXT_ROWS } from './text-rows.ts';

/**
 * Every command of the app. Keys, palette, help, tooltips and menus are made from this table; the part of the window
 * that carries a command out registers for it. Rows with a narrow scope come first, because of two rows with the same
 * key the first one that can be carried out is chosen.
 */
export const COMMANDS = [
  ...READING_ROWS,
  ...MARK_ROWS,
  ...TEXT_ROWS,
  ...LIST_ROWS,
  ...APP_ROWS,
] as const;

export type CommandId = (typeof COMMANDS)[number]['id'];
/** Names of the icons that the window must have. */
export type CommandIcon = (typeof COMMANDS)[number]['icon'];
export type Command = CommandRow & { readonly id: CommandId; readonly icon: CommandIcon };

export const COMMAND_IDS: readonly CommandId[] = COMMANDS.map(({ id }) => id);

export function commandRow(id: CommandId): Command {
  // A row exists for every id, because the type of the ids is derived from the rows.
  return COMMANDS.find((row) => row.id === id) as Command;
}

/** Returns the shortcuts to display for this direction of the interface, the preferred one first. */
export function shownShortcuts(id: CommandId, direction: 'rtl' | 'ltr'): readonly Shortcut[] {
  return commandRow(id).keys.filter(
    (shortcut) => !shortcut.quiet && (shortcut.direction ?? direction) === direction,
  );
}
