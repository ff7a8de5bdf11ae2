import type { MessageKey } from '../i18n/translate.ts';
import type { Shortcut } from './shortcut.ts';

/** The sections of the help screen, in order. */
export const COMMAND_GROUPS = ['app', 'list', 'article', 'marks', 'text', 'selecting'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** The menus of the application menu that contain commands, in order. */
export const COMMAND_MENUS = ['file', 'edit', 'view', 'go', 'article', 'help'] as const;
export type CommandMenu = (typeof COMMAND_MENUS)[number];

/** One command of the app: its title, where it is shown, and its keys. */
export interface CommandRow {
  readonly id: string;
  readonly title: MessageKey;
  readonly group: CommandGroup;
  /** The name of an icon in `renderer/ui`. */
  readonly icon: string;
  readonly keys: readonly Shortcut[];
  readonly menu?: CommandMenu;
  /** Shows the command in the context menu of selected text or of a paragraph. */
  readonly context?: 'selection' | 'paragraph';
  /** The command is only a key, and appears neither in the palette nor in a menu. */
  readonly keyOnly?: true;
  /** The keys do something else in a text field, such as undoing what was typed. */
  readonly notInFields?: true;
}

export const key = (code: string): Shortcut => ({ code });
export const shift = (code: string): Shortcut => ({ code, shift: true });
export const ctrl = (code: string): Shortcut => ({ code, command: true });
export const ctrlShift = (code: string): Shortcut => ({ code, command: true, shift: true });
export const quiet = (shortcut: Shortcut): Shortcut => ({ ...shortcut, quiet: true });
