import { ARABIC_101 } from './arabic-keys.ts';

/**
 * A combination of keys. Keys are identified by their position on the keyboard, so that shortcuts work in every
 * layout.
 */
export interface Shortcut {
  /** A value of `KeyboardEvent.code`. */
  readonly code: string;
  /** Ctrl, or Cmd on macOS. */
  readonly command?: true;
  readonly shift?: true;
  readonly alt?: true;
  /** The shortcut applies only when the interface has this direction. */
  readonly direction?: 'rtl' | 'ltr';
  /** The shortcut works but is not displayed, because it is a second way to the same command. */
  readonly quiet?: true;
}

/** The fields of a keyboard event that are compared with a shortcut. */
export interface KeyStroke {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The platform and the direction of the interface, on which shortcuts depend. */
export interface Keyboard {
  readonly mac: boolean;
  readonly direction: 'rtl' | 'ltr';
}

/** True when exactly the keys of the shortcut are pressed. */
export function matchesShortcut(
  shortcut: Shortcut,
  stroke: KeyStroke,
  { mac, direction }: Keyboard,
): boolean {
  const command = mac ? stroke.metaKey : stroke.ctrlKey;
  const other = mac ? stroke.ctrlKey : stroke.metaKey;
  return (
    shortcut.code === stroke.code &&
    (shortcut.command ?? false) === command &&
    !other &&
    (shortcut.shift ?? false) === stroke.shiftKey &&
    (shortcut.alt ?? false) === stroke.altKey &&
    (shortcut.direction ?? direction) === direction
  );
}

/** True for a letter, digit or sign alone or with Shift, which can be pressed by accident or by voice control. */
export function isSingleKey({ code, command, alt }: Shortcut): boolean {
  return !command && !alt && /^(Key|Digit|Slash)/.test(code);
}

/**
 * True for function keys and for keys with Ctrl or Cmd, which also work in a text field. All other keys type text
 * there.
 */
export function worksWhileTyping({ code, command }: Shortcut): boolean {
  return command === true || /^F\d+$/.test(code);
}

/** The labels of the keys, modifiers first: `['Ctrl', 'Shift', 'A']`. */
export function keyCaps(shortcut: Shortcut, mac: boolean): readonly string[] {
  return [
    ...(shortcut.command ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(shortcut.alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(shortcut.shift ? [mac ? '⇧' : 'Shift'] : []),
    capOf(shortcut.code),
  ];
}

/** The letter that the Arabic 101 layout has on this key, or `null`. */
export const arabicLetter = ({ code }: Shortcut): string | null => ARABIC_101[code] ?? null;

/** The value of `aria-keyshortcuts`: `Control+Shift+A`. */
export function ariaShortcut(shortcut: Shortcut, mac: boolean): string {
  return join(shortcut, mac ? 'Meta' : 'Control', ARIA_KEYS[shortcut.code] ?? capOf(shortcut.code));
}

/** The form of Electron's accelerators: `CommandOrControl+Shift+A`. */
export function accelerator(shortcut: Shortcut): string {
  const key = ACCELERATOR_KEYS[shortcut.code] ?? capOf(shortcut.code);
  return join(shortcut, 'CommandOrControl', key);
}

const join = ({ command, alt, shift }: Shortcut, commandName: string, key: string): string =>
  [
    ...(command ? [commandName] : []),
    ...(alt ? ['Alt'] : []),
    ...(shift ? ['Shift'] : []),
    key,
  ].join('+');

const capOf = (code: string): string => CAPS[code] ?? /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? code;

const CAPS: Readonly<Record<string, string>> = {
  Slash: '/',
  Comma: ',',
  Equal: '=',
  Minus: '-',
  Escape: 'Esc',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

const ARIA_KEYS: Readonly<Record<string, string>> = {
  Escape: 'Escape',
  PageDown: 'PageDown',
  PageUp: 'PageUp',
  ArrowLeft: 'ArrowLeft',
  ArrowRight: 'ArrowRight',
  ArrowUp: 'ArrowUp',
  ArrowDown: 'ArrowDown',
};

const ACCELERATOR_KEYS: Readonly<Record<string, string>> = {
  PageDown: 'PageDown',
  PageUp: 'PageUp',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
};
